import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {canonicalKey, canonicalRequest} from '../../source/demo/canonical-request.js';
import {describeDifference} from '../../source/demo/request-difference.js';

const request = (body: unknown, path = '/v1/messages') => canonicalRequest('POST', path, body);
const key = (...asked: Parameters<typeof request>) => canonicalKey(request(...asked));

const hi = {model: 'm', max_tokens: 9, messages: [{role: 'user', content: 'Hi'}]};

describe('the canonical form of a request', () => {
	test('is the same however a client writes the question', () => {
		for (const same of [
			{messages: [{content: 'Hi', role: 'user'}], max_tokens: 9, model: 'm'},
			{...hi, messages: [{role: 'user', content: [{text: 'Hi', type: 'text'}]}]},
			{...hi, stream: false, metadata: {user_id: 'u1'}, tools: [], system: null, stop_sequences: []},
			{...hi, messages: [{role: 'user', content: 'Hi', cache_control: null}]},
		]) {
			assert.equal(key(same), key(hi), JSON.stringify(same));
		}

		assert.equal(key(hi, '/team-a/v1/messages?beta=true'), key(hi));
	});

	test('differs where the answer may', () => {
		for (const other of [
			{...hi, stream: true},
			{...hi, model: 'n'},
			{...hi, system: 'Be brief.'},
			{...hi, temperature: 0},
			{...hi, messages: [...hi.messages, {role: 'assistant', content: 'Hi'}]},
		]) {
			assert.notEqual(key(other), key(hi), JSON.stringify(other));
		}

		assert.notEqual(key(hi, '/v1/messages/count_tokens'), key(hi));
		assert.equal(canonicalKey(canonicalRequest('GET', '/v1/models', '')), '["GET","/v1/models",null]');
	});
});

describe('the difference of a request', () => {
	test('names the fields of the nearest recorded one', () => {
		assert.equal(
			describeDifference(request({...hi, model: 'n', temperature: 0}), [
				request({...hi, messages: [{role: 'user', content: 'Something else'}], system: 'x', model: 'k'}),
				null,
				request(hi),
				request(hi, '/v1/messages/count_tokens'),
			]),
			'model: "n", recorded: "m"; temperature: 0, recorded: nothing',
		);
	});

	test('shortens long texts and long lists', () => {
		const long = (last: string) => request({...hi, system: `${'a'.repeat(100)}${last}`});
		assert.equal(
			describeDifference(long('bcd'), [long('b')]),
			`system.0.text: "${'a'.repeat(59)}… (105 characters), recorded: "${'a'.repeat(59)}… (103 characters)`,
		);
		assert.match(
			describeDifference(request({a: 1, b: 2, c: 3, d: 4, e: 5}), [request({})]),
			/^(?:\w: \d, recorded: nothing; ){2}\w: \d, recorded: nothing; and 2 more$/,
		);
		assert.equal(describeDifference(request(hi), []), '');
	});
});
