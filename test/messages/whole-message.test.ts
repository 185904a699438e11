import assert from 'node:assert/strict';
import {test} from 'node:test';
import {excerpt, readWholeAnswer} from '../../source/messages/whole-message.js';

const message = {type: 'message', role: 'assistant', content: [{type: 'text', text: 'Hi'}]};

const others: ReadonlyArray<readonly [body: string, fault: string]> = [
	['', 'The body is empty.'],
	[' \n', 'The body is empty.'],
	['[]', 'The body is JSON, but not a message: []'],
	['null', 'The body is JSON, but not a message: null'],
	['42', 'The body is JSON, but not a message: 42'],
	['{}', 'The body is JSON, but not a message: {}'],
	['{"type":"completion"}', 'The body is JSON of the type "completion", not a message.'],
	[
		JSON.stringify({...message, content: 'Hi'}),
		'The body is a message whose content is not a list of blocks.',
	],
	[
		JSON.stringify({...message, content: [{}]}),
		'The body is a message whose content is not a list of blocks.',
	],
	[JSON.stringify({...message, role: 'user'}), 'The body is a message, but not from the assistant.'],
	['OK', 'The body is not JSON: OK'],
	['event: ping\ndata: {}\n\n', 'The body is an event stream, which was not requested.'],
	[': comment\n\n', 'The body is an event stream, which was not requested.'],
	[JSON.stringify(message).slice(0, -3), 'The body is invalid JSON. It may have been cut off.'],
	[
		'<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>',
		'The body is not JSON: an HTML page, "502 Bad Gateway"',
	],
	[
		'<html><body><script>x()</script><h1>Log in</h1> to go on</body></html>',
		'The body is not JSON: an HTML page, "Log in to go on"',
	],
];
for (const [body, fault] of others) {
	test(`anything but a message is described in a sentence: ${body.slice(0, 40)}`, () => {
		assert.deepEqual(readWholeAnswer(body), {kind: 'other', fault});
	});
}

test('a message is a message, and an error is an error, whatever else they contain', () => {
	assert.deepEqual(readWholeAnswer(JSON.stringify({...message, extra: 1})), {
		kind: 'message',
		message: {...message, extra: 1},
	});
	for (const body of [
		{type: 'error', error: {type: 'api_error'}},
		{error: {message: 'no'}},
		{type: 'error'},
	]) {
		assert.deepEqual(readWholeAnswer(JSON.stringify(body)), {kind: 'error', body});
	}
});

test('a text of any length is cut to one line, between characters', () => {
	assert.equal(excerpt('a\n b\t c'), 'a b c');
	assert.equal(excerpt('😀'.repeat(300), 10), `${'😀'.repeat(9)}…`);
	assert.equal(excerpt('x'.repeat(50_000_000)).length, 200);
	assert.ok(excerpt(`<html>${'<script'.repeat(1_000_000)}`).length <= 200);
});
