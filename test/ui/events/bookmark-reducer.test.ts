import assert from 'node:assert/strict';
import {test} from 'node:test';
import {selectNotice} from '../../../source/ui/events/select-caption.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import type {ScreenEffect} from '../../../source/ui/screen/screen-effect.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, ping, textBlock} from '../../messages/conformance/sample-stream.js';

const first = [...tracedStream(message(ping, ...textBlock(0))), complete(900)];
const second = tracedStream(message(ping), {exchange: 2}).map(event => ({...event, at: event.at + 1000}));

const open = () => {
	const model = screenOf([...first, ...second], {focus: 'events'}, {isReplay: true});
	const effects: ScreenEffect[] = [];
	model.onEffect(effect => effects.push(effect));
	return {model, effects, keys: keysOf(model)};
};

const select = (model: ScreenStore, number: number) =>
	model.dispatch({name: 'selectEvent', position: number - 1});

const mark = (model: ScreenStore, number: number) => {
	select(model, number);
	keysOf(model).toggleBookmark();
};

const write = (model: ScreenStore, number: number, note: string) => {
	select(model, number);
	keysOf(model).openNote();
	model.dispatch({name: 'submitField', value: note});
};

test('a bookmark says that it was set and how to come back, and that it was removed', () => {
	const {model, effects} = open();
	mark(model, 4);
	assert.equal(model.state.notice, '#4 bookmarked: u and U go to bookmarks, M writes a note');
	mark(model, 4);
	assert.equal(model.state.notice, 'the bookmark on #4 is removed');
	assert.deepEqual(model.state.bookmarks, []);
	assert.deepEqual(effects, [
		{
			name: 'keepBookmark',
			bookmark: {position: 3, note: ''},
			isRemoved: false,
			said: '#4 bookmarked: u and U go to bookmarks, M writes a note',
		},
		{
			name: 'keepBookmark',
			bookmark: {position: 3, note: ''},
			isRemoved: true,
			said: 'the bookmark on #4 is removed',
		},
	]);
});

test('two bookmarks measure time, events, bytes and reported tokens, whichever was set first', () => {
	const bytes = first.slice(3, 9).reduce((sum, event) => sum + ('data' in event ? event.data.length : 0), 0);
	for (const order of [
		[3, 9],
		[9, 3],
	]) {
		const {model} = open();
		for (const number of order) {
			mark(model, number);
		}

		assert.match(model.state.notice ?? '', /^#3 to #9: 60 ms, 6 events, \d+ B/);
		assert.match(model.state.notice ?? '', new RegExp(` ${bytes} B`));
	}
});

test('keys go to the next and the previous bookmark, say its number and note, and say if there is none', () => {
	const {model, keys} = open();
	keys.nextBookmark();
	assert.equal(model.state.notice, 'no bookmarks: m sets one');
	mark(model, 8);
	write(model, 4, 'the first ping');
	select(model, 1);
	keys.nextBookmark();
	assert.deepEqual(
		[selectPosition(model.newest()), model.state.notice],
		[3, 'bookmark 1 of 2: the first ping'],
	);
	keys.nextBookmark();
	assert.deepEqual([selectPosition(model.newest()), model.state.notice], [7, 'bookmark 2 of 2']);
	keys.nextBookmark();
	assert.equal(model.state.notice, 'no bookmark after this event');
	keys.previousBookmark();
	assert.equal(selectPosition(model.newest()), 3);
});

test('a note is filled in when it is written again, loses control characters, and is removed by emptying it', () => {
	const {model, effects, keys} = open();
	write(model, 4, ' wait \u001B[2J here ');
	assert.equal(model.state.bookmarks[0]?.note.includes('\u001B'), false);
	const kept = model.state.bookmarks[0]?.note;
	keys.openNote();
	assert.equal(model.state.field?.value, kept);
	model.dispatch({name: 'submitField', value: ''});
	assert.deepEqual(model.state.bookmarks, [{position: 3, note: ''}]);
	assert.equal(effects.length, 2);
	select(model, 6);
	keys.openNote();
	model.dispatch({name: 'submitField', value: ''});
	assert.equal(model.state.bookmarks.length, 1);
});

test('the note of the last bookmark before the playhead is the caption, within its exchange', () => {
	const {model} = open();
	write(model, 4, 'now it waits');
	for (const [length, caption] of [
		[3, null],
		[4, '◈ now it waits'],
		[first.length, '◈ now it waits'],
		[first.length + 1, null],
	] as const) {
		model.dispatch({name: 'seek', length});
		assert.equal(selectNotice(model.newest()), caption);
	}
});

test('the events from one bookmark to the other are copied', () => {
	const {model, effects, keys} = open();
	keys.copyRange();
	assert.match(model.state.notice ?? '', /^set two bookmarks with m/);
	mark(model, 3);
	mark(model, 5);
	keys.copyRange();
	const copied = effects.at(-1);
	assert.ok(copied?.name === 'copy');
	assert.equal(copied.what, '#3 to #5');
	assert.equal(JSON.parse(copied.text).length, 3);
});
