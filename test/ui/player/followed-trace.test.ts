import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {SdkLane} from '../../../source/trace/sdk-lane.js';
import {Trace} from '../../../source/trace/trace.js';
import {selectLength} from '../../../source/ui/player/select-view.js';
import {openScreen} from '../../../source/ui/screen/screen.js';
import {createScreenStore} from '../../../source/ui/screen/screen-store.js';
import {appendExchange} from '../../helpers/append-exchange.js';
import {keysOf} from '../../helpers/drawn-pane.js';

const openFollowed = () => {
	const trace = new Trace();
	const grow = () =>
		appendExchange(trace, {messages: [{role: 'user', content: 'Hello'}], answer: 'Hi', outcome: 'complete'});
	grow();
	const theme = createTheme('plain', 0, 'dark');
	const screen = openScreen(
		{trace, lane: new SdkLane(), theme, isReplay: true, isFollowed: true},
		{focus: 'events', playhead: null},
	);
	const store = createScreenStore(screen);
	return {store, keys: keysOf(store), grow, length: () => selectLength(store.newest())};
};

test('the playhead follows a trace that grows, stands still when paused, and is live again by 0', () => {
	const {store, keys, grow, length} = openFollowed();
	assert.equal(length(), 5);
	grow();
	assert.equal(length(), 10);
	keys.playPause();
	grow();
	assert.deepEqual([store.newest().playhead, length()], [10, 10]);
	keys.stepBack();
	assert.equal(length(), 9);
	keys.goLive();
	grow();
	assert.deepEqual([store.newest().playhead, length()], [null, 20]);
});

test('playing to the end of a followed trace makes it live', () => {
	const {store, keys, grow} = openFollowed();
	keys.stepBack();
	keys.playPause();
	assert.equal(store.newest().playback.isPlaying, true);
	store.dispatch({name: 'playTo', playhead: 5, outcome: 'end'});
	grow();
	assert.deepEqual([store.newest().playhead, store.newest().playback.isPlaying], [null, false]);
});

test('G and g move in a followed log as in the chat, and there is no prompt to go to', () => {
	const {store, keys} = openFollowed();
	keys.logTop();
	assert.equal(store.newest().playhead, null);
	keys.logTail();
	assert.equal(store.newest().playhead, null);
	keys.focusPrompt();
	assert.equal(store.newest().focus, 'events');
});
