import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {highlightedLine} from '../../../source/ui/conversation/highlighted-text.js';
import {History} from '../../../source/ui/conversation/history.js';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import {selectTurnLines} from '../../../source/ui/conversation/select-turn.js';
import {selectSelectedExchange} from '../../../source/ui/events/select-log.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {hiddenThinking, hiddenThinkingAnswer} from '../../helpers/hidden-thinking.js';
import {aborted, complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	errorEvent,
	json,
	message,
	messageDelta,
	messageStart,
	messageStop,
	text,
	toolStart,
} from '../../messages/conformance/sample-stream.js';

const asked = (prompt: string) => ({stream: true, messages: [{role: 'user', content: prompt}]});

/** The rows below the title, without their margins. */
const drawn = (events: readonly TraceEvent[], state: Partial<ScreenState> = {}) => {
	const rows = rowsOf(
		paneOf(History, selectHistory(screenOf(events, state, {welcome: ['Welcome to the test']}).state)),
	);
	assert.equal(rows.length, 16);
	assert.match(rows[0] ?? '', /Conversation/);
	assert.ok(rows.every(row => row.length <= 100));
	return rows.slice(1).map(row => row.replace('▌', '').trim());
};

const inside = (rows: readonly string[]) => rows.filter(row => row !== '');

test('before the first turn, the chat shows its start screen and the player its welcome', () => {
	assert.ok(inside(drawn([])).includes('Welcome to the test'));
	assert.ok(inside(drawn([])).includes('1 Three words             a tiny answer, event by event'));
	const player = screenOf([], {focus: 'history'}, {isReplay: true, welcome: ['Space plays.']}).state;
	assert.deepEqual(inside(rowsOf(paneOf(History, selectHistory(player)))).slice(1), ['  Space plays.']);
});

test('a turn is what was asked and what came', () => {
	const events = tracedStream(message(blockStart(0), text(0, 'Cats meow.'), blockStop(0)), {
		body: asked('Cats?'),
	});
	assert.deepEqual(inside(drawn([...events, complete(300)])), [
		'You',
		'Cats?',
		'Claude · claude-haiku-5-5',
		'Cats meow.',
	]);
});

test('of a capture without its request it says so', () => {
	const events = tracedStream(message(blockStart(0), text(0, 'Cats meow.'), blockStop(0)), {body: null});
	assert.deepEqual(drawn([...events, complete(300)]).slice(0, 4), [
		'You',
		'(the capture has no request)',
		'',
		'Claude · claude-haiku-5-5',
	]);
});

test('a long line of words is broken between them, at the width of the pane', () => {
	const words = 'The quick brown fox jumps over the lazy dog again and again, '.repeat(3).trim();
	const events = tracedStream([messageStart(), blockStart(0), text(0, words)], {body: asked('Go')});
	const rows = inside(drawn(events)).slice(3);
	assert.ok(rows.length > 1);
	assert.equal(rows.join(' '), words);
});

test('until the first content something turns, and it says what is waited for', () => {
	const [request, response] = tracedStream([], {body: asked('Go')}) as [TraceEvent, TraceEvent];
	assert.match(inside(drawn([request])).at(-1) ?? '', /waiting for the response$/);
	assert.match(inside(drawn([request, response])).at(-1) ?? '', /waiting for the first content$/);
});

test('a refused attempt shows its status and that the SDK retries, then the second attempt is awaited', () => {
	const [request, response] = tracedStream([], {status: 529, body: asked('Go')}) as [TraceEvent, TraceEvent];
	const refused = inside(drawn([request, {...response, headers: {'retry-after': '2'}} as TraceEvent])).join(
		' ',
	);
	assert.match(refused, /the server answered 529/);
	const second = {...request, at: 900, attempt: 2} as TraceEvent;
	assert.match(
		inside(drawn([request, response, second])).at(-1) ?? '',
		/waiting for the response \(attempt 2\)$/,
	);
});

