import assert from 'node:assert/strict';
import {test} from 'node:test';
import {withShortFiles} from '../../../source/messages/request-code/short-files.js';

const file = (data: string) => ({type: 'image', source: {type: 'base64', media_type: 'image/png', data}});
const long = 'A'.repeat(1000);
const short = `${'A'.repeat(48)}… 1000 characters`;

test('a long file in a message or in a tool’s result is shown by its beginning, all else as it is', () => {
	const body = (data: string) => ({
		model: 'm',
		messages: [
			{role: 'user', content: [file(data), {type: 'text', text: long}, file('AAAA')]},
			{role: 'user', content: [{type: 'tool_result', tool_use_id: 'a', content: [file(data)]}]},
			{role: 'user', content: long},
		],
	});
	assert.deepEqual(withShortFiles(body(long)), body(short));
});

test('any other body stays the same', () => {
	for (const body of [
		null,
		'text',
		[],
		{},
		{messages: 3},
		{messages: [null, {content: null}, {content: [3]}]},
	]) {
		assert.deepEqual(withShortFiles(body), body);
	}
});
