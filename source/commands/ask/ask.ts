import type Anthropic from '@anthropic-ai/sdk';
import type {Fetch} from '../../client/fetch.js';
import {startLeanExchange} from '../../client/lean-exchange.js';
import type {AnswerLimits} from '../../client/limit-answers.js';
import {startExchange} from '../../client/message-exchange.js';
import type {MessageRequest} from '../../client/message-request.js';
import {startWholeExchange} from '../../client/whole-exchange.js';
import type {PriceList} from '../../messages/prices.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import type {ResponseEvent} from '../../trace/trace-event.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {errorNotice, retryNotice, stopNotice, summaryNotice} from './ask-notices.js';
import type {AskOutput} from './ask-output.js';
import {createPingNotice} from './ping-notice.js';

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

/** Runs one exchange and prints it as it arrives. Resolves to the exit code. */
export async function ask(options: AskOptions): Promise<ExitCode> {
	const {output, notify, isStreaming, isLean, interrupted, unread, drained} = options;
	const trace = withPingNotice(options.trace, notify);
	const unsubscribe = watchTrace(trace, output, notify);
	const start = isLean ? startLeanExchange : isStreaming ? startExchange : startWholeExchange;
	const exchange = start({
		...options,
		...options.request,
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
	const view = lastItem(trace.view.exchanges) ?? null;
	output.end(view);
	if (unread.aborted) {
		return exitCodes.fine;
	}

	return view === null ? exitCodes.failed : conclude(view, notify, options);
}

/** Watches the pings before they reach the trace, because a lean trace keeps only a few. */
function withPingNotice(trace: AskTrace, notify: (line: string) => void): AskTrace {
	const hear = createPingNotice(notify);
	return {
		get length() {
			return trace.length;
		},
		get view() {
			return trace.view;
		},
		at: position => trace.at(position),
		append(event) {
			hear(event);
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
	notify: (line: string) => void,
	{isStreaming, prices}: Pick<AskOptions, 'isStreaming' | 'prices'>,
): ExitCode {
	const {end} = view;
	if (end?.outcome === 'complete') {
		for (const {text} of view.remarks) {
			notify(`${sanitizeLine(text)}.`);
		}

		const notice = stopNotice(view);
		if (notice !== null) {
			notify(notice);
		}

		notify(summaryNotice(view, isStreaming, prices));
		return exitCodes.fine;
	}

	if (end?.outcome === 'aborted') {
		notify('Interrupted.');
		return exitCodes.interrupted;
	}

	notify(end?.error ? errorNotice(end.error) : 'The exchange failed.');
	return exitCodes.failed;
}
