import type Anthropic from '@anthropic-ai/sdk';
import type {Fetch} from '../../client/fetch.js';
import {startExchange} from '../../client/message-exchange.js';
import {startWholeExchange} from '../../client/whole-exchange.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import type {ResponseEvent} from '../../trace/trace-event.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {errorNotice, retryNotice, stopNotice, summaryNotice} from './ask-notices.js';
import type {AskOutput} from './ask-output.js';

export type AskOptions = {
	readonly client: Anthropic;
	readonly fetch: Fetch;
	/** What was said before, and where the exchange is appended. */
	readonly trace: Trace;
	readonly now: () => number;
	readonly params: Omit<Anthropic.MessageCreateParams, 'stream'>;
	readonly isStreaming: boolean;
	readonly output: AskOutput;
	/** Takes a line about the exchange, without its line feed. */
	readonly notify: (line: string) => void;
	/** The person interrupts, or nobody reads the answer any more. */
	readonly interrupted: AbortSignal;
	readonly unread: AbortSignal;
};

/** One exchange, printed as it comes. Resolves to the exit code. */
export async function ask(options: AskOptions): Promise<ExitCode> {
	const {trace, output, notify, isStreaming, interrupted, unread} = options;
	const unsubscribe = watchTrace(trace, output, notify);
	const start = isStreaming ? startExchange : startWholeExchange;
	const exchange = start({...options, fetch: output.wrapFetch(options.fetch), lane: null});
	const stopped = AbortSignal.any([interrupted, unread]);
	stopped.addEventListener('abort', () => exchange.abort());
	if (stopped.aborted) {
		exchange.abort();
	}

	try {
		for await (const event of exchange) {
			output.yielded(event);
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

	return view === null ? exitCodes.failed : conclude(view, notify, isStreaming);
}

function watchTrace(trace: Trace, {appended}: AskOutput, notify: (line: string) => void): () => void {
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

function conclude(view: ExchangeView, notify: (line: string) => void, isStreaming: boolean): ExitCode {
	const {end} = view;
	if (end?.outcome === 'complete') {
		const notice = stopNotice(view);
		if (notice !== null) {
			notify(notice);
		}

		notify(summaryNotice(view, isStreaming));
		return exitCodes.fine;
	}

	if (end?.outcome === 'aborted') {
		notify('Interrupted.');
		return exitCodes.interrupted;
	}

	notify(end?.error ? errorNotice(end.error) : 'The exchange failed.');
	return exitCodes.failed;
}
