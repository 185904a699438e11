import assert from 'node:assert/strict';
import {test} from 'node:test';
import {layoutScrubber} from '../../../source/ui/rows/scrubber-layout.js';
import type {ScreenState} from '../../../source/ui/state/screen-state.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../protocol/conformance/sample-stream.js';

const events = [...tracedStream(message(...textBlock(0))), complete(900)];

/** What stands at the right of the drawing. */
const words = (state: Partial<ScreenState>, playhead: number) => {
	const model = screenOf(events, {...state, playhead});
	return layoutScrubber(model, playhead, 100)
		.right.map(({text}) => text)
		.join('');
};

test('it says how many events wait and what goes live from where the keys go', () => {
	assert.match(words({focus: 'events'}, 9), / 9\/9 · press 0 for live/);
	assert.match(words({focus: 'history'}, 7), / 7\/9 · 2 events wait, press 0 for live/);
	assert.match(words({focus: 'prompt'}, 8), / 8\/9 · 1 event waits, Tab, then 0 for live/);
});
