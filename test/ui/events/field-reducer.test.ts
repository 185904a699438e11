import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, ping, textBlock} from '../../messages/conformance/sample-stream.js';

const events = [...tracedStream(message(ping, ...textBlock(0))), complete(900)];

/** Opens a field, changes what stands in it, and presses Enter. Gives what stood in it. */
const ask = (
	model: ScreenStore,
	field: 'openBreakpoint' | 'openFilter' | 'openGoto',
	change: (value: string) => string,
): string => {
	model.dispatch({name: field});
	const value = model.state.field?.value ?? '';
	model.dispatch({name: 'submitField', value: change(value)});
	return value;
};

test('a breakpoint is confirmed, fills its field when that is opened again, and is cleared by emptying it', () => {
	const model = screenOf(events);
	ask(model, 'openBreakpoint', () => 'gap over 2 s');
	assert.equal(model.state.notice, 'stops when a gap is over 2 s');
	const shown = ask(model, 'openBreakpoint', value => value);
	assert.equal(shown, 'gap 2 s');
	assert.deepEqual(model.state.playback.breakpoint, {on: 'gap', gap: 2000});
	ask(model, 'openBreakpoint', () => '');
	assert.equal(model.state.playback.breakpoint, null);
	assert.equal(model.state.notice, 'breakpoint cleared');
});

test('a filter takes types by their names and with a word before them, and is written so again', () => {
	const model = screenOf(events);
	ask(model, 'openFilter', () => 'type: ping kind:novelty error cats');
	assert.deepEqual([...(model.state.filter.kinds ?? [])], ['ping', 'novelty', 'error']);
	assert.equal(model.state.filter.text, 'cats');
	assert.equal(
		ask(model, 'openFilter', () => ''),
		'ping type:novelty error cats',
	);
	assert.equal(model.state.filter.kinds, null);
});

test('a jump is confirmed with the scrubber’s time, and an impossible one is refused', () => {
	const later = events.map(event => ({...event, at: event.at + 65_000, exchange: 2}));
	const model = screenOf([...events, ...later]);
	for (const [words, notice] of [
		['#3', '#3, 110 ms from the beginning'],
		['1:05', '#11, 1 m 5 s from the beginning'],
		['99', '"99" is not an event: enter a number from 1 to 20, or a time such as 3.5s or 1:05'],
	] as const) {
		ask(model, 'openGoto', () => words);
		assert.equal(model.state.notice, notice);
	}

	const empty = screenOf([]);
	ask(empty, 'openGoto', () => '1');
	assert.equal(empty.state.notice, 'there are no events yet');
});

test('where no times are known, neither a time nor a gap is taken, and the notice says why', () => {
	const model = screenOf(events, {}, {hasTimes: false});
	ask(model, 'openGoto', () => '1:05');
	assert.equal(
		model.state.notice,
		'"1:05" is not an event: enter a number from 1 to 10; the capture has no times',
	);
	ask(model, 'openGoto', () => '3');
	assert.equal(model.state.notice, '#3');
	ask(model, 'openBreakpoint', () => 'ping');
	ask(model, 'openBreakpoint', () => 'gap 2s');
	assert.match(model.state.notice ?? '', /no times, so it has no gaps/);
	assert.deepEqual(model.state.playback.breakpoint, {on: 'kind', kind: 'ping'});
});
