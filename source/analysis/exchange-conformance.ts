import type {Chain} from '../messages/conformance/chain.js';
import {checkEvent} from '../messages/conformance/check-event.js';
import {type ConformanceState, startConformance} from '../messages/conformance/conformance-state.js';
import type {Finding} from '../messages/conformance/finding.js';
import {finishConformance} from '../messages/conformance/finish-conformance.js';
import type {StreamEnding} from '../messages/conformance/stream-ending.js';
import {decode} from '../messages/decode.js';
import {foreignApi, foreignWithin} from '../messages/foreign-api.js';
import {fenced} from '../trace/fence.js';
import {shouldStream} from '../trace/should-stream.js';
import type {
	BodyEvent,
	EndEvent,
	RequestEvent,
	ResponseEvent,
	SseTraceEvent,
	TraceEvent,
} from '../trace/trace-event.js';
import type {SseEvent} from '../wire/sse-event.js';
import {judgeWholeAnswer} from './whole-answer.js';

/** A finding about a trace. `position` is the position in the trace of the event concerned, `madeAt` that of the event that revealed it. */
export type TracedFinding = Finding & {readonly madeAt: number};

/**
 * The findings about one exchange. Each of its attempts is checked as a separate stream. Grows with the trace, and checks each event once. Only
 * what is or should be a stream is checked. The answer to a non-streaming request only has to be a message.
 */
export class ExchangeConformance {
	/** In the order in which they were made, so that a prefix of the trace has a prefix of them. */
	readonly findings: TracedFinding[] = [];
	#request: RequestEvent | null = null;
	#response: ResponseEvent | null = null;
	#body: BodyEvent | null = null;
	#stream: ConformanceState | null = null;
	/** Whether another API answers, whose streams have other rules. */
	#isForeign = false;
	#sseCount = 0;

	/** Takes the exchange's next event. `position` is its position in the trace. */
	add(event: TraceEvent, position: number): void {
		switch (event.type) {
			case 'request': {
				this.finish('error', position);
				this.#request = event;
				this.#response = null;
				this.#body = null;
				break;
			}

			case 'response': {
				this.#response = event;
				break;
			}

			case 'sse': {
				if (this.#foreign(event)) {
					break;
				}

				const before = this.#stream ?? this.#open();
				const after = fenced(
					event,
					() => checkEvent(before, withKnownRead(event), position),
					() => before,
				);
				this.#step(before, after, position);
				break;
			}

			case 'body': {
				this.#body = event;
				break;
			}

			case 'end': {
				this.finish(endingOf(event, this.#stream !== null), position);
				break;
			}

			default:
		}
	}

	/** Ends the current attempt. A body that is not a stream is checked when it has ended. */
	finish(ending: StreamEnding, position: number): void {
		if (this.#isForeign) {
			this.#reset();
			return;
		}

		const attempt = {request: this.#request, response: this.#response, body: this.#body};
		const stream = this.#stream ?? (shouldStream(attempt) ? this.#open() : null);
		if (stream !== null) {
			const known = ending === 'open' && this.#body !== null ? 'end' : ending;
			this.#step(stream, finishConformance(stream, known), position);
		} else if (ending === 'end') {
			const finding = judgeWholeAnswer(attempt);
			this.findings.push(...(finding === null ? [] : [{...finding, madeAt: position}]));
		}

		this.#reset();
	}

	#reset(): void {
		this.#request = null;
		this.#response = null;
		this.#body = null;
		this.#stream = null;
		this.#isForeign = false;
		this.#sseCount = 0;
	}

	/** Whether an event shows, or an earlier one has shown, that another API answers. Only the first events are asked. */
	#foreign(event: SseTraceEvent): boolean {
		this.#sseCount++;
		this.#isForeign ||=
			this.#sseCount <= foreignWithin && foreignApi(this.#request?.url ?? '', decode(event)) !== null;
		return this.#isForeign;
	}

	#open(): ConformanceState {
		const {status = 0, headers = {}} = this.#response ?? {};
		return startConformance({
			// The status is 0 if a capture does not include it.
			status: status === 0 ? null : status,
			contentType: headers['content-type'] ?? null,
			...(this.#body === null ? {} : {body: this.#body.data}),
			isSaved: this.#request?.url.startsWith('capture:') ?? false,
		});
	}

	#step(before: ConformanceState, after: ConformanceState, madeAt: number): void {
		this.#stream = after;
		if (after.findings !== before.findings) {
			this.findings.push(...newItems(after.findings, before.findings).map(finding => ({...finding, madeAt})));
		}
	}
}

/** Reads are numbered from 1. If a recording lacks the number it is 0, and it is unknown which events arrived together. */
function withKnownRead(event: SseTraceEvent): SseEvent {
	if (event.chunk > 0) {
		return event;
	}

	const {chunk: _, ...rest} = event;
	return rest;
}

function newItems<T>(chain: Chain<T>, known: Chain<T>): readonly T[] {
	const items: T[] = [];
	for (let link = chain; link !== null && link !== known; link = link.before) {
		items.push(link.item);
	}

	return items.reverse();
}

/**
 * If the reader itself stopped, by request or because it could not continue, the missing rest is not the stream's fault. This does not apply to
 * an answer without events.
 */
function endingOf({outcome, error}: EndEvent, hasEvents: boolean): StreamEnding {
	if (outcome === 'complete' || error?.kind === 'ended_early') {
		return 'end';
	}

	if (error?.kind === 'connection_lost' || error?.kind === 'timeout') {
		return 'error';
	}

	return outcome === 'aborted' || hasEvents ? 'aborted' : 'end';
}
