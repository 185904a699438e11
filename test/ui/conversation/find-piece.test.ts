import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {deltaSpan} from '../../../source/analysis/delta-span.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {conversationWindow, isHighlightVisible} from '../../../source/ui/conversation/conversation-window.js';
import {findPiece} from '../../../source/ui/conversation/find-piece.js';
import {historyActions} from '../../../source/ui/conversation/history-actions.js';
import {selectPosition} from '../../../source/ui/events/log-actions.js';
import {placeOf} from '../../../source/ui/screen/hit-test.js';
import {actOnMouse} from '../../../source/ui/screen/mouse-actions.js';
import type {ScreenModel} from '../../../source/ui/screen/screen-model.js';
import {cpuTime} from '../../helpers/cpu-time.js';
import {screenOf} from '../../helpers/drawn-pane.js';
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

const turn = (model: ScreenModel) => {
	const {selectedExchange} = model;
	assert.ok(selectedExchange);
	return selectedExchange;
};

for (const isMarkdown of [true, false]) {
	test(`every piece of a text is found where it begins, ${isMarkdown ? 'rendered' : 'as it was written'}`, () => {
		const events = answered([...thinking(0, 'Hm.'), ...written(1, pieces)]);
		const model = screenOf(events, {isMarkdown});
		const exchange = turn(model);
		const passage = model.turns.passages(exchange)[1];
		assert.ok(passage);
		let seen = 0;
		for (let position = positionOf(events, 'ord0'); seen < 10; position += 29) {
			const span = deltaSpan(model.trace, position);
			const place = span && model.turns.placeOf(exchange, span);
			assert.ok(place);
			assert.equal(findPiece(model, {turn: 0, line: place.line + passage.from}, place.column), position);
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
			const found = findPiece(model, {turn: 0, line}, column);
			assert.ok(found !== null && deltaSpan(model.trace, found) !== null);
			assert.ok(findPiece(model, {turn: 0, line}) !== null);
		}),
	);
});

test('a prompt and a heading lead to the piece after them, folded thinking to its first, what comes last to the one before', () => {
	const events = answered([...thinking(0, 'Let me ', 'see.'), ...written(1, ['Yes, ', 'it is.'])]);
	const model = screenOf(events);
	const lines = model.turns.of(turn(model));
	const at = (words: string) => ({turn: 0, line: lines.findIndex(line => line.includes(words))});
	const first = positionOf(events, 'Let me');
	for (const words of ['You', 'Go', 'Claude', 'Thinking']) {
		assert.equal(findPiece(model, at(words), 0), first, words);
	}

	assert.equal(findPiece(model, at('it is'), 5), positionOf(events, 'it is'));
	assert.equal(findPiece(model, {turn: 0, line: lines.length - 1}), positionOf(events, 'it is'));
});

test('a turn in which nothing came has no piece', () => {
	assert.equal(findPiece(screenOf(answered([])), {turn: 0, line: 0}, 0), null);
	assert.equal(findPiece(screenOf([]), {turn: 0, line: 0}, 0), null);
});

test('tool JSON leads to its first piece, and once it is highlighted to the one that is pressed', () => {
	const events = answered([toolStart(0), json(0, '{"place":'), json(0, '"Lisbon"}'), blockStop(0)]);
	const model = screenOf(events);
	const lines = model.turns.of(turn(model));
	const line = lines.findIndex(words => words.includes('Lisbon'));
	const first = positionOf(events, 'place');
	assert.equal(findPiece(model, {turn: 0, line}, 14), first);
	model.store.update(state => ({...state, log: {isFollowing: false, selected: first, top: 0}}));
	const highlight = model.turns.of(turn(model)).findIndex(words => words.includes('Lisbon'));
	assert.equal(findPiece(model, {turn: 0, line: highlight}, 14), positionOf(events, 'Lisbon'));
});

