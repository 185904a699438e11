import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {tabNames} from '../../../source/ui/inspector/inspector-state.js';
import {castFrames} from '../../../source/ui/screen/cast-frames.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {hiddenThinkingAnswer} from '../../helpers/hidden-thinking.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';

const events = [...tracedStream(hiddenThinkingAnswer), complete(2000)];

/** Durations and rates, and the log's columns of times with one decimal. */
const times = /\d(?:\.\d+)? (?:ms|s|tok\/s)\b|\s\d+\.\d\s(?!%|kB)|TTFT|first event/;

/** What a replay draws, at one place of the playhead after the other. */
function* drawn(state: Parameters<typeof screenOf>[1], hasTimes: boolean): Generator<string> {
	const store = screenOf(
		events,
		{playhead: 0, ...state},
		{isReplay: true, hasTimes, size: {width: 140, height: 40}},
	);
	for (const {data} of castFrames({screen: store.newest(), header: {left: [], right: []}})) {
		yield stripVTControlCharacters(data);
	}
}

/** All that a replay without times draws. */
const drawnWithout = (state: Parameters<typeof screenOf>[1]): string => [...drawn(state, false)].join('\n');

const showsTimes = (state: Parameters<typeof screenOf>[1]): boolean =>
	drawn(state, true).some(rows => times.test(rows));

test('a replay of a trace without times shows no clock, no gap and no rate, in any tab and at any place', () => {
	for (const tab of tabNames.filter(name => name !== 'message' && name !== 'request')) {
		const rows = drawnWithout({focus: 'inspector', tab});
		assert.doesNotMatch(rows, times, tab);
		assert.match(rows, /3,000 thinking tokens, hidden/);
		assert.ok(showsTimes({focus: 'inspector', tab}), tab);
	}
});

test('the event that is presented has no time either', () => {
	const log = {isFollowing: false, selected: 8, top: 0} as const;
	assert.doesNotMatch(drawnWithout({isPresenting: true, focus: 'events', log}), times);
	assert.ok(showsTimes({isPresenting: true, focus: 'events', log}));
});
