import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rowWidth} from '../../../source/text/segment.js';
import {startChoices} from '../../../source/ui/conversation/start-choices.js';
import {startRows} from '../../../source/ui/conversation/start-rows.js';

const facts = {chosen: null, hasSessions: true, welcome: ['You are talking to the embedded demo.']};

const textOf = (room: {width: number; height: number}, more: Partial<typeof facts> = {}) =>
	startRows({...facts, ...more}, room).rows.map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);

test('with room, it says what this is, draws a stream, and offers four things', () => {
	assert.deepEqual(textOf({width: 76, height: 20}), [
		'',
		'streamscope',
		'      Cats     chase    mice.',
		'●──┬───•────────•────────•───┴──■',
		'Chat with Claude and watch the stream that carries each answer.',
		'',
		'1 Three words             a tiny answer, event by event',
		'2 Watch it think          its thoughts come first',
		'3 Break the connection    the demo stops inside an event',
		'4 Open the last session   where you left off',
		'',
		'You are talking to the embedded demo.',
		'1–4 or ↓ chooses · Tab panes · F1 help · / commands · @ files',
	]);
});

test('in a narrow or low pane, the choices and where messages go stay longest', () => {
	assert.deepEqual(textOf({width: 46, height: 6}), [
		'streamscope',
		'1 Three words',
		'2 Watch it think',
		'3 Break the connection',
		'4 Open the last session',
		'You are talking to the embedded demo.',
	]);
	assert.deepEqual(textOf({width: 36, height: 2}), [
		'1 Three words  2 Watch it think',
		'3 Break it  4 Last session',
	]);
});

test('without a saved session it says so', () => {
	assert.match(textOf({width: 76, height: 20}, {hasSessions: false}).join('\n'), /4 .*there is none yet/);
});

test('at every size the rows fit, and each place is where its number is drawn', () => {
	for (let width = 30; width <= 100; width += 7) {
		for (let height = 1; height <= 20; height++) {
			const {rows, places} = startRows({...facts, chosen: 1}, {width, height});
			assert.ok(rows.length <= height, `${width}×${height}`);
			assert.ok(
				rows.every(row => rowWidth(row) <= width),
				`${width}×${height}`,
			);
			for (const {choice, row, from} of places.filter(place => place.row < rows.length)) {
				const text = rows[row]?.map(one => one.text).join('') ?? '';
				const number = startChoices.findIndex(({name}) => name === choice) + 1;
				assert.match(text.slice(from, from + 2), new RegExp(`${number}[ ›]`), `${width}×${height}`);
			}
		}
	}
});
