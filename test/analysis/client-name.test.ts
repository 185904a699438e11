import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clientName} from '../../source/analysis/client-name.js';

test('a client is named by its product and version', () => {
	for (const [agent, name] of [
		['claude-cli/1.0.3 (external, cli)', 'claude-cli/1.0.3'],
		['Anthropic/JS 0.70.1', 'Anthropic/JS 0.70.1'],
		['OpenAI/Python 1.2.3', 'OpenAI/Python 1.2.3'],
		['ai-sdk/anthropic/2.0.1 runtime/node.js/v22', 'ai-sdk/anthropic/2.0.1'],
		['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'Mozilla/5.0'],
		['node', 'node'],
		['curl/8.5.0', 'curl/8.5.0'],
		[' ', ''],
		['(hidden)', ''],
	] as const) {
		assert.equal(clientName(agent), name);
	}
});
