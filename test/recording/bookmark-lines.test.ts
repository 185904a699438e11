import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	type Bookmark,
	bookmarksInOrder,
	withBookmark,
	withoutBookmark,
} from '../../source/analysis/bookmarks.js';
import {bookmarkLine, bookmarksIn} from '../../source/recording/bookmark-lines.js';
import {encodeRecording} from '../../source/recording/encode-recording.js';
import {exportTrace} from '../../source/recording/exports/export-trace.js';
import {readRecording} from '../../source/recording/read-recording.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {message, ping} from '../messages/conformance/sample-stream.js';

const later = [...tracedStream(message(), {exchange: 2}), complete(900, 2)].map(event => ({
	...event,
	at: event.at + 1000,
}));
const events = [...tracedStream(message(ping)), complete(900), ...later];

const placed = (...lines: ReadonlyArray<{readonly type: string; readonly [key: string]: unknown}>) =>
	lines.map(line => ({before: events.length, line}));

const reread = async (bookmarks: readonly Bookmark[]) => {
	const others = placed(...bookmarks.map(bookmark => ({...bookmarkLine(bookmark)})));
	const recording = await readRecording(encodeRecording({header: null, events, others}));
	return bookmarksIn(recording.others, recording.events.length);
};

test('bookmarks and notes come back from the lines of a recording', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(
				fc
					.tuple(fc.nat({max: events.length - 1}), fc.string({maxLength: 40, unit: 'grapheme'}))
					.map(([position, note]) => ({position, note})),
				{selector: ({position}) => position},
			),
			async bookmarks => assert.deepEqual(await reread(bookmarks), bookmarks),
		),
	);
});

test('the last line about an event counts, and removing is such a line', () => {
	const operation = fc.record({position: fc.nat({max: 5}), note: fc.string(), isRemoved: fc.boolean()});
	fc.assert(
		fc.property(fc.array(operation), operations => {
			let wanted: readonly Bookmark[] = [];
			for (const {isRemoved, ...bookmark} of operations) {
				wanted = isRemoved ? withoutBookmark(wanted, bookmark.position) : withBookmark(wanted, bookmark);
			}

			const lines = operations.map(({isRemoved, ...bookmark}) => ({...bookmarkLine(bookmark, isRemoved)}));
			assert.deepEqual(bookmarksIn(placed(...lines), events.length), wanted);
		}),
	);
});

test('lines that name no event are passed over, and long notes and long lists are cut', () => {
	for (const event of [0, -1, 1.5, events.length + 1, '3', null, undefined, Number.NaN, {}]) {
		assert.deepEqual(bookmarksIn(placed({type: 'bookmark', event}), events.length), []);
	}

	const [long] = bookmarksIn(placed({type: 'bookmark', event: 1, note: 'x'.repeat(5000)}), events.length);
	assert.equal(long?.note.length, 200);
	const many = Array.from({length: 5000}, (_, index) => ({type: 'bookmark', event: index + 1}));
	assert.equal(bookmarksIn(placed(...many), 10_000).length, 1000);
});

test('an exported exchange keeps its own bookmarks at their events', async () => {
	const first = events.findIndex(({exchange}) => exchange === 2);
	const others = placed(
		{...bookmarkLine({position: 1, note: 'first'})},
		{...bookmarkLine({position: first + 2, note: 'second'})},
	);
	const {pieces} = exportTrace({header: null, title: null, events, others}, 'recording', {exchange: 2});
	const read = await readRecording(pieces);
	assert.deepEqual(bookmarksIn(read.others, read.events.length), [{position: 2, note: 'second'}]);
});

test('exports to Markdown and HTML hold the notes, and redacted ones do not', () => {
	const others = placed(
		{...bookmarkLine({position: 4, note: 'a <b>word</b>'})},
		{...bookmarkLine({position: 2, note: ''})},
	);
	const source = {header: null, title: null, events, others};
	const write = (format: 'md' | 'html' | 'recording', isRedacted: boolean) =>
		[...exportTrace(source, format, isRedacted ? {redact: {ids: 'keep'}} : {}).pieces].join('');
	assert.match(
		write('md', false),
		/## Bookmarks\n\n- #3, 110 ms, exchange 1, message_start\n- #5, 130 ms, exchange 1, .*: a .*word/,
	);
	assert.match(
		write('html', false),
		/"bookmarks":\[\{"position":2,"note":""\},\{"position":4,"note":"a \\u003cb/,
	);
	for (const format of ['md', 'html', 'recording'] as const) {
		const redacted = write(format, true);
		assert.doesNotMatch(redacted, /word<|word\\u003c/);
		assert.match(
			redacted,
			format === 'md' ? /- #5,/ : format === 'html' ? /"position":4,"note":""/ : /"event":5/,
		);
	}
});

test('every export that tells of bookmarks gives back all of them, with their notes', async () => {
	const note = fc.string({maxLength: 40, unit: 'grapheme-ascii'});
	const bookmark = fc
		.tuple(fc.nat({max: events.length - 1}), note)
		.map(([position, said]) => ({position, note: said}));
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(bookmark, {selector: ({position}) => position, maxLength: 5}),
			async bookmarks => {
				const others = placed(...bookmarks.map(one => ({...bookmarkLine(one)})));
				const write = (format: 'md' | 'html' | 'recording') =>
					[...exportTrace({header: null, title: null, events, others}, format).pieces].join('');
				const inOrder = bookmarksInOrder(bookmarks);
				const recording = await readRecording([write('recording')]);
				assert.deepEqual(bookmarksIn(recording.others, recording.events.length), bookmarks);
				const [, data = ''] =
					/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(write('html')) ?? [];
				assert.deepEqual(JSON.parse(data).bookmarks, inOrder);
				const lines = write('md')
					.split('\n')
					.filter(line => line.startsWith('- #'));
				assert.deepEqual(
					lines.map(line => Number(/^- #(\d+)/.exec(line)?.[1]) - 1),
					inOrder.map(({position}) => position),
				);
				for (const [index, {note: said}] of inOrder.entries()) {
					const words = said.match(/[A-Za-z0-9]+/g) ?? [];
					assert.ok(
						words.every(word => lines[index]?.includes(word)),
						lines[index],
					);
				}
			},
		),
		{numRuns: 40},
	);
});
