import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {SdkLane} from '../../../source/trace/sdk-lane.js';
import {Trace} from '../../../source/trace/trace.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import {selectView} from '../../../source/ui/player/select-view.js';
import {atTop} from '../../../source/ui/screen/list-state.js';
import {openScreen} from '../../../source/ui/screen/screen.js';
import {createScreenStore, type ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {appendExchange} from '../../helpers/append-exchange.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {failed, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, messageStart, messageStop, ping, text} from '../../messages/conformance/sample-stream.js';

/** Three exchanges of five events each; the second one failed. */
const openModel = (isReplay: boolean): ScreenStore => {
	const trace = new Trace();
	for (const outcome of ['complete', 'failed', 'complete'] as const) {
		appendExchange(trace, {messages: [{role: 'user', content: 'Hello'}], answer: 'Hi', outcome});
	}

	const theme = createTheme('plain', 0, 'dark');
	const size = {width: 120, height: 40};
	return createScreenStore(
		openScreen(
			{trace, lane: new SdkLane(), theme, size, isReplay},
			isReplay ? {playhead: 0, focus: 'events'} : {},
		),
	);
};

const goTo = (model: ScreenStore, words: string) => {
	keysOf(model).openGoto();
	model.dispatch({name: 'submitField', value: words});
};

test('stepping forward and back moves the playhead by an event and stops playing', () => {
	const model = openModel(true);
	const {playPause, stepForward, stepBack} = keysOf(model);
	playPause();
	assert.ok(model.state.playback.isPlaying);
	stepForward();
	stepForward();
	assert.equal(model.state.playhead, 2);
	assert.ok(!model.state.playback.isPlaying);
	stepBack();
	stepBack();
	stepBack();
	assert.equal(model.state.playhead, 0);
});

test('a live trace that is paused stays so when it is stepped to its end; only G goes live', () => {
	const model = openModel(false);
	const {playPause, stepForward, stepBack} = keysOf(model);
	playPause();
	assert.equal(model.state.playhead, 15);
	stepBack();
	stepForward();
	stepForward();
	assert.equal(model.state.playhead, 15);
	appendExchange(model.state.trace, {messages: [{role: 'user', content: 'More'}]});
	assert.equal(model.state.playhead, 15);
	keysOf(model).logTail();
	assert.equal(model.state.playhead, null);
});

test('g, G, j and k read a recording as a whole, o brings the playhead, and space plays from the beginning again', () => {
	const model = openModel(true);
	const {logTail, logTop, logDown, logUp, playFromHere} = keysOf(model);
	const selected = [logTail, logDown, logUp, logTop, logUp, logDown].map(key => {
		key();
		return selectPosition(model.newest());
	});
	assert.deepEqual(selected, [14, 14, 13, 0, 0, 1]);
	assert.equal(model.state.playhead, 0);
	playFromHere();
	assert.equal(model.state.playhead, 2);
	keysOf(model).goLive();
	assert.equal(model.state.playhead, 15);
	keysOf(model).playPause();
	assert.equal(model.state.playhead, 0);
	assert.ok(model.state.playback.isPlaying);
});

test('] and [ go to the beginnings of exchanges', () => {
	const model = openModel(true);
	const {nextExchange, previousExchange} = keysOf(model);
	const visited = [nextExchange, nextExchange, nextExchange, previousExchange, previousExchange].map(move => {
		move();
		return model.state.playhead;
	});
	assert.deepEqual(visited, [1, 6, 11, 6, 1]);
});

test('] goes live behind the last exchange, and to the end of a replay', () => {
	const live = openModel(false);
	live.dispatch({name: 'seek', length: 12});
	keysOf(live).nextExchange();
	assert.equal(live.state.playhead, null);
	keysOf(live).nextExchange();
	assert.equal(live.state.playhead, null);

	const replay = openModel(true);
	replay.dispatch({name: 'seek', length: 12});
	keysOf(replay).nextExchange();
	assert.equal(replay.state.playhead, 15);
});

test('L says that the loop is on, and that nothing plays yet', () => {
	const model = openModel(true);
	const {toggleLoop, playPause} = keysOf(model);
	const said = [toggleLoop, toggleLoop].map(key => {
		key();
		return model.state.notice;
	});
	assert.deepEqual(said, ['loop on: Space plays', 'loop off']);
	playPause();
	toggleLoop();
	assert.equal(model.state.notice, 'loop on');
});

test('the next error, type and hit behind the playhead are selected, and the playhead stays', () => {
	const model = openModel(true);
	const {nextError, nextSame, previousSame, openSearch} = keysOf(model);
	// These streams lack fields and a message_stop, which are errors before that of the second exchange.
	const visited = [2, 4, 7, 10].map(() => {
		nextError();
		return selectPosition(model.newest()) + 1;
	});
	assert.deepEqual(visited, [2, 4, 7, 10]);
	nextSame();
	assert.equal(selectPosition(model.newest()), 14);
	previousSame();
	assert.equal(selectPosition(model.newest()), 9);
	assert.equal(model.state.playhead, 0);

	model.dispatch({name: 'seek', length: 2});
	openSearch();
	model.dispatch({name: 'submitField', value: 'text_delta'});
	assert.equal(selectPosition(model.newest()), 3);
	assert.equal(model.state.notice, 'hit 1 of 3');
	assert.equal(model.state.playhead, 2);
});

test('o puts the playhead at the selected event', () => {
	const model = openModel(true);
	keysOf(model).logTail();
	keysOf(model).logUp();
	keysOf(model).logUp();
	keysOf(model).playFromHere();
	assert.equal(model.state.playhead, 13);
	assert.equal(selectView(model.newest()).length, 13);
});

test('a number or a time moves the playhead of a replay, and only selects while it is live', () => {
	const replay = openModel(true);
	goTo(replay, '7');
	assert.equal(replay.state.playhead, 7);
	goTo(replay, '3ms');
	assert.equal(replay.state.playhead, 4);
	goTo(replay, '99');
	assert.equal(replay.state.playhead, 4);
	assert.match(replay.state.notice ?? '', /1 to 15/);

	const live = openModel(false);
	goTo(live, '7');
	assert.equal(live.state.playhead, null);
	assert.equal(selectPosition(live.newest()), 6);
});

test('e stops at an event that breaks a rule; a note is no error', () => {
	const events = [
		...tracedStream([
			messageStart(),
			ping,
			{event: 'novelty', data: '{"type":"novelty"}'},
			blockStart(0),
			text(0, 'Cats'),
			{event: 'content_block_delta', data: '{"type":"content_blo', unterminated: true},
		]),
		failed(900, 'ended_early'),
	];
	const model = screenOf(events, {playhead: 1});
	const {nextError, previousError} = keysOf(model);
	const visited = [nextError, nextError, previousError].map(jump => {
		jump();
		return selectPosition(model.newest());
	});
	assert.deepEqual(visited, [7, 8, 7]);
});

test('e finds what a long exchange breaks that has not been checked yet', () => {
	const many = Array.from({length: 12_000}, () => ping);
	const model = screenOf(
		tracedStream([messageStart(), ...many, {event: 'ping', data: 'no JSON'}, messageStop]),
		{log: atTop},
	);
	keysOf(model).nextError();
	while (model.state.hunt !== null) {
		model.dispatch({name: 'continueHunt'});
	}

	assert.equal(selectPosition(model.newest()), 12_003);
});
