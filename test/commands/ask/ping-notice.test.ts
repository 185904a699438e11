import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createPingNotice} from '../../../source/commands/ask/ping-notice.js';

test('each stretch in which only pings come is told of once', () => {
	const lines: string[] = [];
	const hear = createPingNotice(line => lines.push(line));
	const come = (event: string, ...seconds: readonly number[]) => {
		for (const at of seconds) {
			hear({type: 'sse', at: at * 1000, exchange: 1, attempt: 1, chunk: 1, event, data: '{}'});
		}
	};
	hear({type: 'request', at: 0, exchange: 1, attempt: 1, method: 'POST', url: '', body: null});
	come('ping', 5, 14);
	assert.deepEqual(lines, []);
	come('ping', 15, 20, 40);
	assert.equal(lines.length, 1);
	assert.match(lines[0] ?? '', /^Only pings for 15 s/);
	come('content_block_delta', 41);
	come('ping', 50, 55);
	assert.equal(lines.length, 1);
	come('ping', 57, 90);
	assert.equal(lines.length, 2);
});
