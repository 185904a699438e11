import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Playback, stoppedPlayback} from '../../../source/analysis/playback.js';
import {rowWidth} from '../../../source/text/segment.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {layoutScrubber, lengthAtColumn, scrubberHeight} from '../../../source/ui/player/scrubber-layout.js';
import {selectScrubber} from '../../../source/ui/player/select-scrubber.js';
import type {Focus} from '../../../source/ui/screen/layout.js';
import {Lines} from '../../../source/ui/screen/lines.js';
import {pointAt, rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

/** Two answers of nine events each; the second one came after ten minutes. */
const events: readonly TraceEvent[] = [
	...tracedStream(message(...textBlock(0))),
	complete(300),
	...tracedStream(message(...textBlock(0)), {exchange: 2}).map(event => ({...event, at: event.at + 600_000})),
	complete(600_300, 2),
];

const screenAt = (playhead: number, playback: Partial<Playback> = {}) =>
	screenOf(events, {playhead, playback: {...stoppedPlayback, ...playback}});

const drawnAt = (playhead: number, playback: Partial<Playback> = {}, width = 100) => {
	const {left, room} = layoutScrubber(screenAt(playhead, playback).state, playhead, width);
	return {x: rowWidth(left), room};
};

describe('the layout of the scrubber', () => {
	it('leaves the drawing where it is, whatever is said beside it', () => {
		const usual = drawnAt(0);
		for (const playhead of [1, 2, 9, 10, 18]) {
			assert.deepEqual(drawnAt(playhead), usual);
		}

		assert.deepEqual(drawnAt(3, {isPlaying: true, isLooping: true, speed: 0.25}), usual);
	});

	it('leaves the drawing where it is while a live trace grows behind the playhead', () => {
		const model = screenAt(9);
		const room = () => layoutScrubber(model.newest(), 9, 100).room;
		const before = room();
		for (const event of tracedStream(message(...textBlock(0)), {exchange: 3})) {
			model.state.trace.append({...event, at: event.at + 5_000_000});
		}

		assert.equal(room(), before);
	});

	it('gives as much room to an answer as playing gives time to it', () => {
		const model = screenAt(9);
		const {place, room} = layoutScrubber(model.newest(), 9, 100);
		assert.equal(Math.floor((300 / 1600) * room), place);
	});

	it('takes the playhead to the cell that is pressed, if something came there', () => {
		const model = screenAt(1);
		const layout = layoutScrubber(model.newest(), 1, 100);
		const x = rowWidth(layout.left);
		for (let length = 1; length <= events.length; length++) {
			const {place} = layoutScrubber(model.newest(), length, 100);
			const found = lengthAtColumn(model.state, layout, x + place);
			assert.equal(layoutScrubber(model.newest(), found ?? 0, 100).place, place);
		}

		assert.equal(lengthAtColumn(model.state, layout, x), 1);
		assert.equal(lengthAtColumn(model.state, layout, x + layout.room - 1), events.length);
		assert.equal(lengthAtColumn(model.state, layout, x - 1), null);
		assert.equal(lengthAtColumn(model.state, layout, x + layout.room), null);
	});

	it('has tracks for the kinds that came where the screen is high enough', () => {
		const model = screenAt(9);
		assert.equal(scrubberHeight(model.state, 29), 1);
		assert.equal(scrubberHeight(model.state, 30), 2);
		assert.equal(scrubberHeight(screenOf([], {playhead: 0}).state, 50), 1);
		const rows = rowsOf(<Lines lines={selectScrubber(model.state)?.lines ?? []} />);
		assert.equal(rows.length, 2);
		assert.match(rows[0] ?? '', /^ text {8}.*▪/);
		assert.match(rows[1] ?? '', /^ ❚❚ 1× {6}┃─*▲ +┃─*┃ +9\/18 · 9 events wait, Tab 0 for live$/);
	});

	it('is pressed in each of its rows, and the prompt below it', () => {
		const press = (y: number) => {
			const model = screenOf(events, {playhead: 18, focus: 'events'}, {promptHeight: 5});
			pointAt(model, {kind: 'press', x: 12, y});
			return model.state;
		};

		for (const y of [24, 25]) {
			assert.equal(press(y).playhead, 1);
		}

		assert.equal(press(26).focus, 'prompt');
	});

	it('says how many events wait, and what goes live from where the keys go', () => {
		const words = (focus: Focus, playhead: number) => {
			const model = screenOf(events.slice(0, 9), {focus, playhead});
			return layoutScrubber(model.newest(), playhead, 100)
				.right.map(({text}) => text)
				.join('');
		};

		assert.match(words('events', 9), / 9\/9 · press 0 for live/);
		assert.match(words('history', 7), / 7\/9 · 2 events wait, press 0 for live/);
		assert.match(words('prompt', 8), / 8\/9 · 1 event waits, Tab 0 for live/);
	});
});
