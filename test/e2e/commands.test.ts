import assert from 'node:assert/strict';
import {test} from 'node:test';
import {serveAnswers} from '../helpers/answering-api.js';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {type Chat, type ChatFrame, openChat} from '../helpers/open-chat.js';

const openLive = (url: string, options: Parameters<typeof openChat>[0] = {}) =>
	openChat({args: ['--base-url', url], env: {ANTHROPIC_API_KEY: 'test-key'}, ...options});

/** The rows of the prompt's pane: what stands over the text, and the text. */
const promptRows = ({panes}: ChatFrame) => panes.at(-1)?.rows ?? [];
const promptText = (frame: ChatFrame) => promptRows(frame).join('\n');
const header = ({rows}: ChatFrame) => rows[0] ?? '';

/** Types a command and waits for what it says. */
const command = async (chat: Chat, line: string, reply: string) => {
	chat.send(line);
	return chat.frame(frame => promptText(frame).includes(reply));
};

/** Sends a prompt and waits for its answer. */
const ask = async (chat: Chat, prompt: string, answer: string) => {
	chat.send(prompt);
	return chat.frame(({conversation, status}) => conversation.includes(answer) && status.includes('complete'));
};

const user = (content: string) => ({role: 'user', content});
const answered = (number: number) => ({
	role: 'assistant',
	content: [{type: 'text', text: `Answer ${number}.`}],
});

test('what is set is in the next request, and the header shows it', async () => {
	await using api = await serveAnswers();
	await using chat = await openLive(api.url);
	await command(chat, '/model claude-other', 'The next message goes to claude-other');
	await command(chat, '/effort low', 'The effort is low');
	await command(chat, '/max-tokens 3000', '3000 tokens');
	await command(chat, '/thinking 2000', 'up to 2000 tokens');
	await command(chat, '/system Be brief.', 'Be brief.');
	await command(chat, '/set speed "fast"', 'speed is "fast"');
	await command(chat, '/beta fast-mode-2026-02-01', 'Betas: fast-mode');
	const frame = await command(chat, '/stop END "the end"', '"the end"');
	assert.match(
		header(frame),
		/claude-other · max tokens 3000 · thinking 2000 · effort low · system · stop 2 · set speed · beta 1/,
	);

	await ask(chat, 'Hello', 'Answer 1.');
	assert.deepEqual(api.asked[0], {
		model: 'claude-other',
		max_tokens: 3000,
		output_config: {effort: 'low'},
		speed: 'fast',
		thinking: {type: 'enabled', budget_tokens: 2000},
		system: 'Be brief.',
		stop_sequences: ['END', 'the end'],
		messages: [user('Hello')],
		stream: true,
	});

	await chat.sendEach(
		'/effort default',
		'/thinking default',
		'/system off',
		'/stop off',
		'/unset speed',
		'/beta off',
	);
	await ask(chat, 'Again', 'Answer 2.');
	const {messages, ...rest} = api.asked[1] ?? {messages: []};
	assert.equal(messages.length, 3);
	assert.deepEqual(rest, {model: 'claude-other', max_tokens: 3000, stream: true});
});

test('a wrong argument and an unknown command say what is right, send nothing, and stay to be changed', async () => {
	await using api = await serveAnswers();
	await using chat = await openLive(api.url);
	const wrong = await command(chat, '/max-tokens 1x', 'The number is whole and at least 1.');
	assert.equal(promptRows(wrong).at(-1), '> /max-tokens 1x');
	chat.press('backspace');
	await command(chat, '2', 'An answer may have up to 12 tokens');

	const unknown = await command(chat, '/max-tokns 1', 'Did you mean /max-tokens?');
	assert.equal(promptRows(unknown).at(-1), '> /max-tokns 1');
	chat.press('ctrl+u');
	await ask(chat, '//tempature is no word', 'Answer 1.');
	assert.deepEqual(
		api.asked.map(({messages}) => messages),
		[[user('/tempature is no word')]],
	);
});

test('the menu lists the models of the models API, and Enter takes the one that was searched', async () => {
	await using chat = await openChat({demo: 'chat', columns: 80, rows: 24});
	chat.write('/mo');
	const commands = await chat.frame(frame => promptText(frame).includes('› /model'));
	assert.equal(promptRows(commands).length, 6, 'the matches stand next to the text');
	chat.press('enter');
	await chat.frame(frame => promptText(frame).includes('claude-sonnet-5-5'));
	chat.write('opus');
	const models = await chat.frame(frame => !promptText(frame).includes('sonnet'));
	assert.deepEqual(promptRows(models).slice(0, 4), [
		'› claude-opus-5-5           Claude Opus 5.5',
		'  claude-opus-5             Claude Opus 5',
		'  claude-opus-4-8           Claude Opus 4.8',
		'  claude-opus-4-7           Claude Opus 4.7',
	]);
	chat.press('down', 'tab');
	await chat.frame(
		frame =>
			promptText(frame).includes('> /model claude-opus-5\n') ||
			promptRows(frame).at(-1) === '> /model claude-opus-5',
	);
	chat.press('enter');
	const frame = await chat.frame(frame => header(frame).includes(' claude-opus-5 '));
	assert.match(promptText(frame), /The next message goes to claude-opus-5\./);
});

