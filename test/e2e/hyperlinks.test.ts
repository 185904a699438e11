import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const answer = 'See [the page](https://example.com/a/b?c=d) there.';

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

for (const [isForced, shown] of [
	['1', 'See the page (example.com) there.'],
	['0', 'See the page (https://example.com/a/b?c=d) there.'],
] as const) {
	test(`a link ${isForced === '1' ? 'is a hyperlink with its host' : 'shows its address'} if FORCE_HYPERLINK is ${isForced}`, async () => {
		using folder = temporaryFolder();
		const file = path.join(folder.path, 'link.sse');
		writeFileSync(file, stream);
		await using player = await openChat({
			args: ['replay', '--paused', '--from', '9', file],
			columns: 160,
			env: {FORCE_HYPERLINK: isForced},
		});
		await player.waitFor(() => player.screen().some(row => row.includes(shown)));
		const sequence = '\u001B]8;;https://example.com/a/b?c=d\u001B\\';
		assert.equal(player.raw().includes(sequence), isForced === '1');
	});
}
