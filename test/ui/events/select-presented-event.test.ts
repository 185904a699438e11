import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {bigText} from '../../../source/text/drawings/big-text.js';
import {selectPresentedEvent} from '../../../source/ui/events/select-presented-event.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, text} from '../../messages/conformance/sample-stream.js';

const events = [...tracedStream(message(blockStart(0), text(0, ' 65.\n'), blockStop(0))), complete(900)];

const presented = (position: number, note = '') => {
	const model = screenOf(
		events,
		{isPresenting: true, focus: 'events', playhead: position + 1, bookmarks: [{position: 4, note}]},
		{isReplay: true, size: {width: 120, height: 30}},
	);
	return (selectPresentedEvent(model.newest())?.lines ?? []).map(line =>
		stripVTControlCharacters(line).trim(),
	);
};

test('the piece is drawn large, and an event that brings none by its name, a message_delta by its stop reason', () => {
	for (const [position, words] of [
		[4, '" 65.↵"'],
		[7, 'message_stop'],
		[6, 'end_turn'],
	] as const) {
		const drawn = bigText(words, {width: 72, height: 7}).rows.map(row => row.trim());
		const lines = presented(position);
		for (const row of drawn) {
			assert.ok(lines.includes(row), lines.join('\n'));
		}
	}
});

test('the note of a bookmark is the caption from its event on', () => {
	assert.ok(presented(5, 'look here').includes('◈ look here'));
	assert.ok(!presented(3, 'look here').includes('◈ look here'));
});
