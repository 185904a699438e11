import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {summarize} from '../../source/analysis/event-summary.js';
import {inspectTrace} from '../../source/analysis/inspect-trace.js';
import {fenced} from '../../source/trace/fence.js';
import {exchangeIn, foldTrace} from '../../source/trace/fold-trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {readEverything} from '../helpers/read-everything.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	end,
	json,
	message,
	messageDelta,
	messageStart,
	messageStop,
	type SampleEvent,
	text,
	textBlock,
} from '../messages/conformance/sample-stream.js';

/** Names that every object has. */
const inherited = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

/** Positions in a stream where a server writes a word of its own. */
const places: ReadonlyArray<readonly [place: string, stream: (word: string) => readonly SampleEvent[]]> = [
	[
		'the type of a delta',
		word => message(blockStart(0), blockDelta(0, {type: word, text: 'a'}), text(0, 'b'), blockStop(0)),
	],
	[
		'the type of a block',
		word => message(blockStart(0, {type: word, text: ''}), blockStop(0), ...textBlock(1)),
	],
	['the type of an event', word => message({type: word}, ...textBlock(0))],
	[
		'the name of an event',
		word =>
			message({event: word, data: '{"type":"message_stop"}'}, {event: word, data: '{}'}, ...textBlock(0)),
	],
	['the reason to stop', word => [messageStart(), ...textBlock(0), messageDelta(word), messageStop]],
	['the type of an error', word => [messageStart(), {type: 'error', error: {type: word, message: word}}]],
	['the role and the model', word => [messageStart({role: word, model: word}), ...textBlock(0), ...end]],
	[
		'a number of usage',
		word => [messageStart({usage: JSON.parse(`{"input_tokens":1,"output_tokens":1,"${word}":2}`)}), ...end],
	],
];

describe('a word that every object has', () => {
	for (const [place, stream] of places) {
		it(`may be ${place}, like any other word`, () => {
			for (const word of inherited) {
				const events = [...tracedStream(stream(word)), complete(900)];
				const {faults, view, report} = readEverything(events);
				assert.deepEqual(faults, [], word);
				assert.equal(exchangeIn(view, 1)?.sseCount, events.length - 3);
				const [exchange] = report.exchanges;
				const counted = Object.values(exchange?.events.byType ?? {}).reduce((sum, count) => sum + count, 0);
				assert.equal(counted, events.length - 3);
			}
		});
	}

	it('is shown as an unknown word', () => {
		const [, , , , delta] = tracedStream([
			messageStart(),
			blockStart(0),
			blockDelta(0, {type: 'constructor'}),
		]);
		assert.ok(delta);
		assert.deepEqual([summarize(delta).sign, summarize(delta).detail], ['?', 'constructor {}']);
	});
});

const reportOf = (events: readonly SampleEvent[]) => {
	const [report] = inspectTrace([...tracedStream(events), complete(900)]).exchanges;
	assert.ok(report);
	return report;
};

