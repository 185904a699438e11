import {decode} from '../../messages/decode.js';
import {foreignApi, foreignWithin} from '../../messages/foreign-api.js';
import type {SseTraceEvent} from '../../trace/trace-event.js';
import {recordedHeaders} from '../../wire/recorded-headers.js';
import type {SseEvent} from '../../wire/sse-event.js';
import {inferEnding} from '../imports/imported-exchange.js';
import {roundAt} from '../recording-format.js';
import type {GrowingContext} from './growing-parser.js';

/** What is known of an exchange before its first event. A status that is not known is 0; `requestAt` is in milliseconds on the trace's clock. */
export type GrowingOpening = {
	readonly exchange: number;
	readonly requestAt: number;
	readonly method?: string;
	readonly url: string;
	readonly status?: number;
	readonly headers?: Iterable<readonly [string, string]>;
};

/** An exchange that is seen from outside while it happens. Its end is inferred from its events. */
export type GrowingExchange = {
	sse(event: SseEvent): void;
	/** An answer that is not a stream. */
	body(data: string): void;
	end(): void;
};

/** Emits the request and the response at once, and everything else as it comes. */
export function openGrowingExchange(
	{now, emit, reads}: Pick<GrowingContext, 'now' | 'emit' | 'reads'>,
	{exchange, requestAt, method = 'POST', url, status = 0, headers = []}: GrowingOpening,
): GrowingExchange {
	const place = {exchange, attempt: 1};
	const events: SseTraceEvent[] = [];
	const firstRead = reads();
	let content: Parameters<typeof inferEnding>[0] = null;
	let foreign: string | null = null;
	let hasEnded = false;
	const at = () => roundAt(now());
	emit({type: 'request', at: roundAt(requestAt), ...place, method, url, body: null});
	emit({type: 'response', at: at(), ...place, status, headers: recordedHeaders(headers)});

	return {
		sse(event) {
			const chunk = reads() - firstRead + 1;
			const traced: SseTraceEvent = {type: 'sse', at: at(), ...place, ...event, chunk};
			foreign ??= events.length < foreignWithin ? foreignApi(url, decode(traced)) : null;
			events.push(traced);
			emit(traced);
		},
		body(data) {
			content = {kind: 'body', at: at(), data};
			emit({type: 'body', at: at(), ...place, data});
		},
		end() {
			if (hasEnded) {
				return;
			}

			hasEnded = true;
			const ending =
				foreign !== null && events.length > 0
					? ({outcome: 'complete', error: null} as const)
					: inferEnding(content ?? (events.length === 0 ? null : {kind: 'stream', events}), status);
			emit({type: 'end', at: at(), exchange, ...ending, message: null});
		},
	};
}