const sizes = [
	{columns: 40, rows: 10, listed: 4},
	{columns: 80, rows: 24, listed: 8},
	{columns: 120, rows: 40, listed: 8},
];

for (const {columns, rows, listed} of sizes) {
	test(`the menu opens over the prompt at ${columns}×${rows}, scrolls, and closes with Escape`, async () => {
		await using chat = await openChat({demo: 'chat', columns, rows});
		chat.write('/');
		const open = await chat.frame(frame => promptText(frame).includes('› /model'));
		assert.equal(promptRows(open).length, listed + 1);
		assert.ok(promptRows(open).every(row => row.length <= columns));
		chat.press('up');
		const last = await chat.frame(frame => promptText(frame).includes('› /quit'));
		assert.equal(promptRows(last).length, listed + 1);
		assert.equal(chat.cursor().y, rows - 2);
		chat.press('escape');
		const closed = await chat.frame(frame => promptRows(frame).length === 1);
		assert.equal(promptRows(closed)[0], '> /');
	});
}

test('Tab moves between the panes again once the menu is closed', async () => {
	await using chat = await openChat({demo: 'chat'});
	chat.write('/');
	await chat.frame(frame => promptText(frame).includes('› /model'));
	chat.press('escape');
	await chat.frame(frame => promptRows(frame).length === 1);
	chat.press('tab', 'tab', 'n');
	const frame = await chat.status('nothing is searched for');
	assert.equal(promptRows(frame)[0], '> /');
});

test('/clear begins a new conversation; the log keeps the old one', async () => {
	await using api = await serveAnswers();
	await using chat = await openLive(api.url);
	await ask(chat, 'First', 'Answer 1.');
	const cleared = await command(chat, '/clear', 'New conversation');
	assert.doesNotMatch(cleared.conversation, /First|Answer/);
	assert.equal(cleared.events.filter(name => name === 'request').length, 1);
	const frame = await ask(chat, 'Second', 'Answer 2.');
	assert.doesNotMatch(frame.conversation, /First/);
	assert.equal(frame.events.filter(name => name === 'request').length, 2);
	assert.deepEqual(api.asked[1]?.messages, [user('Second')]);
});

test('/retry asks again in the same place, to another model if one is named; the turn before it says so', async () => {
	await using api = await serveAnswers();
	await using chat = await openLive(api.url);
	await ask(chat, 'First', 'Answer 1.');
	await ask(chat, 'Second', 'Answer 2.');
	await ask(chat, '/retry', 'Answer 3.');
	const frame = await ask(chat, '/retry claude-other', 'Answer 4.');
	assert.match(
		frame.conversation,
		/First .*Answer 1\. You Second .*Answer 2\. ↻ Asked again below\. You Second .*Answer 3\. ↻ Asked again below\. You Second .*Answer 4\.$/,
	);
	assert.deepEqual(api.asked[2], api.asked[1]);
	assert.deepEqual(api.asked[3], {...api.asked[1], model: 'claude-other'});

	await ask(chat, 'Third', 'Answer 5.');
	assert.deepEqual(api.asked[4], {
		...api.asked[1],
		messages: [user('First'), answered(1), user('Second'), answered(4), user('Third')],
	});
});

test('what the model refuses comes back with the command that changes it, and /retry asks again after that', async () => {
	await using api = await serveAnswers();
	await using chat = await openLive(api.url);
	await command(chat, '/stop END', 'END');
	api.refuseWith({status: 400, message: 'stop_sequences: too many'});
	chat.send('Hello');
	const failed = await chat.status('failed');
	assert.match(failed.conversation, /stop_sequences: too many .*\/stop off/);
	api.refuseWith(null);
	await command(chat, '/stop off', 'no stop sequences');
	const frame = await ask(chat, '/retry', 'Answer 2.');
	assert.match(frame.conversation, /too many .*↻ Asked again below/);
	assert.deepEqual(api.asked[1]?.messages, api.asked[0]?.messages);
	assert.equal(api.asked[1]?.stop_sequences, undefined);
});

test('/edit brings the last prompt back, and what is sent then takes its place', async () => {
	await using api = await serveAnswers();
	await using chat = await openLive(api.url);
	await ask(chat, 'First', 'Answer 1.');
	await ask(chat, 'Second', 'Answer 2.');
	chat.send('/edit');
	const editing = await chat.frame(frame => promptText(frame) === '> Second');
	assert.match(editing.panes.at(-1)?.title ?? '', /replacing from here on/);
	const frame = await ask(chat, ' thoughts', 'Answer 3.');
	assert.match(frame.conversation, /Answer 2\. ✎ Asked differently below\. You Second thoughts/);
	assert.deepEqual(api.asked[2]?.messages, [user('First'), answered(1), user('Second thoughts')]);

	chat.send('/edit');
	await chat.frame(frame => promptText(frame) === '> Second thoughts');
	chat.press('escape');
	const left = await chat.frame(frame => promptText(frame).includes('Type a message'));
	assert.equal(left.panes.at(-1)?.title, 'Prompt');
	await ask(chat, 'Third', 'Answer 4.');
	assert.equal(api.asked[3]?.messages.length, 5);
});