describe('streams that other tools get wrong', () => {
	it('count the readable text: not a signature, but a summary and a block’s initial text', () => {
		const {blocks} = reportOf(
			message(
				blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
				blockDelta(0, {type: 'signature_delta', signature: 'a'.repeat(40)}),
				blockStop(0),
				blockStart(1, {type: 'text', text: 'Hello'}),
				blockStop(1),
				blockStart(2, {type: 'compaction', content: null}),
				blockDelta(2, {type: 'compaction_delta', content: 'Cats so far'}),
				blockStop(2),
			),
		);
		assert.deepEqual(
			blocks.map(({length, signature}) => [length, signature]),
			[
				[0, 40],
				[5, 0],
				[11, 0],
			],
		);
	});

	it('count text in a block’s start, and a summary, as the first content', () => {
		const {clocks} = reportOf([
			messageStart(),
			blockStart(0, {type: 'text', text: 'Hi'}),
			blockStop(0),
			...end,
		]);
		assert.deepEqual([clocks?.ttft, clocks?.firstText], [120, 120]);
		const compaction = [
			blockStart(0, {type: 'compaction', content: null}),
			blockDelta(0, {type: 'compaction_delta', content: 'Cats'}),
			blockStop(0),
		];
		assert.equal(reportOf([messageStart(), ...compaction, ...end]).clocks?.ttft, 130);
	});

	it('show both blocks if an index is used twice', () => {
		const {blocks, findings} = reportOf(
			message(
				blockStart(0, {type: 'server_tool_use', id: 'srvtoolu_01', name: 'web_search', input: {}}),
				json(0, '{"query":"tides"}'),
				blockStop(0),
				blockStart(1, {type: 'web_search_tool_result', tool_use_id: 'srvtoolu_01', content: []}),
				blockStop(1),
				blockStart(1),
				text(1, 'High water is at six.'),
				blockStop(1),
			),
		);
		assert.deepEqual(
			blocks.map(({index, type, length, isClosed}) => [index, type, length, isClosed]),
			[
				[0, 'server_tool_use', 17, true],
				[1, 'web_search_tool_result', 0, true],
				[1, 'text', 21, true],
			],
		);
		assert.ok(findings.some(({rule, severity}) => rule === 'block-index-reused' && severity === 'error'));
	});

	it('say why a model declined', () => {
		const stop_details = {type: 'refusal', category: 'cyber', explanation: 'It could do harm.'};
		const delta = messageDelta('refusal', {
			delta: {stop_reason: 'refusal', stop_sequence: null, stop_details},
		});
		const events = tracedStream([messageStart(), ...textBlock(0), delta, messageStop]);
		const row = events.at(-2);
		assert.ok(row);
		assert.match(summarize(row).detail, /^refusal \(cyber: It could do harm\.\)/);
		assert.deepEqual(inspectTrace(events).exchanges[0]?.stopDetails, {
			category: 'cyber',
			explanation: 'It could do harm.',
			recommendedModel: null,
		});
	});

	it('show an error whose message is an object with its JSON', () => {
		const events = tracedStream([{type: 'error', error: {type: 'api_error', message: {reason: 'quota'}}}]);
		const [, , error] = events;
		assert.ok(error);
		assert.equal(summarize(error).detail, 'api_error {"reason":"quota"}');
		assert.deepEqual(readEverything(events).faults, []);
	});

	it('say how deeply usage is nested, and continue', () => {
		const deep = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`;
		const data = JSON.stringify(messageStart()).replace('"input_tokens":9', `"z":${deep},"input_tokens":9`);
		const events = tracedStream([{event: 'message_start', data}, ...textBlock(0), ...end]);
		const {faults, report} = readEverything(events);
		assert.deepEqual(faults, []);
		const usage = report.exchanges[0]?.usage ?? [];
		assert.deepEqual(
			usage.map(({name, value}) => [name, value]),
			[
				['z.a.a.a.a.a.a.a', '1993 more levels'],
				['input_tokens', 9],
				['output_tokens', 3],
			],
		);
	});
});

describe('the last fence', () => {
	/** An event on which reading fails, because its data is not a string. No server can send that. */
	const broken = (): TraceEvent => {
		const [, , event] = tracedStream([messageStart()]);
		assert.ok(event?.type === 'sse');
		return Object.defineProperty({...event}, 'event', {
			get() {
				throw new Error('out of order');
			},
		});
	};

	it('keeps the place of an unreadable event and continues with the rest', () => {
		const [request, response, ...rest] = tracedStream([messageStart(), ...textBlock(0), ...end]);
		assert.ok(request && response);
		const view = foldTrace([request, response, broken(), ...rest]);
		assert.equal(view.length, rest.length + 3);
		assert.equal(exchangeIn(view, 1)?.message?.blocks[0]?.text, 'Cats');
	});

	it('shows a row for such an event with the reason and its unchanged text', () => {
		const [, , event] = tracedStream([messageStart()]);
		assert.ok(event);
		const drawn = fenced(
			event,
			() => {
				throw new Error('out of paint');
			},
			() => 'plain',
		);
		assert.equal(drawn, 'plain');
		const {kind, sign, detail} = summarize(event);
		assert.deepEqual([kind, sign], ['message_start', '?']);
		assert.match(detail, /^could not be read: out of paint \{"type":"message_start"/);
	});
});
