import {clocksOf} from '../../analysis/clocks.js';
import {usageNumber} from '../../messages/usage-ledger.js';
import {formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';

/** Input tokens read from a cache or written to one count as input. */
const inputNames = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'];

/** The facts about a conversation that has ended. */
export type Conversation = {
	readonly view: TraceView;
	/** How long it was open, in milliseconds. */
	readonly duration: number;
	/** The width of the line, in cells. */
	readonly width: number;
};

/**
 * Describes a conversation in one line: turns, events, total tokens, how long it was open, and the TTFT of the last answer. Parts that do
 * not fit are left out.
 */
export function describeConversation({view, duration, width}: Conversation): string {
	const exchanges = [...itemsOf(view.exchanges)];
	const last = exchanges.at(-1);
	const ttft = last === undefined ? null : clocksOf(last).ttft;
	const parts = [
		counted(exchanges.length, 'turn'),
		counted(view.length, 'event'),
		`in ${formatTokens(sum(exchanges, inputNames))} out ${formatTokens(sum(exchanges, ['output_tokens']))}`,
		`open ${formatMilliseconds(duration)}`,
		...(ttft === null ? [] : [`last TTFT ${formatMilliseconds(ttft)}`]),
	];
	return parts.reduce((line, part) => {
		const longer = `${line} · ${part}`;
		return longer.length <= width ? longer : line;
	});
}

function counted(count: number, noun: string): string {
	return `${formatTokens(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function sum(exchanges: readonly ExchangeView[], names: readonly string[]): number {
	return exchanges.reduce(
		(total, {usage}) => total + names.reduce((part, name) => part + (usageNumber(usage, name) ?? 0), 0),
		0,
	);
}
