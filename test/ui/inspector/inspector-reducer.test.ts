import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tabAt} from '../../../source/ui/inspector/tab-rows.js';
import {placeOf} from '../../../source/ui/screen/layout.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {selectLayout} from '../../../source/ui/screen/select-layout.js';
import {keysOf, pointAt, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const events = [...tracedStream(message(...textBlock(0))), complete(300)];

/** A tab that was scrolled, and a request of which curl was copied. */
const before: Partial<ScreenState> = {
	tab: 'request',
	focus: 'inspector',
	copiedNext: 'Python',
	inspector: {isFollowing: false, selected: 3, top: 3},
	notice: 'curl copied',
};

const pressTab = (store: ScreenStore) => {
	const place = placeOf(selectLayout(store.state), 'inspector');
	assert.ok(place);
	const column = Array.from({length: place.width}, (_, cell) => cell).find(
		column => tabAt({row: 0, column}, 'request', {width: place.width - 3, rows: 1}) === 'event',
	);
	pointAt(store, {kind: 'press', x: place.x + 2 + (column ?? 0), y: place.y + 1});
};

test('a tab is opened the same way by its key, by a press of the mouse and by r', () => {
	const [byKey, byMouse, byRaw] = [
		(store: ScreenStore) => keysOf(store).eventTab(),
		pressTab,
		(store: ScreenStore) => {
			// Twice: raw and back.
			keysOf(store).toggleRaw();
			keysOf(store).toggleRaw();
		},
	].map(open => {
		const store = screenOf(events, before);
		open(store);
		const {tab, inspector, copiedNext, notice, isRaw} = store.state;
		return {tab, inspector, copiedNext, notice, isRaw};
	});
	assert.deepEqual(byMouse, byKey);
	assert.deepEqual(byRaw, byKey);
	assert.equal(byKey?.tab, 'event');
	assert.equal(byKey?.inspector.top, 0);
	assert.equal(byKey?.copiedNext, 'curl');
});

test('where the inspector has no room beside the log, a key of its tabs goes to it', () => {
	const [narrow, wide] = [
		{width: 80, height: 24},
		{width: 200, height: 50},
	].map(size => {
		const store = screenOf(events, {focus: 'events'}, {size});
		keysOf(store).eventTab();
		return store.state;
	});
	assert.equal(narrow?.focus, 'inspector');
	assert.equal(wide?.focus, 'events');
	assert.deepEqual([narrow?.tab, wide?.tab], ['event', 'event']);
});
