import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import {SdkLane} from '../../../source/trace/sdk-lane.js';
import {Trace} from '../../../source/trace/trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {notifyWays, type WindowFocus} from '../../../source/ui/attention/attention-state.js';
import {isNotified, type News, newsOfEnd} from '../../../source/ui/attention/news.js';
import {openScreen, type Screen} from '../../../source/ui/screen/screen.js';
import {calledTools, pausedSearch} from '../../helpers/called-tools.js';
import {aborted, complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {
	message,
	messageDelta,
	messageStart,
	messageStop,
	textBlock,
} from '../../messages/conformance/sample-stream.js';

const answer = tracedStream(message(...textBlock(0)));

const newsFor = (events: readonly TraceEvent[], state: Partial<Screen> = {}): News | null => {
	const trace = new Trace(events);
	const screen = openScreen({trace, lane: new SdkLane(), theme: createTheme('plain', 0)}, state);
	const exchange = lastItem(screen.live.exchanges);
	assert.ok(exchange);
	return newsOfEnd(screen, exchange);
};

describe('the news of an answer that ended', () => {
	it('are how long it took, and press only after more than ten seconds', () => {
		assert.deepEqual(newsFor([...answer, complete(12_400)]), {words: 'answered in 12.4 s', isPressing: true});
		assert.deepEqual(newsFor([...answer, complete(10_000)]), {
			words: 'answered in 10.0 s',
			isPressing: false,
		});
	});

	it('are why it is not whole', () => {
		const cut = tracedStream([messageStart(), ...textBlock(0), messageDelta('max_tokens'), messageStop]);
		assert.deepEqual(newsFor([...cut, complete(2000)]), {
			words: 'cut off at max_tokens after 2.00 s',
			isPressing: false,
		});
	});

	it('are that it failed, however soon', () => {
		assert.deepEqual(newsFor([...answer, failed(200, 'api_error')]), {
			words: 'failed: It failed',
			isPressing: true,
		});
	});

	it('are what it waits for: the result of a call, or a person who continues the turn', () => {
		assert.deepEqual(newsFor(calledTools([{id: 'toolu_1', name: 'weather'}])), {
			words: 'waits for you: weather',
			isPressing: true,
		});
		assert.deepEqual(newsFor(pausedSearch()), {words: 'waits for you: the turn is paused', isPressing: true});
	});

	it('are none while commands answer all its calls, for the turn then continues', () => {
		const called = calledTools([
			{id: 'toolu_1', name: 'clock'},
			{id: 'toolu_2', name: 'weather'},
		]);
		const running = {kind: 'running'} as const;
		assert.equal(newsFor(called, {calls: new Map([['toolu_1', running]])})?.words, 'waits for you: weather');
		assert.equal(
			newsFor(called, {
				calls: new Map([
					['toolu_1', running],
					['toolu_2', running],
				]),
			}),
			null,
		);
	});

	it('are none while it arrives, or if the person stopped it', () => {
		assert.equal(newsFor(answer), null);
		assert.equal(newsFor([...answer, aborted(60_000)]), null);
	});
});

describe('whether a person is notified', () => {
	const wanted = (windowFocus: WindowFocus, isPressing: boolean, isPresenting = false) =>
		notifyWays.filter(notify => isNotified({notify, windowFocus, isPresenting}, {words: '', isPressing}));

	it('is always, while the terminal has said that it is not focused', () => {
		assert.deepEqual(wanted('away', true), ['auto', 'desktop', 'bell']);
		assert.deepEqual(wanted('away', false), ['auto', 'desktop', 'bell']);
	});

	it('is never while it is focused', () => {
		assert.deepEqual(wanted('focused', true), []);
	});

	it('is only of what presses and in a way that was asked for, while that is not known', () => {
		assert.deepEqual(wanted('unknown', true), ['desktop', 'bell']);
		assert.deepEqual(wanted('unknown', false), []);
	});

	it('is never in front of an audience', () => {
		assert.deepEqual(wanted('away', true, true), []);
	});
});
