import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {DiffPane} from '../../../source/ui/diff/diff-pane.js';
import {selectIsDiffing} from '../../../source/ui/diff/select-comparison.js';
import {selectDiff} from '../../../source/ui/diff/select-diff.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import {ExchangeList} from '../../../source/ui/exchanges/exchange-list.js';
import {selectExchanges} from '../../../source/ui/exchanges/select-exchanges.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {keysOf, paneOf, pointAt, rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	message,
	ping,
	type SampleEvent,
	text,
} from '../../messages/conformance/sample-stream.js';

const exchangeOf = (number: number, events: readonly SampleEvent[]): readonly TraceEvent[] =>
	[...tracedStream(message(...events), {exchange: number}), complete(900, number)].map(event => ({
		...event,
		at: event.at + number * 10_000,
	}));

const words = (...pieces: readonly string[]): readonly SampleEvent[] => [
	blockStart(0),
	...pieces.map(piece => text(0, piece)),
	blockStop(0),
];

const alphabet = Array.from({length: 12}, (_, index) => `word${index} `);
const events = [
	...exchangeOf(1, words(...alphabet)),
	...exchangeOf(2, words(...alphabet.with(6, 'wOrd6 '))),
	...exchangeOf(3, [ping, ...words(...alphabet)]),
];

const list = (width = 100, height = 60) =>
	screenOf(events, {overlay: 'exchanges', focus: 'events'}, {size: {width, height}});

/** Marks one exchange in the list and compares it with another. */
const compare = (left: number, right: number, width?: number, height?: number): ScreenStore => {
	const model = list(width, height);
	const {exchangesTop, exchangesDown, markForDiff} = keysOf(model);
	for (const number of [left, right]) {
		exchangesTop();
		Array.from({length: number - 1}, () => exchangesDown());
		markForDiff();
	}

	return model;
};

const drawn = (model: ScreenStore) =>
	rowsOf(paneOf(DiffPane, selectDiff(model.newest()))).map(row => row.trimEnd());

test('D marks an exchange in the list, and again unmarks it', () => {
	const model = list();
	const {exchangesTop, exchangesDown, markForDiff} = keysOf(model);
	const marked = () =>
		rowsOf(paneOf(ExchangeList, selectExchanges(model.newest())))
			.filter(row => row.startsWith('◆'))
			.map(row => Number(/\d+/.exec(row)?.[0]));
	exchangesTop();
	markForDiff();
	exchangesDown();
	assert.deepEqual(marked(), [1]);
	keysOf(model).exchangesUp();
	markForDiff();
	assert.deepEqual(marked(), []);
	assert.equal(model.state.overlay, 'exchanges');
});

test('D on a second one shows both: what differs first, the figures, and the events by block and content', () => {
	const rows = drawn(compare(1, 2));
	assert.match(
		rows[0] ?? '',
		/^━ Diff 1 and 2 · they differ in 1 place ━+ n N differences {2}Enter goes to the left {2}Esc back ━$/,
	);
	assert.deepEqual(rows.slice(1, 4), [
		'▸The content differs in block 0 at character 37:',
		'   exchange 1: "ord6 word7 word8 word9 word10 word11 "  #11',
		'   exchange 2: "Ord6 word7 word8 word9 word10 word11 "  #31',
	]);
	assert.ok(rows.includes(' TTFT                   130 ms            130 ms'));
	assert.ok(rows.includes(' findings               none              none'));
	const start = rows.indexOf(' events');
	assert.deepEqual(
		rows.slice(start + 1, start + 8).map(row => row.replace(/ {2,}/g, '  ')),
		[
			'  … 6 events are the same',
			' #9 delta [0] "word4 "  =  #29 delta [0] "word4 "',
			' #10 delta [0] "word5 "  =  #30 delta [0] "word5 "',
			' #11 delta [0] "word6 "  ≠  #31 delta [0] "wOrd6 "',
			' #12 delta [0] "word7 "  =  #32 delta [0] "word7 "',
			' #13 delta [0] "word8 "  =  #33 delta [0] "word8 "',
			'  … 6 events are the same',
		],
	);
});

test('the same as the second and the first, with the sides exchanged', () => {
	assert.match(drawn(compare(2, 1))[0] ?? '', /^━ Diff 2 and 1 /);
});

test('n and N go to the differences, and Enter to the event of the chosen side', () => {
	for (const [side, number] of [
		['diffLeft', 11],
		['diffRight', 31],
	] as const) {
		const model = compare(1, 2, 80, 20);
		const keys = keysOf(model);
		keys.nextDifference();
		assert.equal(model.state.notice, 'difference 1 of 1');
		keys[side]();
		assert.match(
			drawn(model).find(row => row.includes('≠')) ?? '',
			side === 'diffLeft' ? /^▸#11.*≠ {2}#31/ : /^ #11.*≠ ▸#31/,
		);
		keys.nextDifference();
		assert.equal(model.state.notice, 'no difference after this row');
		keys.goToDiffEvent();
		assert.deepEqual([model.state.overlay, model.state.focus], [null, 'events']);
		assert.equal(selectPosition(model.newest()) + 1, number);
	}
});

