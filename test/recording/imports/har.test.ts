import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import {test} from 'node:test';
import {inspectTrace} from '../../../source/analysis/inspect-trace.js';
import {hasOuterTimes, openTraceSource} from '../../../source/recording/open-trace-source.js';
import {timelineTab} from '../../../source/ui/inspector/timeline-tab.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {phasesOf, recordingFixture, sseOf} from '../../helpers/trace-source-parts.js';

test('a HAR file gives an exchange for each message request, with its times and no secret', async () => {
	const source = await openTraceSource(recordingFixture('two-turns.har'));
	assert.equal(source.format, 'har');
	assert.deepEqual(phasesOf(source), ['complete', 'complete', 'failed']);
	assert.equal(source.header?.startedAt, '2026-11-22T15:00:00.000Z');
	assert.deepEqual(
		source.events.filter(({type}) => type !== 'sse').map(({type, at, exchange}) => [type, at, exchange]),
		[
			['request', 0, 1],
			['response', 323, 1],
			['end', 1023, 1],
			['request', 10_000, 2],
			['response', 10_323, 2],
			['end', 11_023, 2],
			['request', 20_000, 3],
			['response', 20_323, 3],
			['body', 21_023, 3],
			['end', 21_023, 3],
		],
	);
	assert.match(
		sseOf(source)
			.map(({data}) => data)
			.join(''),
		/First.*Second, in base64: 日本/,
	);
	assert.deepEqual(
		source.events.flatMap(event => (event.type === 'request' ? [event.url] : [])),
		[
			'https://api.anthropic.com/v1/messages',
			'https://api.anthropic.com/v1/messages?api_key=…&beta=true',
			'https://api.anthropic.com/v1/messages',
		],
	);
	assert.deepEqual(
		source.unjudged.map(({reason}) => reason),
		['not a message request'],
	);
	assert.ok(!JSON.stringify(source).includes('secret'));
});

test('the times of a HAR file’s response and end are clocks, in inspect and in the player, and nothing else is', async () => {
	const source = await openTraceSource(recordingFixture('two-turns.har'));
	const hasOuter = hasOuterTimes(source);
	const [exchange] = inspectTrace(source.events, {hasTimes: false, hasOuterTimes: hasOuter}).exchanges;
	assert.deepEqual(exchange?.clocks, {
		headers: 323,
		firstEvent: null,
		ttft: null,
		thinking: null,
		firstText: null,
		lastContent: null,
		total: 1023,
	});
	assert.deepEqual([exchange.gaps, exchange.reads, exchange.rate], [null, null, null]);
	const screen = screenOf(
		source.events,
		{tab: 'timeline'},
		{isReplay: true, hasTimes: false, hasOuterTimes: hasOuter},
	).newest();
	const tab = timelineTab(screen, 60);
	const rows = tab.slice(0, tab.count).map(({row}) => row.map(({text}) => text).join(''));
	assert.match(rows.join('\n'), /headers .*323 ms.*total .*1\.02 s.*no times of single events/s);
	assert.doesNotMatch(rows.join('\n'), /TTFT/);
});

test('a time of 0 in a HAR file was not captured, so it is no clock', async () => {
	const har = {
		log: {
			entries: [
				{
					startedDateTime: '2026-11-22T15:00:00.000Z',
					request: {method: 'POST', url: 'https://api.anthropic.com/v1/messages'},
					response: {status: 200, headers: [], content: {text: '{"type":"message","content":[]}'}},
				},
			],
		},
	};
	const {events} = await openTraceSource(Readable.from([JSON.stringify(har)]));
	const [exchange] = inspectTrace(events, {hasTimes: false, hasOuterTimes: true}).exchanges;
	assert.deepEqual([exchange?.clocks?.headers, exchange?.clocks?.total], [null, null]);
});
