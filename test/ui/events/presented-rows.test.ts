import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {summarize} from '../../../source/analysis/event-summary.js';
import {explainEvent} from '../../../source/messages/explain-event.js';
import {noFolds} from '../../../source/text/json-tree/json-folds.js';
import {jsonRows} from '../../../source/text/json-tree/json-rows.js';
import {rawRows} from '../../../source/text/json-tree/raw-rows.js';
import {textWidth} from '../../../source/text/text-width.js';
import type {SseTraceEvent} from '../../../source/trace/trace-event.js';
import {presentedRows} from '../../../source/ui/events/presented-rows.js';
import {jsonSource} from '../../../source/ui/inspector/row-source.js';
import {inRole, plain} from '../../text/drawings/drawn.js';

const payload = {type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: 'Cats'}};
const event: SseTraceEvent = {
	type: 'sse',
	at: 0,
	exchange: 1,
	attempt: 1,
	chunk: 1,
	event: 'content_block_delta',
	data: JSON.stringify(payload),
};

const present = (width: number, height: number) =>
	presentedRows(
		{
			summary: summarize(event),
			large: '"Cats"',
			caption: '',
			facts: [[{text: 'the facts'}]],
			explanation: explainEvent(event),
			pretty: jsonSource(jsonRows(payload, {folds: noFolds, width})),
			compact: rawRows(JSON.stringify(payload), width),
			figure: '',
			soFar: {text: 'Dogs bark. Cats', start: 11},
			strip: [{text: 'the strip'}],
		},
		{width, height},
	);

describe('a presented event', () => {
	it('has the facts, its piece in big letters, the text so far, the two sentences, the payload, the strip and the legend, separated if there is room', () => {
		assert.deepEqual(plain(present(78, 22)), [
			'the facts',
			'',
			'█ █ █▀▀ █▀█ ▀█▀ █▀▀ █ █',
			'    █   █▀█  █  ▀▀█',
			'    ▀▀▀ ▀ ▀  ▀  ▀▀▀',
			'',
			'Dogs bark. Cats',
			'',
			'',
			'',
			'Adds the next piece of the answer.',
			'',
			'Append delta.text to the text of block index.',
			'',
			'{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"C',
			'ats"}}',
			'',
			'',
			'',
			'',
			'the strip',
			'┌ block starts  │ text  │ thinking  │ tool JSON  └ stops  ◆ why it stops',
		]);
	});

	it('indents the payload where there are rows for it, and lights the newest piece in the text so far', () => {
		const rows = present(78, 40);
		assert.ok(plain(rows).includes('    "text": "Cats"'));
		assert.equal(inRole(rows, 'highlight'), 'Cats');
	});

	it('lights the names of the fields', () => {
		assert.equal(inRole(present(78, 9), 'jsonKey'), 'delta.textindex');
	});

	it('shows the payload on few rows where there are few', () => {
		assert.deepEqual(plain(present(90, 9)).slice(4), [
			'Adds the next piece of the answer.',
			'Append delta.text to the text of block index.',
			JSON.stringify(payload),
			'',
			'the strip',
		]);
	});

	it('says how much of a long payload is hidden', () => {
		const long = {
			summary: summarize(event),
			large: '"Cats"',
			caption: '',
			facts: [],
			explanation: explainEvent(event),
			pretty: jsonSource(
				jsonRows(
					Array.from({length: 50}, (_, index) => index),
					{folds: noFolds, width: 60},
				),
			),
			compact: rawRows('[]', 60),
			figure: '',
			soFar: {text: '', start: 0},
			strip: [],
		};
		assert.equal(
			plain(presentedRows(long, {width: 60, height: 30})).find(row => row.startsWith('…')),
			'… 43 more rows',
		);
	});

	it('fits any room', () => {
		fc.assert(
			fc.property(fc.integer({min: 10, max: 200}), fc.integer({min: 0, max: 60}), (width, height) => {
				const rows = present(width, height);
				assert.equal(rows.length, height);
				assert.ok(
					rows
						.flatMap(row => row.map(({text}) => text).join(''))
						// A word about hidden rows may be too wide for a narrow room; the row is cut when it is painted.
						.every(text => textWidth(text) <= Math.max(width, 'content_block_delta'.length)),
				);
			}),
		);
	});
});
