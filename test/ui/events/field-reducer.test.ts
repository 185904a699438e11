import assert from 'node:assert/strict';
import {test} from 'node:test';
import {selectFieldNote} from '../../../source/ui/events/select-filter.js';
import type {ScreenAction} from '../../../source/ui/screen/screen-action.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {filterOf} from '../../helpers/filter-of.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, ping, textBlock} from '../../messages/conformance/sample-stream.js';

const events = [...tracedStream(message(ping, ...textBlock(0))), complete(900)];

/** Opens a field, changes what stands in it, and presses Enter. Gives what stood in it. */
const ask = (
	model: ScreenStore,
	field: 'openBreakpoint' | 'openFilter' | 'openSearch' | 'openGoto',
	change: (value: string) => string,
): string => {
	model.dispatch({name: field});
	const value = model.state.field?.value ?? '';
	model.dispatch({name: 'submitField', value: change(value)});
	return value;
};

test('a breakpoint is confirmed, fills its field when that is opened again, and is cleared by emptying it', () => {
	const model = screenOf(events);
	ask(model, 'openBreakpoint', () => 'gap > 2 s');
	assert.equal(model.state.notice, 'stops at gap>2s');
	const shown = ask(model, 'openBreakpoint', value => value);
	assert.equal(shown, 'gap>2s');
	assert.deepEqual(model.state.playback.breakpoint, filterOf('gap>2s'));
	ask(model, 'openBreakpoint', () => '');
	assert.equal(model.state.playback.breakpoint, null);
	assert.equal(model.state.notice, 'breakpoint cleared');
});

test('a filter fills its field as it was understood, and what is not understood stays in the field', () => {
	const model = screenOf(events);
	ask(model, 'openFilter', () => 'type: ping,novelty cats');
	assert.deepEqual(model.state.filter.passing, filterOf('type:ping,novelty cats'));
	assert.equal(
		ask(model, 'openFilter', () => 'colour:red'),
		'type:ping,novelty cats',
	);
	assert.equal(model.state.field?.value, 'colour:red');
	assert.deepEqual(selectFieldNote(model.newest()), {
		text: 'There is no field colour. Fields: type block exchange attempt read gap bytes status sdk finding text json. Quote a text with such signs: "colour:…".',
		isWrong: true,
	});
	assert.deepEqual(model.state.filter.passing, filterOf('type:ping,novelty cats'));
	model.dispatch({name: 'submitField', value: ''});
	assert.equal(model.state.field, null);
	assert.equal(model.state.filter.passing, null);
});

test('the field counts what a filter finds while it is typed', () => {
	const model = screenOf(events);
	keysOf(model).openFilter();
	for (const [value, note] of [
		['', null],
		['type:ping', '1 of 10'],
		['!type:ping', '9 of 10'],
		['nowhere', '0 of 10'],
	] as const) {
		model.dispatch({name: 'changeField', value});
		assert.equal(selectFieldNote(model.newest())?.text ?? null, note);
	}
});

test('Tab completes a filter in turn, and Up and Down recall earlier ones', () => {
	const model = screenOf(events);
	const valueAfter = (action: ScreenAction) => {
		model.dispatch(action);
		return model.state.field?.value;
	};
	ask(model, 'openSearch', () => 'cats');
	ask(model, 'openFilter', () => 'type:ping');
	keysOf(model).openBreakpoint();
	assert.equal(valueAfter({name: 'changeField', value: 'soil te'}), 'soil te');
	assert.equal(valueAfter({name: 'completeField'}), 'soil text:');
	assert.equal(valueAfter({name: 'changeField', value: 'type:message_st'}), 'type:message_st');
	assert.equal(valueAfter({name: 'completeField'}), 'type:message_start');
	assert.equal(valueAfter({name: 'completeField'}), 'type:message_stop');
	assert.equal(valueAfter({name: 'completeField'}), 'type:message_start');
	assert.equal(valueAfter({name: 'recallField', by: 1}), 'type:ping');
	assert.equal(valueAfter({name: 'recallField', by: 1}), 'cats');
	assert.equal(valueAfter({name: 'recallField', by: 1}), 'cats');
	assert.equal(valueAfter({name: 'recallField', by: -1}), 'type:ping');
	assert.equal(valueAfter({name: 'recallField', by: -1}), 'type:message_start');
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
	ask(model, 'openBreakpoint', () => 'type:ping');
	ask(model, 'openBreakpoint', () => 'gap>2s');
	assert.match(model.state.notice ?? '', /no times, so it has no gaps/);
	assert.deepEqual(model.state.playback.breakpoint, filterOf('type:ping'));
});

test('what the SDK does cannot be a breakpoint, because it is known only later', () => {
	const model = screenOf(events);
	ask(model, 'openBreakpoint', () => 'sdk:dropped');
	assert.match(model.state.notice ?? '', /known only after an event/);
	assert.equal(model.state.playback.breakpoint, null);
});
