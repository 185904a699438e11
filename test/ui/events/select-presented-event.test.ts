import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {bigText} from '../../../source/text/drawings/big-text.js';
import {selectPresentedEvent} from '../../../source/ui/events/select-presented-event.js';
import {selectScrubber} from '../../../source/ui/player/select-scrubber.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, text} from '../../messages/conformance/sample-stream.js';

const events = [...tracedStream(message(blockStart(0), text(0, ' 65.\n'), blockStop(0))), complete(900)];

const open = (position: number, note = '') =>
	screenOf(
		events,
		{isPresenting: true, focus: 'events', playhead: position + 1, bookmarks: [{position: 4, note}]},
		{isReplay: true, size: {width: 120, height: 30}},
	);

const linesOf = (model: ScreenStore) =>
	(selectPresentedEvent(model.newest())?.lines ?? []).map(line => stripVTControlCharacters(line).trim());

const presented = (position: number, note = '') => linesOf(open(position, note));

const titleOf = (model: ScreenStore) =>
	(selectPresentedEvent(model.newest())?.title ?? []).map(({text}) => text).join('');

test('the piece is drawn large, and an event that brings none by its name, a message_delta by its stop reason', () => {
	for (const [position, words] of [
		[4, '" 65.↵"'],
		[7, 'message_stop'],
		[6, 'end_turn'],
	] as const) {
		const drawn = bigText(words, {width: 72, height: 7}).rows.map(row => row.trim());
		const lines = presented(position);
		for (const row of drawn) {
			assert.ok(lines.includes(row), lines.join('\n'));
		}
	}
});

test('the note of a bookmark is the caption from its event on', () => {
	assert.ok(presented(5, 'look here').includes('◈ look here'));
	assert.ok(!presented(3, 'look here').includes('◈ look here'));
});

test('a message_delta says how many tokens were written', () => {
	assert.ok(presented(6).includes('3 output tokens'), presented(6).join('\n'));
	assert.ok(!presented(5).some(line => line.includes('output token')));
});

test('the signs of the events are explained on the screen', () => {
	assert.match(presented(4).at(-1) ?? '', /┌ block starts {2}│ text {2}│ thinking/);
});

test('? hides the next event, and the scrubber behind it, until a step shows it', () => {
	const model = open(3);
	const keys = keysOf(model);
	keys.guessNext();
	assert.equal(titleOf(model), 'Event 5 of 9 · hidden');
	const hidden = linesOf(model);
	assert.equal(hidden[0], '? what comes next');
	assert.ok(hidden.includes('What comes next? . shows it.'));
	assert.ok(!hidden.some(line => line.includes('65')), hidden.join('\n'));
	const scrubber = stripVTControlCharacters(selectScrubber(model.newest())?.lines.at(-1) ?? '');
	assert.match(scrubber, /▲ +4\/9/);

	keys.stepForward();
	assert.equal(titleOf(model), 'Event 5 of 9');
	assert.ok(linesOf(model).some(line => line.includes('" 65.')));
	assert.match(
		stripVTControlCharacters(selectScrubber(model.newest())?.lines.at(-1) ?? ''),
		/▲.*[─┼┃].*5\/9/,
	);
});

test('? a second time shows the event before the hidden one, and at the end there is nothing to hide', () => {
	const model = open(3);
	const keys = keysOf(model);
	keys.guessNext();
	keys.guessNext();
	assert.equal(titleOf(model), 'Event 4 of 9');
	const last = open(8);
	keysOf(last).guessNext();
	assert.equal(titleOf(last), 'Event 9 of 9');
	assert.equal(last.state.notice, 'nothing comes after this event');
});

test('? hides what follows a selected event', () => {
	const model = open(6);
	const keys = keysOf(model);
	keys.logUp();
	keys.logUp();
	keys.guessNext();
	assert.equal(titleOf(model), 'Event 6 of 9 · hidden');
});

test('in a live stream, what has not arrived yet is hidden until a step finds it', () => {
	const [first, ...rest] = events;
	const model = screenOf(first === undefined ? [] : [first], {isPresenting: true, focus: 'events'});
	const keys = keysOf(model);
	keys.guessNext();
	keys.stepForward();
	assert.equal(titleOf(model), 'Event 2 of 2 · hidden');
	assert.equal(model.state.notice, 'no more has arrived yet');
	for (const event of rest) {
		model.state.trace.append(event);
	}

	keys.stepForward();
	assert.equal(titleOf(model), 'Event 2 of 2');
});
