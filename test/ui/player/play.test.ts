import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Playback, stoppedPlayback} from '../../../source/analysis/playback.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {type PlayPlace, playTick} from '../../../source/ui/player/play.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {filterOf} from '../../helpers/filter-of.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, text} from '../../messages/conformance/sample-stream.js';

const answer: readonly TraceEvent[] = [
	...tracedStream(
		message(blockStart(0), text(0, 'Cats '), text(0, 'meow'), text(0, ' loudly'), blockStop(0)),
	),
	complete(900),
];

/** A live chat in which a breakpoint is set, and what then comes reaches the trace event by event. `told` lists what a person is told. */
const stream = (events: readonly TraceEvent[], words: string, told: string[] = []): ScreenStore => {
	const model = screenOf([], {playback: {...stoppedPlayback, breakpoint: filterOf(words)}});
	model.onEffect(effect => {
		if (effect.name === 'tell') {
			told.push(effect.news.words);
		}
	});
	model.state.trace.subscribe(() => model.dispatch({name: 'checkBreakpoint'}));
	for (const event of events) {
		model.state.trace.append(event);
	}

	return model;
};

test('a breakpoint stops a live stream right after the event that it is about, and says so; the stream goes on', () => {
	for (const [words, playhead] of [
		['type:message_start', 3],
		['"cats meow"', 6],
		['gap>500ms', 11],
	] as const) {
		const told: string[] = [];
		const model = stream(answer, words, told);
		assert.equal(model.state.playhead, playhead);
		assert.match(model.state.notice ?? '', /^stopped at /);
		assert.equal(model.state.trace.length, answer.length);
		assert.deepEqual(told, [model.state.notice]);
	}
});

test('it stops again when the live end is gone back to, and not while the playhead stands', () => {
	const model = stream(answer, 'type:message_start');
	const again = answer.map(event => ({...event, at: event.at + 5000, exchange: 2}));
	for (const event of again.slice(0, 5)) {
		model.state.trace.append(event);
	}

	assert.equal(model.state.playhead, 3);
	model.dispatch({name: 'goLive'});
	for (const event of again.slice(5)) {
		model.state.trace.append(event);
	}

	assert.equal(model.state.playhead, null);
	for (const event of answer.map(one => ({...one, at: one.at + 9000, exchange: 3}))) {
		model.state.trace.append(event);
	}

	assert.equal(model.state.playhead, 25);
});

/** A live chat whose stream has come to its fifth delta; the playhead plays at an early place. */
const catchingUp = (playback: Partial<Playback> = {}): ScreenStore =>
	screenOf(answer.slice(0, 7), {
		playhead: 4,
		playback: {...stoppedPlayback, isPlaying: true, speed: 10, ...playback},
	});

/** Plays on as the player does. Gives where it is then. */
const tick = (model: ScreenStore, place: PlayPlace, elapsed: number): PlayPlace => {
	const next = playTick(model.newest(), place, elapsed);
	if (next.action !== null) {
		model.dispatch(next.action);
	}

	return next.place;
};

const standing: PlayPlace = {playhead: 4, waited: 0};

test('playing that catches up with a stream goes live with it, also where the stream is never a moment still', () => {
	const model = catchingUp();
	let place = standing;
	for (const event of answer.slice(7, 9)) {
		place = tick(model, place, 40);
		model.state.trace.append(event);
	}

	assert.equal(model.state.playhead, null);
	assert.equal(model.state.playback.isPlaying, false);
	assert.ok(model.state.log.isFollowing);
});

test('a loop waits for the end of a stream before it begins again', () => {
	const model = catchingUp({isLooping: true});
	let place = tick(model, standing, 40);
	for (const elapsed of [40, 5000, 5000]) {
		place = tick(model, place, elapsed);
		assert.equal(model.state.playhead, 7);
	}

	for (const event of answer.slice(7)) {
		model.state.trace.append(event);
	}

	place = tick(model, place, 5000);
	assert.equal(model.state.playhead, answer.length);
	place = tick(model, place, 500);
	assert.equal(model.state.playhead, answer.length);
	place = tick(model, place, 500);
	assert.equal(model.state.playhead, 0);
	assert.ok(model.state.playback.isPlaying);
});

test('a loop between two bookmarks repeats what is between them, and begins there', () => {
	const bookmarks = [5, 2].map(position => ({position, note: ''}));
	const model = screenOf(answer, {bookmarks, playhead: 0}, {isReplay: true});
	const {toggleLoop, playPause} = keysOf(model);
	toggleLoop();
	assert.deepEqual([model.state.playhead, model.state.notice], [3, 'loop from #3 to #6: Space plays']);
	playPause();
	let place = tick(model, {playhead: 3, waited: 0}, 1e6);
	assert.equal(model.state.playhead, 6);
	place = tick(model, place, 1000);
	assert.equal(model.state.playhead, 3);
	tick(model, place, 1e6);
	assert.equal(model.state.playhead, 6);
	assert.ok(model.state.playback.isPlaying);
});

test('a recording stands at its end', () => {
	const playback = {...stoppedPlayback, isPlaying: true};
	const model = screenOf(answer, {playhead: 4, playback}, {isReplay: true});
	tick(model, standing, 1e6);
	assert.equal(model.state.playhead, answer.length);
	assert.equal(model.state.playback.isPlaying, false);
});
