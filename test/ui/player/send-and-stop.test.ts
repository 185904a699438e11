import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, text} from '../../messages/conformance/sample-stream.js';

const sample = message(blockStart(0), text(0, 'Hi'), text(0, '.'), blockStop(0));
const exchange = (number: number, attempt = 1) => tracedStream(sample, {exchange: number, attempt});

const open = (state: Partial<ScreenState> = {}) => screenOf([...exchange(1), complete(900)], state);

/** What the screen does while a trace grows: it looks at each event. */
const receive = (model: ScreenStore, events: ReturnType<typeof exchange>) => {
	for (const event of events) {
		model.state.trace.append(event);
		model.dispatch({name: 'checkBreakpoint'});
	}
};

const facts = ({state: {playhead, focus}}: ScreenStore) => ({playhead, focus});

describe('send and stop', () => {
	it('stands at the request of the prompt, and each step brings one event of the answer, which goes on arriving', () => {
		const model = open();
		model.dispatch({name: 'sendPrompt', isStopped: true});
		receive(model, exchange(2));
		assert.deepEqual(facts(model), {playhead: 11, focus: 'events'});
		assert.match(model.state.notice ?? '', /^sent: \. brings the next event/);
		assert.equal(model.newest().live.length, 19);
		const keys = keysOf(model);
		keys.stepForward();
		keys.stepForward();
		assert.equal(model.state.playhead, 13);
		keys.goLive();
		assert.equal(model.state.playhead, null);
	});

	it('stops once, or with stepping on at every prompt', () => {
		const once = open();
		once.dispatch({name: 'sendPrompt', isStopped: true});
		receive(once, exchange(2));
		once.dispatch({name: 'sendPrompt', isStopped: false});
		receive(once, exchange(3));
		assert.equal(once.state.playhead, null);

		const always = open({isStepping: true});
		always.dispatch({name: 'sendPrompt', isStopped: false});
		receive(always, exchange(2));
		assert.equal(always.state.playhead, 11);
		always.dispatch({name: 'sendPrompt', isStopped: false});
		receive(always, exchange(3));
		assert.equal(always.state.playhead, 20);
	});

	it('finds a request that was sent before it looked', () => {
		const model = open();
		model.dispatch({name: 'sendPrompt', isStopped: true});
		for (const event of exchange(2)) {
			model.state.trace.append(event);
		}

		model.dispatch({name: 'checkBreakpoint'});
		assert.equal(model.state.playhead, 11);
	});

	it('does not stop again at a retry, and not once the screen was sent back to the live end', () => {
		const model = open();
		model.dispatch({name: 'sendPrompt', isStopped: true});
		receive(model, exchange(2));
		keysOf(model).goLive();
		receive(model, exchange(2, 2));
		assert.equal(model.state.playhead, null);
	});

	it('puts the keys into the conversation where no event is shown', () => {
		const model = open({hasEvents: false});
		model.dispatch({name: 'sendPrompt', isStopped: true});
		assert.equal(model.state.focus, 'history');
		const presenting = open({hasEvents: false, isPresenting: true});
		presenting.dispatch({name: 'sendPrompt', isStopped: true});
		assert.equal(presenting.state.focus, 'events');
	});
});
