import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stoppedPlayback} from '../../../source/analysis/playback.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {newsOfHold, newsOfSource} from '../../../source/ui/attention/growth-news.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {filterOf} from '../../helpers/filter-of.js';
import {complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const answer = tracedStream(message(...textBlock(0)));
const alter = (how: 'held' | 'released', at: number): TraceEvent => ({
	type: 'altered',
	at,
	exchange: 1,
	attempt: 1,
	how,
	sse: 1,
});

describe('the news of a held stream', () => {
	const newsAt = (playhead: number | null, heldSince: number, ...more: readonly TraceEvent[]) => {
		const screen = screenOf(
			[...answer.slice(0, 3), alter('held', 300), ...more],
			{playhead, playback: {...stoppedPlayback, breakpoint: filterOf('type:message_start')}},
			{isReplay: true, isFollowed: true},
		).newest();
		return newsOfHold(screen, {exchange: 1, heldSince})?.words ?? null;
	};

	it('say what lets it go on', () => {
		assert.equal(newsAt(null, 300), 'exchange 1 is held: H lets it go on');
		assert.equal(newsAt(2, 300), 'exchange 1 is held: H lets it go on');
	});

	it('are none where the breakpoint has stopped the screen at the same event, but are there for the next hold', () => {
		assert.equal(newsAt(3, 300), null);
		assert.equal(
			newsAt(3, 500, alter('released', 400), alter('held', 500)),
			'exchange 1 is held: H lets it go on',
		);
	});
});

describe('the news of a source that has ended', () => {
	const newsOf = (events: readonly TraceEvent[]) => {
		const screen = screenOf(events, {}, {isReplay: true, isFollowed: true}).newest();
		return newsOfSource(screen, screen.live).words;
	};

	it('say how the last exchange ended, if there is one', () => {
		assert.equal(newsOf([]), 'the stream has ended');
		assert.equal(newsOf([...answer, complete(900)]), 'the stream has ended, answered in 900 ms');
		assert.equal(newsOf([...answer, failed(900, 'a')]), 'the stream has ended, failed: It failed');
		assert.equal(newsOf(answer), 'the stream has ended');
	});
});
