import assert from 'node:assert/strict';
import {test} from 'node:test';
import {everything} from '../../../source/analysis/log-index.js';
import {History} from '../../../source/ui/conversation/history.js';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import {selectHighlight} from '../../../source/ui/conversation/select-turn.js';
import {EventLog} from '../../../source/ui/events/event-log.js';
import {PresentedEvent} from '../../../source/ui/events/presented-event.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import {selectPresentedEvent} from '../../../source/ui/events/select-presented-event.js';
import {Inspector} from '../../../source/ui/inspector/inspector.js';
import {selectInspector} from '../../../source/ui/inspector/select-inspector.js';
import {atTop} from '../../../source/ui/screen/list-state.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {keysOf, paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {filterOf} from '../../helpers/filter-of.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	message,
	ping,
	text,
} from '../../messages/conformance/sample-stream.js';

/** Twenty deltas from #6 to #25, a ping at #4. */
const events = [
	...tracedStream(
		message(
			ping,
			blockStart(0),
			...Array.from({length: 20}, (_, index) => text(0, `word ${index} `)),
			blockStop(0),
		),
	),
	complete(900),
];
const folded: Partial<ScreenState> = {filter: {...everything, isFolded: true}};

test('with runs folded, the event at the playhead is the selected one, step by step', () => {
	const model = screenOf(events, {...folded, playhead: 10});
	const {stepForward, stepBack} = keysOf(model);
	const visited = [stepForward, stepForward, stepBack].map(step => {
		step();
		return selectPosition(model.newest());
	});
	assert.deepEqual(visited, [10, 11, 10]);
});

test('folding and unfolding runs keeps the selected event, until its row is left', () => {
	const model = screenOf(events);
	const {toggleRuns, logUp, logDown} = keysOf(model);
	model.dispatch({name: 'selectEvent', position: 9});
	toggleRuns();
	assert.equal(selectPosition(model.newest()), 9);
	toggleRuns();
	assert.equal(selectPosition(model.newest()), 9);

	model.dispatch({name: 'selectEvent', position: 9});
	toggleRuns();
	logUp();
	logDown();
	assert.equal(selectPosition(model.newest()), 24);
});

test('a hit inside a folded run is found there, and the event of the same type after it behind the run', () => {
	const model = screenOf(events, {...folded, log: atTop, search: filterOf('"word 7"')});
	const {searchNext, nextSame} = keysOf(model);
	searchNext();
	assert.equal(selectPosition(model.newest()), 12);
	nextSame();
	assert.equal(model.state.notice, 'no event of this type after this event');
	assert.equal(selectPosition(model.newest()), 12);
});

test('a search finds the event that completes a text, and on the way back too', () => {
	const model = screenOf(events, {log: atTop, search: filterOf('"3 word 4 word 5"')});
	const {searchNext, searchPrevious} = keysOf(model);
	searchNext();
	assert.equal(selectPosition(model.newest()), 10);
	searchNext();
	assert.equal(model.state.notice, 'hit 1 of 1, from the beginning');
	model.dispatch({name: 'selectEvent', position: 20});
	searchPrevious();
	assert.equal(selectPosition(model.newest()), 10);
	searchPrevious();
	assert.equal(model.state.notice, 'hit 1 of 1, from the end');
});

test('with runs folded, a run is as long as it is at the playhead', () => {
	const model = screenOf(events, {...folded, playhead: 10, focus: 'events', isZoomed: true});
	const row = rowsOf(paneOf(EventLog, selectEventLog(model.newest()))).find(line => line.includes('×'));
	assert.match(row ?? '', /× 5 · \d+ ms · 35 ch · /);
});

const pings: Partial<ScreenState> = {
	filter: {...everything, passing: filterOf('type:ping')},
	focus: 'events',
};

test('the event at the playhead is selected even if the filter hides its row, and the log says so', () => {
	const model = screenOf(events, {...pings, playhead: 8});
	assert.equal(selectPosition(model.newest()), 7);
	assert.equal(selectHighlight(model.newest())?.block, 0);
	assert.match(
		rowsOf(paneOf(EventLog, selectEventLog(model.newest())))[0] ?? '',
		/ #8 is hidden · filter: type:ping /,
	);
	keysOf(model).stepForward();
	assert.equal(selectPosition(model.newest()), 8);
	// The ping's row, which is the one before it.
	keysOf(model).logUp();
	assert.equal(selectPosition(model.newest()), 3);
});

test('while a chat is live, the newest event that the filter lets through is the selected one', () => {
	assert.equal(selectPosition(screenOf(events, pings).state), 3);
});

test('a search that the filter limits says so', () => {
	const model = screenOf(events, {...pings, log: atTop});
	keysOf(model).nextError();
	assert.equal(model.state.notice, 'no error or warning after this event in the filtered log');
	keysOf(model).clearFilter();
	keysOf(model).nextError();
	assert.equal(model.state.notice, 'no error or warning after this event');
});

