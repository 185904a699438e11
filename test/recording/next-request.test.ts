import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nextRequest} from '../../source/recording/next-request.js';
import {readRecording} from '../../source/recording/read-recording.js';

const request = (exchange: number, model: string) =>
	JSON.stringify({
		type: 'request',
		at: exchange,
		exchange,
		attempt: 1,
		method: 'POST',
		url: '',
		body: {model},
	});
const end = (exchange: number) =>
	JSON.stringify({type: 'end', at: exchange, exchange, outcome: 'aborted', error: null, message: null});
const settings = (model: string) => JSON.stringify({type: 'settings', body: {model}});
const clear = '{"type":"clear"}';

const told = async (...lines: readonly string[]) => nextRequest(await readRecording([lines.join('\n')]));

test('a recording without a request tells nothing of the next one', async () => {
	assert.deepEqual(await told(), {body: null, betas: [], since: null});
	assert.deepEqual(await told('{"type":"settings"}'), {body: null, betas: [], since: null});
});

test('the next request asks for what the last one asked for, or for what was changed after it', async () => {
	assert.deepEqual(await told(request(1, 'a'), request(2, 'b')), {
		body: {model: 'b'},
		betas: [],
		since: null,
	});
	assert.deepEqual(await told(request(1, 'a'), settings('b'), settings('c'), end(1)), {
		body: {model: 'c'},
		betas: [],
		since: null,
	});
	assert.deepEqual(await told(settings('b'), request(1, 'a')), {body: {model: 'a'}, betas: [], since: null});
});

test('a cleared conversation begins with the exchange after the line that says so, wherever the end before it stands', async () => {
	assert.equal((await told(request(1, 'a'), end(1), clear)).since, 2);
	assert.equal((await told(request(1, 'a'), clear, end(1), request(2, 'a'))).since, 2);
	assert.equal((await told(clear, request(1, 'a'), end(1), request(2, 'a'), clear)).since, 3);
});
