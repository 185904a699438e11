import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {sanitize} from '../../../source/text/sanitize.js';
import {textWidth} from '../../../source/text/text-width.js';
import {textSoFar, textSoFarRows} from '../../../source/ui/events/text-so-far.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, text} from '../../messages/conformance/sample-stream.js';
import {inRole, plain} from '../../text/drawings/drawn.js';

describe('the text so far', () => {
	it('is the last lines, with the newest piece highlighted', () => {
		const text = 'One two three four five six.';
		const rows = textSoFarRows({text, start: 24}, {width: 10, height: 2});
		assert.deepEqual(plain(rows), ['three four', 'five six.']);
		assert.equal(inRole(rows, 'highlight'), 'six.');
	});

	it('is that of the block of an event, up to this event, and of the last block with a text where an event has none', () => {
		const {trace} = screenOf(
			tracedStream(
				message(
					blockStart(0),
					text(0, 'One '),
					text(0, 'two'),
					blockStop(0),
					blockStart(1),
					text(1, 'three'),
					blockStop(1),
					blockStart(2),
					blockStop(2),
				),
			),
		).state;
		const at = [3, 4, 5, 6, 7, 8, 11, 12].map(position => textSoFar(trace, position));
		assert.deepEqual(at, [
			{text: '', start: 0},
			{text: 'One ', start: 0},
			{text: 'One two', start: 4},
			{text: 'One two', start: 7},
			{text: '', start: 0},
			{text: 'three', start: 0},
			{text: '', start: 0},
			{text: 'three', start: 5},
		]);
	});

	it('highlights a piece across a line break, and nothing where nothing is new', () => {
		const text = 'one two three';
		assert.equal(inRole(textSoFarRows({text, start: 4}, {width: 8, height: 3}), 'highlight'), 'twothree');
		assert.equal(inRole(textSoFarRows({text, start: 13}, {width: 8, height: 3}), 'highlight'), '');
	});

	it('breaks the lines of a growing paragraph where it broke them before', () => {
		const words = Array.from({length: 300}, (_, index) => `w${index}`).join(' ');
		const whole = plain(textSoFarRows({text: words, start: words.length}, {width: 30, height: 100}));
		const end = plain(textSoFarRows({text: words, start: words.length}, {width: 30, height: 3}));
		assert.deepEqual(end, whole.filter(row => row !== '').slice(-3));
	});

	it('has the rows and the width that it is given, and obeys nothing', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'binary', maxLength: 300}),
				fc.nat(300),
				fc.integer({min: 2, max: 60}),
				fc.integer({min: 0, max: 6}),
				(text, at, width, height) => {
					const start = Math.min(at, text.length);
					const rows = plain(textSoFarRows({text, start}, {width, height}));
					assert.equal(rows.length, height);
					for (const row of rows) {
						assert.ok(textWidth(row) <= width);
						assert.equal(sanitize(row), row);
					}
				},
			),
		);
	});
});
