import type Anthropic from '@anthropic-ai/sdk';
import type {Fetch} from '../../client/fetch.js';
import {startLeanExchange} from '../../client/lean-exchange.js';
import type {AnswerLimits} from '../../client/limit-answers.js';
import {startExchange} from '../../client/message-exchange.js';
import type {MessageRequest} from '../../client/message-request.js';
import {startWholeExchange} from '../../client/whole-exchange.js';
import type {PriceList} from '../../messages/prices.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import type {ResponseEvent, TraceEvent} from '../../trace/trace-event.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {errorNotice, remarkNotices, retryNotice, stopNotice, summaryNotice} from './ask-notices.js';
import type {AskOutput} from './ask-output.js';
import type {Continuation} from './continue-with-tools.js';
import {createPingNotice} from './ping-notice.js';
import {createStreamNotice, type StreamNotice} from './stream-notice.js';

export type AskTrace = Pick<Trace, 'length' | 'at' | 'append' | 'view' | 'subscribe'>;

export type AskOptions = {
	readonly client: Anthropic;
	readonly fetch: Fetch;
	/** The trace that the exchange is appended to, and its view. A lean exchange does not keep its content. */
	readonly trace: AskTrace;
	readonly isLean: boolean;
	readonly limits: Partial<AnswerLimits>;
	readonly now: () => number;
	readonly request: MessageRequest;
	/** What follows an answer; `null` if nothing does. */
	readonly continuation: (view: TraceView) => Continuation | null;
	readonly isStreaming: boolean;
	/** What the models cost. */
	readonly prices: PriceList;
	readonly output: AskOutput;
	/** Resolves when more can be printed, since a reader may be slower than the answer. */
	readonly drained: () => Promise<void>;
	/** Receives one line about the exchange, without a line feed. */
	readonly notify: (line: string) => void;
	/** Aborted when the user interrupts, or when the reader of the answer is gone. */
	readonly interrupted: AbortSignal;
	readonly unread: AbortSignal;
};

/** Runs an exchange, and those that answer its tools, and prints them as they arrive. Resolves to the exit code. */
export async function ask(options: AskOptions): Promise<ExitCode> {
	const {output, notify, unread, continuation} = options;
	let request: MessageRequest | null = options.request;
	let code: ExitCode = exitCodes.failed;
	let view: ExchangeView | null = null;
	while (request !== null) {
		const stream = createStreamNotice();
		view = await exchangeOf(request, options, stream.hear);
		output.answered(view);
		if (view === null || unread.aborted) {
			break;
		}

		const after = view.end?.outcome === 'complete' ? continuation(options.trace.view) : null;
		code = conclude(view, after, stream, options);
		request = after?.next ? await after.next() : null;
		if (options.interrupted.aborted && request !== null) {
			notify('Interrupted.');
			code = exitCodes.interrupted;
			request = null;
		}
	}

	output.end(view);
	return unread.aborted ? exitCodes.fine : code;
}

/** Runs one exchange and returns what the trace then shows of it. */
async function exchangeOf(
	request: MessageRequest,
	options: AskOptions,
	hear: (event: TraceEvent) => void,
): Promise<ExchangeView | null> {
	const {output, notify, isStreaming, isLean, interrupted, unread, drained} = options;
	const trace = withHearers(options.trace, [createPingNotice(notify), hear]);
	const unsubscribe = watchTrace(trace, output, notify);
	const start = isLean ? startLeanExchange : isStreaming ? startExchange : startWholeExchange;
	const exchange = start({
		...options,
		...request,
		trace,
		fetch: output.wrapFetch(options.fetch),
		lane: null,
	});
	const stopped = AbortSignal.any([interrupted, unread]);
	stopped.addEventListener('abort', () => exchange.abort());
	if (stopped.aborted) {
		exchange.abort();
	}

	try {
		for await (const event of exchange) {
			output.yielded(event);
			await drained();
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}

	unsubscribe();
	return lastItem(trace.view.exchanges) ?? null;
}

/** Tells of each event before it reaches the trace, because a lean trace keeps only a few. */
function withHearers(trace: AskTrace, hearers: ReadonlyArray<(event: TraceEvent) => void>): AskTrace {
	return {
		get length() {
			return trace.length;
		},
		get view() {
			return trace.view;
		},
		at: position => trace.at(position),
		append(event) {
			for (const hear of hearers) {
				hear(event);
			}

			trace.append(event);
		},
		subscribe: listener => trace.subscribe(listener),
	};
}

function watchTrace(trace: AskTrace, {appended}: AskOutput, notify: (line: string) => void): () => void {
	let response: ResponseEvent | null = null;
	return trace.subscribe(() => {
		const event = trace.at(trace.length - 1);
		if (event === undefined) {
			return;
		}

		appended(event);
		const notice = retryNotice(event, response);
		response = event.type === 'response' ? event : event.type === 'request' ? null : response;
		if (notice !== null) {
			notify(notice);
		}
	});
}

function conclude(
	view: ExchangeView,
	after: Continuation | null,
	stream: StreamNotice,
	{notify, isStreaming, prices}: Pick<AskOptions, 'notify' | 'isStreaming' | 'prices'>,
): ExitCode {
	const {end} = view;
	if (end?.outcome === 'complete') {
		for (const notice of remarkNotices(view)) {
			notify(notice);
		}

		const notice = after === null ? stopNotice(view) : after.words;
		if (notice !== null) {
			notify(notice);
		}

		for (const line of stream.lines()) {
			notify(line);
		}

		notify(summaryNotice(view, isStreaming, prices));
		const isWhole = stream.skipped === 0 && (after === null || after.next !== null);
		return isWhole ? exitCodes.fine : exitCodes.failed;
	}

	if (end?.outcome === 'aborted') {
		notify('Interrupted.');
		return exitCodes.interrupted;
	}

	notify(end?.error ? errorNotice(end.error) : 'The exchange failed.');
	return exitCodes.failed;
}
