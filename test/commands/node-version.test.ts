import assert from 'node:assert/strict';
import {test} from 'node:test';
import {oldNodeMessage} from '../../source/commands/node-version.js';

test('Node 22.12 and newer do', () => {
	for (const version of ['22.12.0', '22.20.1', '23.0.0', '24.21.0', '100.0.0']) {
		assert.equal(oldNodeMessage(version), null, version);
	}
});

test('an older Node is told in one line which one is needed', () => {
	for (const version of ['22.11.0', '22.1.9', '20.20.2', '8.0.0']) {
		const message = oldNodeMessage(version) ?? '';
		assert.ok(
			message.startsWith(`streamscope needs Node 22.12 or newer, but this is Node ${version}.`),
			message,
		);
		assert.doesNotMatch(message, /\n/);
	}
});
