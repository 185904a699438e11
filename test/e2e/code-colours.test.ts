import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const answer = 'Here:\n\n```ts\nconst answer = 42;\n```\n';

const stream = [
	{
		type: 'message_start',
		message: {
			id: 'msg_1',
			type: 'message',
			role: 'assistant',
			model: 'm',
			content: [],
			usage: {input_tokens: 1, output_tokens: 1},
		},
	},
	{type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}},
	{type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: answer}},
	{type: 'content_block_stop', index: 0},
	{type: 'message_delta', delta: {stop_reason: 'end_turn'}, usage: {output_tokens: 9}},
	{type: 'message_stop'},
]
	.map(event => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
	.join('');

test('code in an answer has the colours of its language', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'code.sse');
	writeFileSync(file, stream);
	await using player = await openChat({args: ['replay', '--paused', '--from', '9', file]});
	await player.waitFor(() => {
		const rows = player.screen();
		const y = rows.findIndex(row => row.includes('  const answer = 42;'));
		const x = rows[y]?.indexOf('const') ?? -1;
		const colours = new Set([x, x + 6, x + 15].map(column => y >= 0 && player.cell(column, y).fg));
		// A keyword, a name and a number differ.
		return y >= 0 && colours.size === 3;
	});
	assert.match(player.screen().join('\n'), /const answer = 42;/);
});
