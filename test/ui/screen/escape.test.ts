import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {escapeHint, turnsNotice} from '../../../source/ui/screen/escape.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {calledTools} from '../../helpers/called-tools.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, messageStart} from '../../messages/conformance/sample-stream.js';

const escapeIn = (isStreaming: boolean, state: Partial<ScreenState>, isReplay = false) => {
	const events = isStreaming ? tracedStream([messageStart()]) : [...tracedStream(message()), complete(300)];
	const model = screenOf(events, state, {isReplay});
	let interrupts = 0;
	model.onEffect(({name}) => {
		interrupts += name === 'interrupt' ? 1 : 0;
	});
	model.dispatch({name: 'escape'});
	return {...model.state, interrupts};
};

test('Esc first closes what is open', () => {
	const {overlay, isPresenting} = escapeIn(false, {overlay: 'help', isPresenting: true});
	assert.equal(overlay, null);
	assert.ok(isPresenting);
});

test('Esc stops presenting if there is no answer to stop, in the player too', () => {
	for (const isReplay of [false, true]) {
		assert.equal(escapeIn(false, {isPresenting: true, focus: 'events'}, isReplay).isPresenting, false);
	}

	assert.equal(escapeIn(true, {isPresenting: true}, true).isPresenting, false);
	const {isPresenting, interrupts} = escapeIn(true, {isPresenting: true});
	assert.ok(isPresenting);
	assert.equal(interrupts, 1);
});

test('Esc goes back to the prompt, and from there it stops the answer', () => {
	assert.equal(escapeIn(true, {focus: 'events'}).focus, 'prompt');
	assert.equal(escapeIn(true, {}).interrupts, 1);
	assert.equal(escapeIn(false, {}).interrupts, 0);
});

/** What Esc is said to do in a state, and what of the screen or outside it changes when it is pressed. */
const saidAndDone = (events: readonly TraceEvent[], state: Partial<ScreenState>, isReplay = false) => {
	const model = screenOf(events, state, {isReplay});
	const said = escapeHint(model.newest(), null, 1);
	const before = model.newest();
	const effects: string[] = [];
	model.onEffect(({name}) => effects.push(name));
	model.dispatch({name: 'escape'});
	const after = model.newest();
	const changed = Object.keys(after).filter(key => Reflect.get(after, key) !== Reflect.get(before, key));
	return [said, ...changed, ...effects];
};

const running = tracedStream([messageStart()]);
const done = [...tracedStream(message()), complete(300)];
const callsWith = (kind: 'running' | 'asking') => ({calls: new Map([['toolu_1', {kind}] as const])});

test('the hint says what Esc does then, and nothing where it does nothing', () => {
	assert.deepEqual(
		[
			saidAndDone([], {}),
			saidAndDone(done, {}),
			saidAndDone(done, {notice: turnsNotice}),
			saidAndDone(running, {}),
			saidAndDone(running, {isComparing: true}),
			saidAndDone(done, {overlay: 'help'}),
			saidAndDone(running, {overlay: 'exchanges', focus: 'events'}),
			saidAndDone(done, {focus: 'events'}),
			saidAndDone(done, {focus: 'history', turn: 1}),
			saidAndDone(done, {focus: 'history', find: {text: 'a', at: null}}),
			saidAndDone(done, {isPresenting: true}),
			saidAndDone(done, {...callsWith('running'), focus: 'history'}),
			saidAndDone(done, callsWith('asking')),
			saidAndDone(done, {focus: 'events'}, true),
		],
		[
			[''],
			['Esc Esc turns', 'notice'],
			['Esc lists the turns', 'overlay', 'notice'],
			['Esc stops', 'interrupt'],
			['Esc stops both', 'interrupt'],
			['Esc closes', 'overlay'],
			['Esc closes', 'overlay'],
			['Esc prompt', 'focus'],
			['Esc unselects the turn', 'turn'],
			['Esc ends the search', 'find'],
			['Esc ends presenting', 'isPresenting'],
			['Esc stops the command', 'calls', 'stopCommands'],
			['Esc runs nothing', 'calls'],
			[''],
		],
	);
});

test('what Esc does in the prompt comes first, and an empty queue is not edited', () => {
	const screen = screenOf(running, {}).newest();
	assert.equal(escapeHint(screen, 'closeMenu', 0), 'Esc closes the menu');
	const waiting = screenOf(calledTools([{id: 'toolu_1', name: 'weather'}])).newest();
	assert.deepEqual([escapeHint(waiting, null, 0), escapeHint(waiting, null, 2)], ['', 'Esc edits the queue']);
});
