import fc from 'fast-check';
import {alteredWays, type TraceEvent} from '../../source/trace/trace-event.js';

const at = fc.integer({min: 0, max: 10 ** 9}).map(micro => micro / 1000);
const place = {at, exchange: fc.integer({min: 1, max: 5}), attempt: fc.integer({min: 1, max: 3})};
const text = fc.string({unit: 'binary', maxLength: 40});
/** What a trace may contain: no queries, and only allow-listed headers. */
const url = fc.constantFrom('', 'https://api.anthropic.com/v1/messages', 'capture:/v1/messages?beta=true');
const header = fc.constantFrom('request-id', 'retry-after', 'server', 'anthropic-ratelimit-tokens-limit');
const json = fc
	.jsonValue({stringUnit: 'binary', maxDepth: 3})
	.map(value => JSON.parse(JSON.stringify(value)));

const error = fc.record(
	{
		kind: text,
		title: text,
		detail: fc.option(text),
		hint: text,
		status: fc.integer({min: 100, max: 599}),
		requestId: text,
		retryAfter: fc.integer({min: 0, max: 99}),
	},
	{requiredKeys: ['kind', 'title', 'detail', 'hint']},
);

/** Any trace event, with any text and JSON: half surrogates, control characters, odd keys. */
const arbitraryEvent: fc.Arbitrary<TraceEvent> = fc.oneof(
	fc.record({type: fc.constant('request' as const), ...place, method: text, url, body: json}),
	fc.record({
		type: fc.constant('response' as const),
		...place,
		status: fc.integer({min: 100, max: 599}),
		headers: fc.dictionary(header, text, {maxKeys: 3, noNullPrototype: true}),
	}),
	fc.record(
		{
			type: fc.constant('sse' as const),
			...place,
			chunk: fc.integer({min: 1, max: 99}),
			event: fc.option(text),
			data: fc.oneof(
				text,
				json.map(value => JSON.stringify(value)),
			),
			id: text,
			retry: fc.integer({min: 0, max: 9999}),
			comment: text,
			unterminated: fc.constant(true as const),
		},
		{requiredKeys: ['type', 'at', 'exchange', 'attempt', 'chunk', 'event', 'data']},
	),
	fc.record({type: fc.constant('body' as const), ...place, data: text}),
	fc.record(
		{
			type: fc.constant('altered' as const),
			...place,
			how: fc.constantFrom(...alteredWays),
			sse: fc.integer({min: 1, max: 99}),
			of: text,
			event: fc.option(text),
			data: text,
			late: fc.integer({min: 0, max: 9999}),
		},
		{requiredKeys: ['type', 'at', 'exchange', 'attempt', 'how', 'sse']},
	),
	fc.record({
		type: fc.constant('end' as const),
		at,
		exchange: place.exchange,
		outcome: fc.constantFrom('complete' as const, 'aborted' as const, 'failed' as const),
		error: fc.option(error),
		message: json,
	}),
);

export const arbitraryEvents = fc
	.array(arbitraryEvent, {maxLength: 30})
	// As plain JSON, without the −0 and the null prototypes that the generator produces.
	.map(events => JSON.parse(JSON.stringify(events)) as readonly TraceEvent[]);