test('an edit of the first prompt says so, too', async () => {
	await using api = await serveAnswers();
	await using chat = await openLive(api.url);
	await ask(chat, 'First', 'Answer 1.');
	chat.send('/edit');
	await chat.frame(frame => promptText(frame) === '> First');
	const frame = await ask(chat, ' and last', 'Answer 2.');
	assert.match(frame.conversation, /Answer 1\. ✎ Asked differently below\. You First and last/);
	assert.deepEqual(api.asked[1]?.messages, [user('First and last')]);
});

test('prompts that wait are shown, and Escape gives them back', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.send('One');
	const first = await api.next();
	first.start();
	first.text('Answer to one.');
	await chat.status('streaming');
	await chat.sendEach('Two', 'Three');
	const waiting = await chat.frame(frame => promptText(frame).includes('queued (↑ edits) › Three'));
	assert.match(promptText(waiting), /queued › Two\n {2}queued \(↑ edits\) › Three/);
	chat.write('draft');
	await chat.frame(frame => promptText(frame).includes('> draft'));
	chat.press('escape');
	const back = await chat.status('interrupted');
	assert.deepEqual(promptRows(back), ['> Two', '', '  Three', '', '  draft']);
});

test('commands that need the last turn to be over say so while an answer streams', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url);
	chat.send('One');
	(await api.next()).start();
	await chat.status('streaming');
	await command(chat, '/retry', 'Esc stops it');
	chat.press('ctrl+u');
	const frame = await command(chat, '/max-tokens 9', '9 tokens');
	assert.match(frame.status, /streaming/);
});

test('/copy takes the answer and its code blocks along', async () => {
	await using api = await serveAnswers();
	await using chat = await openLive(api.url);
	await command(chat, '/copy', 'There is no answer to copy.');
	chat.press('ctrl+u');
	await ask(chat, 'Hello', 'Answer 1.');
	await command(chat, '/copy', 'Copied the answer');
	assert.deepEqual(chat.osc().at(-1), {ident: 52, data: `c;${btoa('Answer 1.')}`});
	await command(chat, '/copy 1', 'There is no code block 1');
});

test('/demo changes what plays and how fast, and goes live only with a credential', async () => {
	await using chat = await openChat({demo: 'chat'});
	const frame = await command(chat, '/demo thinking 10', 'The demo plays thinking at speed 10.');
	assert.match(header(frame), /demo: thinking ×10/);
	await command(chat, '/demo live', 'no credential');
	await command(chat, '/demo max', 'at speed max');
	chat.send('Hello');
	const thought = await chat.status('complete');
	assert.match(thought.conversation, /Thinking/);

	await using api = await serveAnswers();
	await using other = await openLive(api.url);
	assert.match(header(await other.status('ready')), /· live/);
	await command(other, '/demo stop-sequence max', 'plays stop-sequence');
	other.send('Hello');
	await other.frame(({conversation}) => conversation.includes('stop_sequence'));
	await command(other, '/demo live', 'go to the live API');
	const live = await ask(other, 'Hello', 'Answer 1.');
	assert.doesNotMatch(live.conversation, /stop_sequence/);
	assert.deepEqual(api.asked[0]?.messages, [user('Hello')]);
});

test('/events, /theme, /help and /quit', async () => {
	await using chat = await openChat({demo: 'chat'});
	const hidden = await command(chat, '/events', 'The event log is hidden.');
	assert.equal(hidden.panes.length, 2);
	await command(chat, '/events', 'The event log is shown.');
	assert.notEqual(chat.cell(0, 1).fg, 'default');
	await command(chat, '/theme plain', 'The theme is plain.');
	assert.equal(chat.cell(0, 1).fg, 'default');
	chat.send('/help');
	await chat.frame(({panes}) => panes.some(({title}) => title.startsWith('Keys')));
	chat.press('escape');
	await chat.frame(({panes}) => panes.length === 4);
	chat.send('/quit');
	assert.deepEqual(await chat.exited, {code: 0, signal: null});
});

test('Ctrl+R searches the prompts sent before, and Escape leaves the search, not the answer', async () => {
	await using chat = await openChat({demo: 'chat'});
	chat.send('Write me a 3 word sentence');
	await chat.status('complete');
	chat.send('Now a 5 word poem');
	await chat.frame(({events}) => events.filter(name => name === 'message_stop').length === 2);
	chat.write('draft');
	chat.press('ctrl+r');
	chat.write('sentence');
	await chat.frame(frame => promptText(frame).includes('Write me a 3 word sentence'));
	chat.press('escape');
	await chat.frame(frame => promptText(frame) === '> draft');
	chat.press('ctrl+r');
	chat.write('sent');
	chat.press('tab');
	await chat.frame(frame => promptText(frame) === '> Write me a 3 word sentence');
	chat.press('down');
	await chat.frame(frame => promptText(frame) === '> Now a 5 word poem');
});
