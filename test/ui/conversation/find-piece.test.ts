import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {deltaSpan} from '../../../source/analysis/delta-span.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {conversationWindow, isHighlightVisible} from '../../../source/ui/conversation/conversation-window.js';
import {findPiece} from '../../../source/ui/conversation/find-piece.js';
import {
	selectHighlight,
	selectPassages,
	selectTextPlace,
	selectTurnLines,
} from '../../../source/ui/conversation/select-turn.js';
import {selectEvent, selectPosition, selectSelectedExchange} from '../../../source/ui/events/select-log.js';
import {placeOf} from '../../../source/ui/screen/layout.js';
import type {Screen} from '../../../source/ui/screen/screen.js';
import {selectLayout} from '../../../source/ui/screen/select-layout.js';
import {cpuTime} from '../../helpers/cpu-time.js';
import {keysOf, pointAt, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	json,
	message,
	type SampleEvent,
	text,
	toolStart,
} from '../../messages/conformance/sample-stream.js';

const asked = {stream: true, messages: [{role: 'user', content: 'Go'}]};

const answered = (content: readonly SampleEvent[], exchange = 1): readonly TraceEvent[] => [
	...tracedStream(message(...content), {body: asked, exchange}),
	complete(9000, exchange),
];

const thinking = (index: number, ...pieces: readonly string[]) => [
	blockStart(index, {type: 'thinking', thinking: '', signature: ''}),
	...pieces.map(piece => blockDelta(index, {type: 'thinking_delta', thinking: piece})),
	blockStop(index),
];
const written = (index: number, pieces: readonly string[]) => [
	blockStart(index),
	...pieces.map(piece => text(index, piece)),
	blockStop(index),
];

const positionOf = (events: readonly TraceEvent[], words: string) =>
	events.findIndex(event => event.type === 'sse' && event.data.includes(words));

/** A paragraph of numbered words, a line or two, then a list and code, so that Markdown has something to do. */
const pieces = Array.from({length: 300}, (_, index) =>
	index % 40 === 39 ? `word${index}.\n\n` : index % 40 === 20 ? `word${index}\n- ` : `**w**ord${index} `,
);

const turn = (screen: Screen) => {
	const selectedExchange = selectSelectedExchange(screen);
	assert.ok(selectedExchange);
	return selectedExchange;
};

for (const isMarkdown of [true, false]) {
	test(`every piece of a text is found where it begins, ${isMarkdown ? 'rendered' : 'as it was written'}`, () => {
		const events = answered([...thinking(0, 'Hm.'), ...written(1, pieces)]);
		const model = screenOf(events, {isMarkdown});
		const exchange = turn(model.state);
		const passage = selectPassages(model.state, exchange)[1];
		assert.ok(passage);
		let seen = 0;
		for (let position = positionOf(events, 'ord0'); seen < 10; position += 29) {
			const span = deltaSpan(model.state.trace, position);
			const place = span && selectTextPlace(model.state, exchange, span);
			assert.ok(place);
			assert.equal(
				findPiece(model.state, {turn: 0, line: place.line + passage.from}, place.column),
				position,
			);
			seen++;
		}
	});
}

test('whatever the pieces are, a place of the text leads to one of them', () => {
	const texts = fc.array(fc.string({unit: fc.constantFrom('a', ' ', '\n', '*', '-', '`', '猫', '[')}), {
		minLength: 1,
		maxLength: 20,
	});
	fc.assert(
		fc.property(texts, fc.nat(30), fc.nat(60), (parts, line, column) => {
			const model = screenOf(answered(written(0, [...parts, 'end'])));
			const found = findPiece(model.state, {turn: 0, line}, column);
			assert.ok(found !== null && deltaSpan(model.state.trace, found) !== null);
			assert.ok(findPiece(model.state, {turn: 0, line}) !== null);
		}),
	);
});

test('a prompt and a heading lead to the piece after them, folded thinking to its first, what comes last to the one before', () => {
	const events = answered([...thinking(0, 'Let me ', 'see.'), ...written(1, ['Yes, ', 'it is.'])]);
	const model = screenOf(events);
	const lines = selectTurnLines(model.state, turn(model.state));
	const at = (words: string) => ({turn: 0, line: lines.findIndex(line => line.includes(words))});
	const first = positionOf(events, 'Let me');
	for (const words of ['You', 'Go', 'Claude', 'Thinking']) {
		assert.equal(findPiece(model.state, at(words), 0), first, words);
	}

	assert.equal(findPiece(model.state, at('it is'), 5), positionOf(events, 'it is'));
	assert.equal(findPiece(model.state, {turn: 0, line: lines.length - 1}), positionOf(events, 'it is'));
});

test('a turn in which nothing came has no piece', () => {
	assert.equal(findPiece(screenOf(answered([])).state, {turn: 0, line: 0}, 0), null);
	assert.equal(findPiece(screenOf([]).state, {turn: 0, line: 0}, 0), null);
});