test('Enter in the figures goes to where the content first differs', () => {
	const model = compare(1, 2);
	keysOf(model).goToDiffEvent();
	assert.equal(selectPosition(model.newest()) + 1, 11);
});

test('the same content differs only in its pings, and Enter says what to do where there is nothing to go to', () => {
	const model = compare(1, 3);
	assert.match(drawn(model)[1] ?? '', /^▸The content is the same\.$/);
	const keys = keysOf(model);
	keys.goToDiffEvent();
	assert.equal(model.state.overlay, 'diff');
	assert.match(model.state.notice ?? '', /choose a row of the events/);
	keys.nextDifference();
	keys.goToDiffEvent();
	assert.equal(
		selectPosition(model.newest()),
		events.findIndex(event => event.type === 'sse' && event.event === 'ping'),
	);
});

test('d shows what is the same and folds it again, and the selected event stays', () => {
	const model = compare(1, 2, 100, 24);
	const keys = keysOf(model);
	keys.nextDifference();
	const selected = () => drawn(model).find(row => row.startsWith('▸')) ?? '';
	const before = selected();
	keys.toggleDiffWhole();
	assert.equal(selected(), before);
	assert.ok(!drawn(model).some(row => row.includes('are the same')));
	keys.toggleDiffWhole();
	assert.equal(selected(), before);
	assert.ok(drawn(model).some(row => row.includes('are the same')));
});

test('Esc goes back to the list, where two others can be chosen', () => {
	const model = compare(1, 2);
	model.dispatch({name: 'escape'});
	assert.deepEqual([model.state.overlay, model.state.exchanges.marked], ['exchanges', null]);
	model.dispatch({name: 'escape'});
	assert.equal(model.state.overlay, null);
});

test('y copies all rows, also those that are not in sight', () => {
	const model = compare(1, 2, 80, 12);
	const texts: string[] = [];
	model.onEffect(effect => texts.push(...(effect.name === 'copy' ? [effect.text] : [])));
	keysOf(model).copyDiff();
	const lines = (texts[0] ?? '').split('\n');
	assert.match(lines[0] ?? '', /^The content differs in block 0/);
	assert.match(lines.at(-1) ?? '', /are the same$/);
	assert.ok(lines.length > 30);
});

test('the wheel scrolls', () => {
	const model = compare(1, 2, 80, 12);
	const before = drawn(model)[1];
	pointAt(model, {kind: 'wheel-down', x: 5, y: 5});
	assert.notEqual(drawn(model)[1], before);
});

for (const [width, height] of [
	[40, 10],
	[80, 24],
	[120, 40],
	[200, 50],
] as const) {
	test(`at ${width}×${height} every row fits, everywhere`, () => {
		const model = compare(1, 2, width, height);
		for (const move of ['diffTop', 'nextDifference', 'diffEnd'] as const) {
			keysOf(model)[move]();
			for (const row of drawn(model)) {
				assert.ok(row.length <= width, row);
			}
		}
	});
}

test('long exchanges are compared in steps, and the screen says so meanwhile', () => {
	const many = Array.from({length: 20_000}, (_, index) => `w${index} `);
	const model = screenOf(
		[...exchangeOf(1, words(...many)), ...exchangeOf(2, words(...many.with(19_990, 'x')))],
		{overlay: 'exchanges'},
		{size: {width: 80, height: 24}},
	);
	const keys = keysOf(model);
	keys.exchangesTop();
	keys.markForDiff();
	keys.exchangesDown();
	keys.markForDiff();
	assert.match(drawn(model)[1] ?? '', /^▸comparing: \d %, Esc stops$/);
	keys.nextDifference();
	assert.equal(model.state.notice, 'the exchanges are still being compared');
	let steps = 0;
	while (selectIsDiffing(model.state) && steps < 1000) {
		model.dispatch({name: 'continueFilter'});
		steps++;
	}

	assert.ok(steps > 5, String(steps));
	assert.match(drawn(model)[1] ?? '', /^▸The content differs in block 0/);
});

test('/diff compares the exchanges that are named, else those of two bookmarks, else the newest two', () => {
	const opened = (exchanges: readonly number[], positions: readonly number[] = []) => {
		const bookmarks = positions.map(position => ({position, note: ''}));
		const model = screenOf(events, {bookmarks}, {size: {width: 80, height: 24}});
		model.dispatch({name: 'openDiff', exchanges});
		return model.state.overlay === 'diff' ? model.state.diff.exchanges : model.state.notice;
	};
	const [first, second] = [1, 2].map(number => events.findIndex(({exchange}) => exchange === number) + 3);
	assert.deepEqual(opened([3, 1]), [3, 1]);
	assert.deepEqual(opened([1]), [1, 3]);
	assert.deepEqual(opened([3]), [3, 2]);
	assert.deepEqual(opened([]), [2, 3]);
	assert.deepEqual(opened([], [second ?? 0, first ?? 0]), [1, 2]);
	assert.deepEqual(opened([], [first ?? 0, (first ?? 0) + 1]), [2, 3]);
	assert.equal(opened([2, 9]), 'there is no exchange 9: they are 1 to 3');
	assert.equal(opened([2, 2]), 'name two different exchanges');
});
