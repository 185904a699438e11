import {resultText} from '../messages/tools/result-text.js';
import {type ToolCall, toolCalls} from '../messages/tools/tool-call.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceView} from '../trace/fold-trace.js';
import {lastItem} from '../trace/persistent-list.js';
import {isObject, type JsonObject, stringAt} from '../wire/json.js';
import {type Branch, continuesTurn, lastSaid, requestMessages} from './conversation.js';

/** The end of a conversation whose last answer waits: for the results of its calls, or only to be sent back (`calls` is empty). */
export type OpenTurn = {readonly exchange: ExchangeView; readonly calls: readonly ToolCall[]};

/** Returns what the conversation waits for; `null` if its last answer is whole. */
export function openTurn(view: TraceView, branch: Branch = {}): OpenTurn | null {
	const exchange = lastSaid(view, branch);
	if (exchange === null || exchange.phase !== 'complete') {
		return null;
	}

	const calls = toolCalls(exchange.message?.blocks ?? []);
	const isCall = stopReasonOf(exchange) === 'tool_use';
	return mayContinue(exchange) && isCall === calls.length > 0 ? {exchange, calls} : null;
}

/** Whether an answer stopped for something that the next request of its turn brings. */
function mayContinue(exchange: ExchangeView): boolean {
	return ['tool_use', 'pause_turn', 'compaction'].includes(stopReasonOf(exchange));
}

/** True if an answer that stopped for its tools, or was paused, has been followed by another request. It waits no more. */
export function isFollowed({exchanges}: TraceView, exchange: ExchangeView): boolean {
	const isLast = lastItem(exchanges)?.exchange === exchange.exchange;
	return exchange.phase === 'complete' && mayContinue(exchange) && !isLast;
}

function stopReasonOf({message}: ExchangeView): string {
	return stringAt(message?.fields, 'stop_reason');
}

/** A result of a tool in a request, with the name of the tool as far as the request tells it. */
export type NamedResult = {readonly name: string; readonly text: string; readonly isError: boolean};

/** The results in an exchange's request, named by the calls in the message before them. */
export function namedResults(exchange: ExchangeView): readonly NamedResult[] {
	const {content: calls = ''} = requestMessages(exchange).at(-2) ?? {};
	return resultsOf(exchange).map(result => {
		const call =
			typeof calls === 'string'
				? undefined
				: calls.find(block => isObject(block) && block.id === result.tool_use_id);
		return {
			name: stringAt(call, 'name'),
			text: resultText(result.content ?? ''),
			isError: result.is_error === true,
		};
	});
}

/** The results of tools in an exchange's request, without the mark for the cache. */
export function resultsOf(exchange: ExchangeView): readonly JsonObject[] {
	const content = requestMessages(exchange).at(-1)?.content ?? '';
	return typeof content === 'string'
		? []
		: content
				.filter(block => isObject(block) && block.type === 'tool_result')
				.map(({cache_control: _, ...result}) => result);
}

/** The exchange with which the turn of an exchange began: the one with its prompt. `before` are the exchanges up to it, the newest last. */
export function turnStart(before: readonly ExchangeView[], exchange: ExchangeView): ExchangeView {
	return continuesTurn(exchange) ? (before.findLast(one => !continuesTurn(one)) ?? exchange) : exchange;
}

/** After so many requests in a turn, commands do not run by themselves any more: a model that calls tools for ever costs money. */
export const maxTurnRequests = 25;

/** How many requests the newest turn has taken so far. */
export function turnLength(exchanges: readonly ExchangeView[]): number {
	return (
		exchanges.length -
		Math.max(
			0,
			exchanges.findLastIndex(exchange => !continuesTurn(exchange)),
		)
	);
}