test('tool JSON leads to its first piece, and once it is highlighted to the one that is pressed', () => {
	const events = answered([toolStart(0), json(0, '{"place":'), json(0, '"Lisbon"}'), blockStop(0)]);
	const model = screenOf(events);
	const lines = selectTurnLines(model.state, turn(model.state));
	const line = lines.findIndex(words => words.includes('Lisbon'));
	const first = positionOf(events, 'place');
	assert.equal(findPiece(model.state, {turn: 0, line}, 14), first);
	const {state: selected} = screenOf(events, {log: {isFollowing: false, selected: first, top: 0}});
	const highlight = selectTurnLines(selected, turn(selected)).findIndex(words => words.includes('Lisbon'));
	assert.equal(findPiece(selected, {turn: 0, line: highlight}, 14), positionOf(events, 'Lisbon'));
});

test('a piece of an answer of 5,000 deltas is found in less time than anyone notices', () => {
	const many = Array.from({length: 5000}, (_, index) => `word${index}${index % 50 === 49 ? '\n\n' : ' '}`);
	const model = screenOf(answered(written(0, many)));
	const exchange = turn(model.state);
	const line = Math.floor(selectTurnLines(model.state, exchange).length / 3);
	const spent = cpuTime(() => assert.notEqual(findPiece(model.state, {turn: 0, line}, 3), null));
	// Some 100 ms on an idle machine.
	assert.ok(spent < 1000, `${spent} ms`);
});

/** Two long answers, scrolled to the middle of the first one; the log follows its tail, which is far from there. */
const scrolled = () =>
	screenOf(
		[
			...answered([...thinking(0, 'Let me ', 'see.'), ...written(1, pieces)]),
			...answered(written(0, pieces), 2),
		],
		{history: {turn: 0, line: 30}},
	);

for (const [name, key] of [
	['right', 'nextPiece'],
	['left', 'previousPiece'],
] as const) {
	test(`where the conversation was scrolled to by hand, ${name} begins with what is in sight`, () => {
		const model = scrolled();
		const before = conversationWindow(model.state).places;
		keysOf(model)[key]();
		const span = selectHighlight(model.state);
		assert.equal(span?.exchange, 1);
		assert.ok(isHighlightVisible(model.state));
		assert.deepEqual(conversationWindow(model.state).places, before);
		const highlight = span && selectTextPlace(model.state, turn(model.state), span);
		assert.equal((highlight?.line ?? 0) + (selectPassages(model.state, turn(model.state))[1]?.from ?? 0), 30);
	});
}

test('the highlighted piece stays in sight as it goes on, also out of what was in sight', () => {
	const model = scrolled();
	for (const key of ['nextPiece', 'previousPiece'] as const) {
		for (let press = 0; press < 60; press++) {
			keysOf(model)[key]();
			assert.ok(isHighlightVisible(model.state));
		}
	}
});

test('a line break does not make the walk begin anew, nor the conversation jump', () => {
	const lines = Array.from({length: 120}, (_, index) => [`line ${index}`, '\n\n']).flat();
	for (const history of [{turn: 0, line: 60}, 'tail'] as const) {
		const model = screenOf(answered(written(0, lines)), {history}, {size: {width: 100, height: 60}});
		if (history === 'tail') {
			model.dispatch({name: 'selectEvent', position: 100});
		} else {
			keysOf(model).nextPiece();
		}

		const first = selectPosition(model.state);
		const tops: unknown[] = [];
		for (let press = 1; press <= 8; press++) {
			keysOf(model).nextPiece();
			assert.equal(selectPosition(model.state), first + press);
			tops.push(conversationWindow(model.state).places[0]);
		}

		const line = (place: unknown) => (place as {line: number}).line;
		assert.ok(tops.every((top, index) => index === 0 || Math.abs(line(top) - line(tops[index - 1])) <= 2));
	}
});

test('a press of the mouse on a word of the conversation selects the event that brought it, and moves nothing', () => {
	const model = scrolled();
	const place = placeOf(selectLayout(model.state), 'history');
	assert.ok(place);
	const before = conversationWindow(model.state).places;
	const row = 3;
	const shown = before[row];
	assert.ok(shown);
	const words =
		selectTurnLines(model.state, turn(screenOf(model.state.trace.events.slice(0, 310)).state))[shown.line] ??
		'';
	const column = words.indexOf('ord') + 4;
	pointAt(model, {kind: 'press', x: place.x + 2 + column, y: place.y + 1 + row});
	const event = selectEvent(model.state);
	assert.ok(event?.type === 'sse' && event.exchange === 1);
	const number = /ord(\d+)/.exec(words)?.[1];
	assert.match(event.data, new RegExp(`ord${number}\\D`));
	assert.equal(model.state.focus, 'history');
	assert.deepEqual(conversationWindow(model.state).places, before);
});

test('a press on nothing moves the focus only', () => {
	const model = screenOf(answered(written(0, ['Short.'])));
	const place = placeOf(selectLayout(model.state), 'history');
	assert.ok(place);
	pointAt(model, {kind: 'press', x: place.x + 4, y: place.y + place.height - 1});
	assert.ok(model.state.log.isFollowing);
	assert.equal(model.state.focus, 'history');
});