test('a filter that nothing passes says so in the log', () => {
	const rows = (state: Partial<ScreenState>) =>
		rowsOf(
			paneOf(
				EventLog,
				selectEventLog(
					screenOf(events, {filter: {...everything, passing: filterOf('novelty')}, ...state}).state,
				),
			),
		)
			.slice(2)
			.map(row => row.trim())
			.filter(row => row !== '');
	assert.deepEqual(rows({}), ['No event matches the filter. F in the log shows all.']);
	assert.deepEqual(rows({focus: 'events'}), ['No event matches the filter. F shows all.']);
	assert.deepEqual(rows({...pings, playhead: 2}), ['No event so far matches the filter. F shows all.']);
});

test('the log says whether it is at a playhead or follows a stream, and how many events folded runs contain', () => {
	const titles = (state: Partial<ScreenState>) => {
		const model = screenOf(events, state);
		return [
			paneOf(History, selectHistory(model.newest())),
			paneOf(EventLog, selectEventLog(model.newest())),
		].map(pane => rowsOf(pane)[0]?.replaceAll(/[─╭╮]/g, '').replaceAll(/\s+/g, ' ').trim());
	};
	assert.deepEqual(titles({}), ['Conversation following', 'Events 29 following']);
	assert.deepEqual(titles({playhead: 12}), ['Conversation at the playhead', 'Events 12 at the playhead']);
	assert.deepEqual(titles({playhead: 12, ...folded}), [
		'Conversation at the playhead',
		'Events 6 rows of 12 at the playhead',
	]);
});

test('without an event, it says why', () => {
	const words = (state: Partial<ScreenState>, some = events, isReplay = false) => {
		const open = (more: Partial<ScreenState>) =>
			screenOf(some, {tab: 'event', ...state, ...more}, {isReplay}).newest();
		return [
			paneOf(Inspector, selectInspector(open({focus: 'inspector'}))),
			paneOf(PresentedEvent, selectPresentedEvent(open({isPresenting: true}))),
		].map(pane => /No event[^│]*/.exec(rowsOf(pane).join('\n'))?.[0].trim());
	};
	const hidden = 'No event is selected. F in the log shows all events.';
	const before = 'No events yet. The playhead is before the first one.';
	const none = 'No events yet. Send a message to see them here.';
	assert.deepEqual(words({}, []), [none, none]);
	assert.deepEqual(words({playhead: 0}, []), [none, none]);
	assert.deepEqual(words({playhead: 0}), [before, before]);
	assert.deepEqual(words({playhead: 0}, events, true), [before, before]);
	assert.deepEqual(words({filter: {...everything, passing: filterOf('novelty')}}), [hidden, hidden]);
});

test('the next event of this type is one of the same delta', () => {
	const mixed = tracedStream(
		message(
			blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
			blockDelta(0, {type: 'thinking_delta', thinking: 'Hm.'}),
			blockDelta(0, {type: 'signature_delta', signature: 'abc'}),
			blockStop(0),
			blockStart(1),
			text(1, 'Yes.'),
			text(1, 'No.'),
			blockStop(1),
		),
	);
	const store = screenOf(mixed, {log: {isFollowing: false, selected: 4, top: 0}});
	keysOf(store).nextSame();
	assert.equal(store.state.notice, 'no event of this type after this event');
	store.dispatch({name: 'selectEvent', position: 8});
	keysOf(store).nextSame();
	assert.equal(selectPosition(store.state), 9);
	keysOf(store).previousSame();
	assert.equal(selectPosition(store.state), 8);
});

test('Esc stops a comparison that runs, from the prompt', () => {
	const store = screenOf([]);
	const effects: string[] = [];
	store.onEffect(({name}) => effects.push(name));
	store.dispatch({name: 'compare', isRunning: true});
	assert.match(store.state.notice ?? '', /Esc stops both/);
	store.dispatch({name: 'escape'});
	store.dispatch({name: 'compare', isRunning: false});
	store.dispatch({name: 'escape'});
	assert.deepEqual(effects, ['interrupt']);
});

test('if drawing one event, tab or turn fails, a row says so and the rest is drawn', () => {
	const [request, ...rest] = events;
	assert.ok(request?.type === 'request');
	const broken = {
		...request,
		get body(): unknown {
			throw new Error('a fault of ours');
		},
	};
	const shown = (state: Partial<ScreenState>) => {
		const log = {isFollowing: false, selected: 0, top: 0};
		const store = screenOf([broken, ...rest], {log, inspectorPlace: 'beside', ...state});
		return [
			paneOf(History, selectHistory(store.state)),
			paneOf(EventLog, selectEventLog(store.state)),
			paneOf(Inspector, selectInspector(store.state)),
		].map(pane => rowsOf(pane).join('\n'));
	};

	const [turn = '', , tab = ''] = shown({tab: 'request'});
	const [, log = ''] = shown({focus: 'events', isZoomed: true});
	for (const pane of [turn, log, tab]) {
		assert.match(pane, /could not be read: a fault of ours/);
	}

	assert.match(log, /2 .*response/);
	assert.match(shown({tab: 'message'})[2] ?? '', /"role": "assistant"/);
});