test('thinking is one line until it is unfolded', () => {
	const events = tracedStream(
		message(
			blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
			blockDelta(0, {type: 'thinking_delta', thinking: 'Let me see.'}),
			blockDelta(0, {type: 'signature_delta', signature: 'abc'}),
			blockStop(0),
			blockStart(1),
			text(1, 'Yes.'),
			blockStop(1),
		),
		{body: asked('Really?')},
	);
	const folded = inside(drawn([...events, complete(300)])).join('\n');
	assert.match(folded, /Thinking · 11 characters/);
	assert.doesNotMatch(folded, /Let me see/);
	assert.match(
		inside(drawn([...events, complete(300)], {isThinkingOpen: true})).join('\n'),
		/Let me see\..*Yes\./s,
	);
});

test('a tool call grows with its JSON and stands whole when it is there', () => {
	const growing = [messageStart(), toolStart(0), json(0, '{"place":'), json(0, '"Lis')];
	assert.match(
		inside(drawn(tracedStream(growing, {body: asked('Weather?')}))).join('\n'),
		/weather.*\{"place":"Lis/s,
	);
	const whole = [...growing, json(0, 'bon"}'), blockStop(0), messageDelta('tool_use'), messageStop];
	const rows = inside(drawn([...tracedStream(whole, {body: asked('Weather?')}), complete(300)])).join('\n');
	assert.match(rows, /"place": "Lisbon"/);
	assert.match(rows, /tool_use/);
});

const cited = (title: string) => ({
	type: 'citations_delta',
	citation: {type: 'page_location', title, cited_text: ''},
});

/** A list whose statements cite sources, as the API sends it: each of them in a block of its own. */
const citedList = [
	blockStart(0),
	text(0, 'Cats:\n\n- '),
	blockStop(0),
	blockStart(1),
	text(1, 'They meow.'),
	blockDelta(1, cited('On cats')),
	blockDelta(1, cited('On sounds')),
	blockStop(1),
	blockStart(2),
	text(2, '\n- '),
	blockStop(2),
	blockStart(3),
	text(3, 'They purr.'),
	blockDelta(3, cited('On purring')),
	blockStop(3),
];

test('text that is divided into blocks for its citations reads as one, with the numbers of its sources', () => {
	const events = tracedStream(message(...citedList), {body: asked('Cats?')});
	const whole = [
		'Cats:',
		'• They meow. [1][2]',
		'• They purr. [3]',
		'[1]  On cats',
		'[2]  On sounds',
		'[3]  On purring',
	];
	assert.deepEqual(inside(drawn([...events, complete(300)])).slice(3), whole);
	assert.deepEqual(inside(drawn(events)).slice(3), whole);
	assert.deepEqual(inside(drawn(events, {isMarkdown: false})).slice(4, 6), [
		'- They meow. [1][2]',
		'- They purr. [3]',
	]);
});

test('a highlighted place in a later block of such a text is found there', () => {
	const events = tracedStream([messageStart(), ...citedList], {body: asked('Cats?')});
	const position = events.findIndex(event => event.type === 'sse' && event.data.includes('purr.'));
	const model = screenOf(events, {playhead: position + 1});
	const rows = rowsOf(paneOf(History, selectHistory(model.state)));
	assert.ok(rows.some(row => row.includes('• They purr.')));
	const exchange = selectSelectedExchange(model.state);
	const highlight = exchange === null ? [] : selectTurnLines(model.state, exchange);
	assert.equal(
		highlightedLine(highlight),
		highlight.findIndex(line => line.includes('They purr.')),
	);
	assert.notEqual(highlightedLine(highlight), -1);
});

test('a prompt that would hide its answer is folded to its beginning', () => {
	const prompt = Array.from({length: 300}, (_, index) => `line ${index + 1}`).join('\n');
	const events = tracedStream(message(blockStart(0), text(0, 'Read.'), blockStop(0)), {body: asked(prompt)});
	const folded = inside(drawn([...events, complete(300)]));
	assert.deepEqual(folded.slice(-5), [
		'line 11',
		'line 12',
		'▸ 288 more lines · t unfolds',
		'Claude · claude-haiku-5-5',
		'Read.',
	]);
	const open = inside(drawn([...events, complete(300)], {isThinkingOpen: true}));
	assert.ok(open.includes('line 300'));
});

test('an unknown block is shown with what it holds', () => {
	const events = tracedStream(message(blockStart(0, {type: 'hologram', frames: 3}), blockStop(0)), {
		body: asked('Show'),
	});
	assert.match(inside(drawn([...events, complete(300)])).join('\n'), /hologram.*"frames": 3/s);
});

test('what had come before an interruption or an error stays above it', () => {
	const begun = [messageStart(), blockStart(0), text(0, 'Cats')];
	assert.match(
		inside(drawn([...tracedStream(begun, {body: asked('Go')}), aborted(300)])).join('\n'),
		/Cats\n.*Interrupted/,
	);
	const end: TraceEvent = {
		type: 'end',
		at: 300,
		exchange: 1,
		outcome: 'failed',
		error: {
			kind: 'overloaded_error',
			title: 'The API is overloaded',
			detail: 'Overloaded',
			hint: 'Wait a moment.',
			requestId: 'req_7',
		},
		message: null,
	};
	const rows = inside(drawn([...tracedStream([...begun, errorEvent], {body: asked('Go')}), end])).join('\n');
	assert.match(rows, /Cats\n.*The API is overloaded\n.*Overloaded\n.*req_7\n.*Wait a moment\./);
});

test('escape sequences of any origin are shown as signs', () => {
	const attack = '\u001B]0;HACKED\u0007\u001B[2J\u009B31m';
	const events = tracedStream(
		message(
			blockStart(0),
			text(0, attack),
			blockStop(0),
			blockStart(1, {type: attack, note: attack}),
			blockStop(1),
		),
		{body: asked(attack)},
	);
	for (const isMarkdown of [true, false]) {
		const rows = drawn([...events, complete(300)], {isMarkdown});
		assert.ok(rows.every(row => !/[\u0000-\u001F\u007F-\u009F]/.test(row)));
		assert.match(rows.join('\n'), /HACKED/);
	}
});

test('the newest lines are in sight while it follows, and those scrolled to otherwise', () => {
	const lines = Array.from({length: 60}, (_, index) => `line ${index}`).join('\n\n');
	const events = [
		...tracedStream(message(blockStart(0), text(0, lines), blockStop(0)), {body: asked('Count')}),
		complete(300),
	];
	assert.ok(inside(drawn(events)).includes('line 59'));
	const top = inside(drawn(events, {history: {turn: 0, line: 0}}));
	assert.deepEqual(top.slice(0, 2), ['You', 'Count']);
	assert.ok(!top.includes('line 59'));
});

test('thinking that is hidden shows the estimate as it grows, then the number that was counted and the time', () => {
	const rows = inside(drawn(tracedStream(hiddenThinking, {body: asked('Why?')})));
	assert.deepEqual(rows.slice(2, 4), ['Claude · claude-haiku-5-5', '▪ Thinking … · ~256 tokens · hidden']);
	const whole = drawn([...tracedStream(hiddenThinkingAnswer, {body: asked('Why?')}), complete(2000)], {});
	assert.ok(whole.includes('3,000 thinking tokens, hidden · 50 ms'), whole.join('\n'));
});

test('a visible thinking says how long it took, once it has ended', () => {
	const thought = [
		{type: 'content_block_start', index: 0, content_block: {type: 'thinking', thinking: ''}},
		blockDelta(0, {type: 'thinking_delta', thinking: 'Hm, '}),
		blockDelta(0, {type: 'thinking_delta', thinking: 'yes.'}),
	] as const;
	const growing = tracedStream([messageStart(), ...thought], {body: asked('Why?'), pace: 1600});
	assert.ok(!drawn(growing).some(row => row.includes('thought for')));
	const closed = tracedStream([messageStart(), ...thought, blockStop(0)], {body: asked('Why?'), pace: 1600});
	assert.ok(
		drawn(closed).some(row => row.endsWith(' · thought for 4.80 s')),
		drawn(closed).join('\n'),
	);
});

test('an answer that came at the second try says so, with the reason and the wait', () => {
	const [request, response] = tracedStream([], {body: asked('Go'), status: 429}) as [TraceEvent, TraceEvent];
	const again = tracedStream(message(blockStart(0), text(0, 'Gone.'), blockStop(0)), {
		body: asked('Go'),
		attempt: 2,
	}).map(event => ({...event, at: event.at + 2100}));
	const rows = drawn([request, response, ...again, complete(3000)]).map(row => row.trim());
	const at = rows.indexOf('↻ answered at the second try (429, waited 2.00 s)');
	assert.deepEqual(rows.slice(at + 1, at + 3), ['', 'Gone.'], rows.join('\n'));
});
