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

/** All that a replay draws, at every place of the playhead. */
const drawn = (state: Parameters<typeof screenOf>[1], hasTimes: boolean): string => {
	const store = screenOf(
		events,
		{playhead: 0, ...state},
		{isReplay: true, hasTimes, size: {width: 140, height: 40}},
	);
	const frames = castFrames({screen: store.newest(), header: {left: [], right: []}});
	return stripVTControlCharacters([...frames].map(({data}) => data).join('\n'));
};

test('a replay of a trace without times shows no clock, no gap and no rate, in any tab and at any place', () => {
	for (const tab of tabNames.filter(name => name !== 'message' && name !== 'request')) {
		const rows = drawn({focus: 'inspector', tab}, false);
		assert.doesNotMatch(rows, times, tab);
		assert.match(rows, /3,000 thinking tokens, hidden/);
		assert.match(drawn({focus: 'inspector', tab}, true), times, tab);
	}
});

test('the event that is presented has no time either', () => {
	const log = {isFollowing: false, selected: 8, top: 0} as const;
	assert.doesNotMatch(drawn({isPresenting: true, focus: 'events', log}, false), times);
	assert.match(drawn({isPresenting: true, focus: 'events', log}, true), times);
});
