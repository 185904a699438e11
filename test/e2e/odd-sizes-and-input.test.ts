import assert from 'node:assert/strict';
import {test} from 'node:test';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {openChat} from '../helpers/open-chat.js';

test('a tool input that is nested too deeply to be printed does not end the program', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openChat({args: ['--base-url', api.url], env: {ANTHROPIC_API_KEY: 'sk-ant-test'}});
	chat.send('Dig');
	const stream = await api.next();
	stream.start();
	stream.event({
		type: 'content_block_start',
		index: 1,
		content_block: {type: 'tool_use', id: 't', name: 'dig', input: {}},
	});
	stream.event({
		type: 'content_block_delta',
		index: 1,
		delta: {type: 'input_json_delta', partial_json: `{"a":${'['.repeat(6000)}`},
	});
	stream.event({type: 'content_block_stop', index: 1});
	stream.event({type: 'message_delta', delta: {stop_reason: 'tool_use'}, usage: {output_tokens: 3}});
	stream.event({type: 'message_stop'});
	stream.finish();
	const {conversation} = await chat.frame(({status}) => /complete|failed/.test(status));
	assert.match(conversation, /⚙ dig .* more lines · t unfolds/);
});

test('answers of the terminal that come late are not typed into the prompt', async () => {
	await using chat = await openChat({demo: 'chat', columns: 80, rows: 24});
	chat.write(
		'\u001B[?0u\u001B]11;rgb:0000/0000/0000\u0007\u001B]11;rgb:ffff/ffff/ffff\u001B\\\u001B[?62;4c\u001B[I',
	);
	chat.write('typed');
	const {panes} = await chat.frame(({rows}) => rows.join('\n').includes('typed'));
	assert.equal(panes.at(-1)?.rows[0], '> typed');
});

for (const rows of [10, 11, 12, 13, 14]) {
	test(`every pane is whole at 100×${rows}`, async () => {
		await using chat = await openChat({demo: 'chat', columns: 100, rows});
		const frame = await chat.frame(({panes}) => panes.length > 1);
		assert.ok(frame.panes.every(({rows: inside}) => inside.length > 0));
	});
}

test('what one has scrolled to is still there in a wider terminal', async () => {
	await using chat = await openChat({demo: 'chat', columns: 60, rows: 24});
	chat.send('Write a long essay on the American Revolution');
	await chat.status('complete');
	chat.press('tab', 'k', 'k', 'k');
	await chat.frame(({panes}) => panes[0]?.title.includes('following') === false);
	chat.resize(140, 40);
	const frame = await chat.frame(({rows}) => rows.length === 40);
	assert.match(frame.conversation, /consent of the governed/);
});