test('a piece of an answer of 5,000 deltas is found in less time than anyone notices', () => {
	const many = Array.from({length: 5000}, (_, index) => `word${index}${index % 50 === 49 ? '\n\n' : ' '}`);
	const model = screenOf(answered(written(0, many)));
	const exchange = turn(model);
	const line = Math.floor(model.turns.of(exchange).length / 3);
	const spent = cpuTime(() => assert.notEqual(findPiece(model, {turn: 0, line}, 3), null));
	// Some 100 ms on an idle machine.
	assert.ok(spent < 1000, `${spent} ms`);
});

/** Two long answers, scrolled to the middle of the first one; the log follows its tail, which is far from there. */
const scrolled = () => {
	const model = screenOf([
		...answered([...thinking(0, 'Let me ', 'see.'), ...written(1, pieces)]),
		...answered(written(0, pieces), 2),
	]);
	model.store.update(state => ({...state, history: {turn: 0, line: 30}}));
	return model;
};

for (const [name, key] of [
	['right', 'nextPiece'],
	['left', 'previousPiece'],
] as const) {
	test(`where the conversation was scrolled to by hand, ${name} begins with what is in sight`, () => {
		const model = scrolled();
		const before = conversationWindow(model).places;
		historyActions(model)[key]();
		const span = model.highlight;
		assert.equal(span?.exchange, 1);
		assert.ok(isHighlightVisible(model));
		assert.deepEqual(conversationWindow(model).places, before);
		const highlight = span && model.turns.placeOf(turn(model), span);
		assert.equal((highlight?.line ?? 0) + (model.turns.passages(turn(model))[1]?.from ?? 0), 30);
	});
}

test('the highlighted piece stays in sight as it goes on, also out of what was in sight', () => {
	const model = scrolled();
	for (const key of ['nextPiece', 'previousPiece'] as const) {
		for (let press = 0; press < 60; press++) {
			historyActions(model)[key]();
			assert.ok(isHighlightVisible(model));
		}
	}
});

test('a line break does not make the walk begin anew, nor the conversation jump', () => {
	const lines = Array.from({length: 120}, (_, index) => [`line ${index}`, '\n\n']).flat();
	for (const history of [{turn: 0, line: 60}, 'tail'] as const) {
		const model = screenOf(answered(written(0, lines)), {history});
		if (history === 'tail') {
			selectPosition(model, 100);
		} else {
			historyActions(model).nextPiece();
		}

		const first = model.selectedPosition;
		const tops: unknown[] = [];
		for (let press = 1; press <= 8; press++) {
			historyActions(model).nextPiece();
			assert.equal(model.selectedPosition, first + press);
			tops.push(conversationWindow(model).places[0]);
		}

		const line = (place: unknown) => (place as {line: number}).line;
		assert.ok(tops.every((top, index) => index === 0 || Math.abs(line(top) - line(tops[index - 1])) <= 2));
	}
});

test('a press of the mouse on a word of the conversation selects the event that brought it, and moves nothing', () => {
	const model = scrolled();
	const place = placeOf(model.layout, 'history');
	assert.ok(place);
	const before = conversationWindow(model).places;
	const row = 3;
	const shown = before[row];
	assert.ok(shown);
	const words = model.turns.of(turn(screenOf(model.trace.events.slice(0, 310))))[shown.line] ?? '';
	const column = words.indexOf('ord') + 4;
	actOnMouse(model, {kind: 'press', x: place.x + 2 + column, y: place.y + 1 + row});
	const event = model.selectedEvent;
	assert.ok(event?.type === 'sse' && event.exchange === 1);
	const number = /ord(\d+)/.exec(words)?.[1];
	assert.match(event.data, new RegExp(`ord${number}\\D`));
	assert.equal(model.state.focus, 'history');
	assert.deepEqual(conversationWindow(model).places, before);
});

test('a press on nothing moves the focus only', () => {
	const model = screenOf(answered(written(0, ['Short.'])));
	const place = placeOf(model.layout, 'history');
	assert.ok(place);
	actOnMouse(model, {kind: 'press', x: place.x + 4, y: place.y + 20});
	assert.ok(model.state.log.isFollowing);
	assert.equal(model.state.focus, 'history');
});
