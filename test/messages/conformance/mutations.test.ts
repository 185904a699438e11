import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {checkStream} from '../../../source/messages/conformance/check-stream.js';
import {type JsonObject, objectAt, parseJson, stringAt} from '../../../source/wire/json.js';
import {isJsonPrefix} from '../../../source/wire/json-prefix.js';
import {parseSse} from '../../../source/wire/parse-sse.js';
import type {SseEvent} from '../../../source/wire/sse-event.js';
import {type StreamPayload, toSseBody, validStream} from '../../helpers/valid-stream.js';

const toWire = (payload: StreamPayload): SseEvent => ({event: payload.type, data: JSON.stringify(payload)});
const faultsIn = (events: readonly SseEvent[]) =>
	new Set(
		checkStream(events)
			.filter(({severity}) => severity !== 'note')
			.map(({rule}) => rule),
	);
const faultsOf = (payloads: readonly StreamPayload[]) => faultsIn(payloads.map(toWire));

/** Runs a property over valid streams and one of their events. */
const eachEvent = (test: (stream: readonly StreamPayload[], place: number, event: StreamPayload) => void) =>
	fc.assert(
		fc.property(validStream, fc.nat(), (stream, number) => {
			const place = number % stream.length;
			test(stream, place, stream[place] ?? {type: 'none'});
		}),
		{numRuns: 400},
	);

const assertFault = (payloads: readonly StreamPayload[], ...rules: readonly string[]) => {
	const faults = faultsOf(payloads);
	const shown = () => `${rules.join(' or ')} is not in {${[...faults].join(', ')}}`;
	assert.ok(
		rules.some(rule => faults.has(rule)),
		shown(),
	);
};

const isToolDelta = (event: StreamPayload) =>
	stringAt(objectAt(event, 'delta'), 'type') === 'input_json_delta';

const toolJson = (stream: readonly StreamPayload[], index: unknown) =>
	stream
		.filter(event => event.index === index && isToolDelta(event))
		.map(event => stringAt(objectAt(event, 'delta'), 'partial_json'))
		.join('');

/** Whether the tool JSON of a block still parses. If so, a changed piece of it cannot be detected. */
const isToolJsonWhole = (stream: readonly StreamPayload[], index: unknown) => {
	const json = toolJson(stream, index);
	return json === '' || parseJson(json) !== undefined;
};

/** Whether the rest of a block's JSON may be everything before the answer was stopped. */
const isCutShort = (stream: readonly StreamPayload[], index: unknown) => {
	const final = stream.find(({type}) => type === 'message_delta');
	const isStopped = !['tool_use', 'end_turn'].includes(stringAt(objectAt(final, 'delta'), 'stop_reason'));
	const starts = stream.filter(({type}) => type === 'content_block_start');
	const next = starts[starts.findIndex(start => start.index === index) + 1];
	const isBeforeFallback = stringAt(objectAt(next, 'content_block'), 'type') === 'fallback';
	return (next === undefined ? isStopped : isBeforeFallback) && isJsonPrefix(toolJson(stream, index));
};

const deltaOf = (event: StreamPayload) => objectAt(event, 'delta');

/** The effect of losing a piece of content: thinking without its signature, or an answer that was counted and is not there. */
const contentLost = (stream: readonly StreamPayload[], {index, type}: StreamPayload): readonly string[] => {
	const starts = stream.filter(event => event.type === 'content_block_start');
	const blockOf = (wanted: unknown) =>
		objectAt(
			starts.find(start => start.index === wanted),
			'content_block',
		);
	const isUnsigned =
		type === 'content_block_delta' &&
		stringAt(blockOf(index), 'type') === 'thinking' &&
		!stream.some(event => event.index === index && stringAt(deltaOf(event), 'signature') !== '');
	const final = stream.find(event => event.type === 'message_delta');
	const hasContent =
		starts.some(start => stringAt(blockOf(start.index), 'type') !== 'text') ||
		stream.some(event => stringAt(deltaOf(event), 'text') !== '');
	const isCounted =
		Number(objectAt(final, 'usage').output_tokens) > 5 &&
		stringAt(deltaOf(final ?? {type: ''}), 'stop_reason') !== 'refusal';
	return [
		...(isUnsigned && !isCutShort(stream, index) ? ['thinking-signature'] : []),
		...(!hasContent && isCounted ? ['output-without-content'] : []),
	];
};

/** The effect of losing an event. Without a ping or a piece of text, a stream is still valid. */
const faultOfLost: Readonly<Record<string, readonly string[]>> = {
	message_start: ['message-start-first'],
	content_block_start: ['block-not-open'],
	content_block_stop: ['block-not-closed'],
	message_delta: ['message-delta-missing'],
	message_stop: ['message-stop-missing'],
};
const faultOfDoubled: Readonly<Record<string, readonly string[]>> = {
	message_start: ['message-start-once'],
	content_block_start: ['block-index-reused'],
	content_block_stop: ['block-not-open'],
	message_delta: ['message-delta-once'],
	message_stop: ['event-after-message-stop'],
};

