import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {bookmarkLine, bookmarksIn} from '../../../source/recording/bookmark-lines.js';
import type {ExportFormat} from '../../../source/recording/exports/export-formats.js';
import {exportTrace} from '../../../source/recording/exports/export-trace.js';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {readRecording} from '../../../source/recording/read-recording.js';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, text, textBlock} from '../../messages/conformance/sample-stream.js';

const exchange = (number: number, words: string) =>
	[
		...tracedStream(message(...textBlock(0).toSpliced(1, 0, text(0, words))), {
			exchange: number,
			body: {stream: true, messages: [{role: 'user', content: `Question ${number}`}]},
		}),
		complete(900, number),
	].map(event => ({...event, at: event.at + 1000 * number}));

const [first, second, third] = [exchange(1, 'one'), exchange(2, 'two'), exchange(3, 'three')];
const events = [...first, ...second, ...third];
/** An event in the middle of the second exchange. */
const middle = first.length + 5;

const cut = (
	format: ExportFormat,
	from: number,
	until: number,
	others: readonly {before: number; line: {type: string}}[] = [],
) => {
	const {pieces, notes} = exportTrace({header: null, title: null, events, others}, format, {
		range: {from, until},
	});
	return {whole: [...pieces].join(''), notes};
};

test('bare events are those of the range, and nothing else', () => {
	const wanted = events
		.slice(middle, middle + 3)
		.flatMap(event => (event.type === 'sse' ? [event.data] : []));
	assert.equal(wanted.length, 3);
	const stream = parseSse(cut('sse', middle, middle + 2).whole).map(event => event.data);
	assert.deepEqual(stream, wanted);
	const lines = cut('jsonl', middle, middle + 2)
		.whole.trimEnd()
		.split('\n');
	assert.deepEqual(
		lines.map(line => JSON.parse(line)),
		wanted.map(data => JSON.parse(data)),
	);
});

test('a recording holds whole exchanges up to the end of the range, with the bookmarks at their events', async () => {
	const others = [0, middle, middle + 2, events.length - 1].map((position, index) => ({
		before: events.length,
		line: {...bookmarkLine({position, note: `n${index}`})},
	}));
	const {whole} = cut('recording', middle, middle + 2, others);
	const read = await readRecording([whole]);
	assert.deepEqual(read.events, events.slice(first.length, middle + 3));
	assert.deepEqual(bookmarksIn(read.others, read.events.length), [
		{position: middle - first.length, note: 'n1'},
		{position: middle - first.length + 2, note: 'n2'},
	]);
});

test('Markdown and JSON hold only the exchanges of the range', () => {
	const markdown = cut('md', first.length, first.length + second.length - 1).whole;
	assert.match(markdown, /Question 2/);
	assert.doesNotMatch(markdown, /Question [13]/);
	assert.match(cut('json', first.length, events.length - 1).whole, /two[\s\S]*three/);
	assert.doesNotMatch(cut('json', first.length, events.length - 1).whole, /"one/);
});

test('the notes say what was cut, and nothing if nothing was', () => {
	assert.ok(
		cut('sse', middle, middle + 2).notes.includes(
			`Cut: events ${middle + 1} to ${middle + 3} of ${events.length}.`,
		),
	);
	assert.ok(!cut('sse', 0, events.length - 1).notes.some(note => note.startsWith('Cut')));
});

test('any cut recording is read again, and its events are a part of the whole', async () => {
	const place = fc.nat({max: events.length - 1});
	await fc.assert(
		fc.asyncProperty(place, place, async (one, other) => {
			const [from, until] = [Math.min(one, other), Math.max(one, other)];
			const source = await openTraceSource([cut('recording', from, until).whole]);
			assert.ok(source.events.length >= until - from + 1);
			assert.deepEqual(source.events.slice(-(until - from + 1)), events.slice(from, until + 1));
		}),
		{numRuns: 30},
	);
});
