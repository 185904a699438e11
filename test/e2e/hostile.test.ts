import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hostileSequences} from '../../source/demo/texts/hostile-text.js';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {type Chat, openChat} from '../helpers/open-chat.js';

/** What a terminal that obeyed would have changed. */
const stateOf = (chat: Chat) => ({
	title: chat.title(),
	bells: chat.bells(),
	osc: chat.osc().length,
	modes: {...chat.modes(), cursorVisible: true, synchronizedOutput: false},
});

/** The program hides the cursor itself while it draws; everything else is only ever the server's wish. */
const forbidden = hostileSequences.filter(({name}) => name !== 'hide cursor');

const assertUntouched = (chat: Chat, before: ReturnType<typeof stateOf>, from: number) => {
	assert.deepEqual(stateOf(chat), before);
	const written = chat.raw().slice(from);
	for (const {name, sequence} of forbidden) {
		assert.ok(!written.includes(sequence), name);
	}
};

test('hostile: every sequence is shown in the conversation, the log and the inspector, and obeyed in none of them', async () => {
	await using chat = await openChat({demo: 'hostile', args: ['--no-title'], columns: 200, rows: 140});
	const before = stateOf(chat);
	const from = chat.raw().length;
	chat.send('Attack');
	const frame = await chat.status('waits for tool results');
	assert.equal(frame.panes.length, 4);
	for (const {name} of hostileSequences) {
		assert.ok(frame.conversation.includes(`${name}: before`), name);
	}

	assert.equal(frame.conversation.match(/: before .*? after/g)?.length, hostileSequences.length);
	assertUntouched(chat, before, from);

	// Through every pane, tab, and row of the log, raw and pretty.
	chat.press('shift+tab', 'right', 'right', 'right', 'right', 'pagedown', 'r', 'pagedown');
	chat.press('shift+tab', ...Array<string>(40).fill('up'), 'r', 'shift+tab', 't', 'pageup', 'pageup');
	chat.press('i');
	chat.write('done');
	await chat.waitFor('done');
	assertUntouched(chat, before, from);
});

test('hostile names, errors and stop sequences are shown and not obeyed', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openChat({
		args: ['--base-url', api.url, '--no-title'],
		env: {ANTHROPIC_API_KEY: 'sk-ant-test'},
		columns: 160,
		rows: 60,
	});
	const before = stateOf(chat);
	const from = chat.raw().length;
	const attack = hostileSequences.map(({sequence}) => sequence).join('');

	chat.send('First');
	const first = await api.next();
	first.start();
	first.event({type: `new${attack}`, note: attack});
	first.event({type: 'content_block_start', index: 1, content_block: {type: `block${attack}`, note: attack}});
	first.event({
		type: 'content_block_start',
		index: 2,
		content_block: {type: 'tool_use', id: 'toolu_1', name: `tool${attack}`, input: {[attack]: attack}},
	});
	first.event({
		type: 'message_delta',
		delta: {stop_reason: `reason${attack}`, stop_sequence: attack},
		usage: {output_tokens: 3, [attack]: 4},
	});
	first.event({type: 'message_stop'});
	await chat.frame(({events}) => events.includes('message_stop'));
	first.event({type: 'error', error: {type: 'api_error', message: `broken${attack}`}});
	const failed = await chat.status('failed');
	assert.match(failed.conversation, /broken.*HACKED/);
	assertUntouched(chat, before, from);

	chat.send('Second');
	const second = await api.next();
	second.refuse(
		400,
		JSON.stringify({type: 'error', error: {type: `invalid${attack}`, message: `refused${attack}`}}),
	);
	await chat.frame(({conversation}) => /refused.*HACKED/.test(conversation));
	assertUntouched(chat, before, from);
});

test('a paste of escape sequences is text', async () => {
	await using chat = await openChat({demo: 'chat', args: ['--no-title'], rows: 110});
	const before = stateOf(chat);
	const from = chat.raw().length;
	chat.write('\u001B[200~pasted \u001B]0;HACKED\u0007\u001B[2Jthis\u001B[201~');
	await chat.frame(({rows}) => /pasted.*HACKED.*this/.test(rows.join('\n')));
	assertUntouched(chat, before, from);
	chat.press('enter');
	const frame = await chat.status('complete');
	assert.match(frame.conversation, /pasted.*HACKED.*this/);
	assertUntouched(chat, before, from);
});