describe('a mutated stream', () => {
	const changesCount = (
		name: string,
		change: (stream: readonly StreamPayload[], place: number) => readonly StreamPayload[],
		table: typeof faultOfLost,
	) =>
		it(name, () => {
			eachEvent((stream, place, event) => {
				const mutated = change(stream, place);
				const expected = table[event.type];
				if (expected !== undefined) {
					assertFault(mutated, ...expected);
				} else if (isToolDelta(event) && !isToolJsonWhole(mutated, event.index)) {
					if (!isCutShort(mutated, event.index)) {
						assertFault(mutated, 'tool-json');
					}
				} else if (!isToolDelta(event)) {
					assert.deepEqual([...faultsOf(mutated)], contentLost(mutated, event));
				}
			});
		});

	changesCount('shows that an event was dropped', (stream, place) => stream.toSpliced(place, 1), faultOfLost);
	changesCount(
		'shows that an event was doubled',
		(stream, place) => stream.toSpliced(place, 0, stream[place] ?? {type: 'none'}),
		faultOfDoubled,
	);

	it('shows that two neighbours were swapped', () => {
		const faultOfSwap = (first: StreamPayload, second: StreamPayload): readonly string[] => {
			switch (`${first.type} ${second.type}`) {
				case 'content_block_stop content_block_start':
					return ['block-overlap'];
				case 'content_block_stop message_delta':
					return ['block-not-closed'];
				case 'message_delta message_stop':
					return ['event-after-message-stop'];
				default:
					return first.type === 'message_start' ? ['message-start-first'] : ['block-not-open'];
			}
		};

		eachEvent((stream, place, first) => {
			const second = stream[place + 1];
			const areDeltas = first.type === 'content_block_delta' && second?.type === 'content_block_delta';
			const isLegal = first.type === 'ping' || (second?.type === 'ping' && first.type !== 'message_stop');
			if (second !== undefined && !areDeltas && !isLegal) {
				assertFault(stream.with(place, second).with(place + 1, first), ...faultOfSwap(first, second));
			}
		});
	});

	it('shows that an event has another name, or none', () => {
		eachEvent((stream, place, event) => {
			const wire = stream.map(toWire);
			const renamed = (name: string | null) =>
				faultsIn(wire.with(place, {event: name, data: JSON.stringify(event)}));
			assert.deepEqual([...renamed('message')], ['event-name-mismatch']);
			assert.deepEqual([...renamed(null)], ['event-name-missing']);
		});
	});

	it('shows that an event has another type in name and data', () => {
		eachEvent((stream, place, event) => {
			const renamed = stream.map(toWire).with(place, toWire({...event, type: 'renamed'}));
			const findings = checkStream(renamed);
			assert.ok(findings.some(({rule, position}) => rule === 'unknown-event' && position === place));
			for (const rule of faultOfLost[event.type] ?? []) {
				assert.ok(findings.some(finding => finding.rule === rule));
			}
		});
	});

	it('shows that an index was changed', () => {
		eachEvent((stream, place, event) => {
			if (typeof event.index === 'number') {
				const rules =
					event.type === 'content_block_start'
						? ['block-index-gap', 'block-index-reused']
						: ['block-not-open'];
				assertFault(stream.with(place, {...event, index: event.index + 1}), ...rules);
				assertFault(stream.with(place, {...event, index: '0'}), 'required-field');
				assertFault(stream.with(place, {...event, index: -1}), 'required-field');
			}
		});
	});

	it('shows that a delta has the type of another block', () => {
		const others = ['text_delta', 'thinking_delta', 'input_json_delta'];
		eachEvent((stream, place, event) => {
			const delta = objectAt(event, 'delta');
			if (event.type !== 'content_block_delta') {
				return;
			}

			const own = stringAt(delta, 'type').replace('citations', 'text').replace('signature', 'thinking');
			for (const type of others.filter(other => other !== own)) {
				const changed: StreamPayload = {
					...event,
					delta: {...delta, type} as JsonObject as StreamPayload['delta'],
				};
				assertFault(stream.with(place, changed), 'delta-type');
			}
		});
	});

	it('shows that a block has another type', () => {
		eachEvent((stream, place, event) => {
			const start = objectAt(event, 'content_block');
			if (event.type === 'content_block_start' && start.type === 'text') {
				const changed = {...event, content_block: {type: 'tool_use', id: 'toolu_1', name: 'n', input: {}}};
				assertFault(stream.with(place, changed), 'delta-type');
			}
		});
	});

	it('shows where the body was cut, at any character', () => {
		fc.assert(
			fc.property(validStream, fc.nat(), (stream, number) => {
				const body = toSseBody(stream);
				const cut = number % (body.length - '\n\n'.length);
				const faults = faultsIn(parseSse(body.slice(0, cut)));
				const isEmpty = parseSse(body.slice(0, cut)).length === 0;
				const isCut = faults.has('cut-off') || faults.has('message-stop-missing');
				assert.ok(isEmpty ? faults.has('empty-body') : isCut, body.slice(Math.max(0, cut - 80), cut));
			}),
			{numRuns: 500},
		);
	});

	it('has only a note if the last blank line is missing', () => {
		fc.assert(
			fc.property(validStream, fc.constantFrom(1, 2), (stream, missing) => {
				const findings = checkStream(parseSse(toSseBody(stream).slice(0, -missing)));
				assert.deepEqual(
					findings.map(({severity, rule}) => `${severity} ${rule}`),
					['note final-blank-line'],
				);
			}),
		);
	});
});
