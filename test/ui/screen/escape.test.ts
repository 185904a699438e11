import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
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
