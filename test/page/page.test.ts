import assert from 'node:assert/strict';
import {test} from 'node:test';
import {summarize} from '../../source/analysis/event-summary.js';
import {blockText} from '../../source/page/block-text.js';
import {exportTrace} from '../../source/recording/exports/export-trace.js';
import {openTraceSource} from '../../source/recording/open-trace-source.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {continuedTurn} from '../helpers/called-tools.js';
import {chromium} from '../helpers/chromium.js';
import {complaints, openExportedPage} from '../helpers/exported-page.js';
import {streamFixtures} from '../helpers/stream-fixtures.js';

const {skip} = chromium;

/** Consecutive streams, each an exchange of one trace. */
async function traceOf(bodies: readonly string[]): Promise<readonly TraceEvent[]> {
	const trace: TraceEvent[] = [];
	for (const [index, body] of bodies.entries()) {
		const {events} = await openTraceSource([body]);
		const start = (trace.at(-1)?.at ?? 0) + 1;
		trace.push(...events.map(event => ({...event, at: start + event.at, exchange: index + 1})));
	}

	return trace;
}

const openEvents = (events: readonly TraceEvent[]) =>
	openExportedPage([...exportTrace({header: null, title: null, events, others: []}, 'html').pieces].join(''));

/** The texts of the blocks that the page shows at some playheads, set by dragging the scrubber. */
const textsAt = (playheads: readonly number[]) => `[${playheads}].map(playhead => {
	const scrubber = document.getElementById('scrubber');
	scrubber.value = playhead;
	scrubber.dispatchEvent(new Event('input'));
	const contents = document.querySelectorAll('section:not([hidden]) .block:not([hidden]) .content');
	return [...contents].map(content => content.textContent);
})`;

test('forward and back, the page shows the folded blocks of every fixture', {skip}, async () => {
	const events = await traceOf(streamFixtures.map(({body}) => body));
	const forward = [...events.keys()].filter(playhead => playhead % 4 === 0);
	const playheads = [...forward, ...[...events.keys()].filter(playhead => playhead % 7 === 0).reverse()];
	await using opened = await openEvents(events);
	const shown = await opened.evaluate(textsAt(playheads));
	assert.deepEqual(
		shown,
		playheads.map(playhead =>
			[...itemsOf(foldTrace(events, playhead).exchanges)].flatMap(({message}) =>
				(message?.blocks ?? []).map(blockText).map(({text, sources}) => text + sources),
			),
		),
	);
	assert.deepEqual(complaints(opened.told), []);
});

test('the table describes each event as the event log does', {skip}, async () => {
	const events = (await traceOf(streamFixtures.map(({body}) => body))).slice(0, 30);
	await using opened = await openEvents(events);
	await opened.press('Home');
	const rows = await opened.evaluate(
		'[...document.querySelectorAll("#rows tbody tr")].map(row => [...row.cells].slice(3).map(cell => cell.textContent)).filter(cells => cells.length > 0)',
	);
	assert.ok(Array.isArray(rows) && rows.length > 10);
	assert.deepEqual(
		rows,
		events.slice(0, rows.length).map(event => {
			const {name, block, detail} = summarize(event);
			return [name, String(block ?? ''), detail];
		}),
	);
});

test('new content of an event is highlighted, before the existing sources', {skip}, async () => {
	const found = streamFixtures.find(({name}) => name === 'citations.sse');
	const events = await traceOf([found?.body ?? '']);
	await using opened = await openEvents(events);
	await opened.press('Home');
	const highlighted: unknown[] = [];
	for (const _ of events) {
		await opened.press('.');
		highlighted.push(await opened.evaluate('document.querySelector("mark:not(:empty)")?.textContent ?? ""'));
	}

	assert.deepEqual(
		highlighted.filter(text => text !== ''),
		[
			' [Fables] ',
			'The reed bends',
			' [page_location] ',
			' and the oak falls',
			'; ',
			'so says',
			' the moral',
			' [Morals] ',
			' [The reed, https://fables.example/reed] ',
		],
	);
});

test('words that objects inherit are shown like any other unknown word', {skip}, async () => {
	const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
	const body = words
		.map(
			word =>
				`event: message_start\ndata: {"type":"message_start","message":{"content":[{"type":"${word}"}]}}\n\n` +
				`event: ${word}\ndata: {"type":"${word}"}\n\n` +
				`event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"${word}"}}\n\n` +
				`event: error\ndata: {"type":"error","error":{"type":"${word}","message":"${word}"}}\n\n`,
		)
		.join('');
	const events = await traceOf([body]);
	await using opened = await openEvents(events);
	for (const word of words) {
		await opened.evaluate(`{
			const type = document.getElementById('type');
			type.value = ${JSON.stringify(word)};
			type.dispatchEvent(new Event('change'));
		}`);
		// The event with that name, and the delta with that type.
		assert.equal(await opened.text('count'), `2 of ${events.length} events`);
	}

	assert.deepEqual(complaints(opened.told), []);
});

test('the page shows the results of tools, and a turn that continues under one prompt', {skip}, async () => {
	await using opened = await openEvents(continuedTurn());
	const words = String(await opened.evaluate("document.querySelector('section').parentElement.innerText"));
	assert.match(words, /↳ weather: It is sunny\.\s+✗ clock: no clock\s+Sunny, at some hour\./);
	assert.equal(words.match(/How is the weather\?/g)?.length, 1);
	assert.deepEqual(
		['You', 'Claude'].map(
			role => words.split('\n').filter(line => line.toLowerCase() === role.toLowerCase()).length,
		),
		[1, 1],
	);
});
