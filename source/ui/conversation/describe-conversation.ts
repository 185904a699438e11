import {clocksOf} from '../../analysis/clocks.js';
import {continuesTurn} from '../../analysis/conversation.js';
import {totalTokens} from '../../analysis/output-count.js';
import {formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';

/** The facts about a conversation that has ended. */
export type Conversation = {
	readonly view: TraceView;
	/** How long it was open, in milliseconds. */
	readonly duration: number;
	/** The width of the line, in cells. */
	readonly width: number;
};

/**
 * Describes a conversation in one line: turns, events, total tokens, how long it was open, and the TTFT of the last answer. The
 * sign `~` marks an estimate, as after an interruption. Parts that do not fit are left out.
 */
export function describeConversation({view, duration, width}: Conversation): string {
	const exchanges = [...itemsOf(view.exchanges)];
	const last = exchanges.at(-1);
	const ttft = last === undefined ? null : clocksOf(last).ttft;
	const {input, output, isFinal} = totalTokens(exchanges);
	const parts = [
		counted(exchanges.filter(exchange => !continuesTurn(exchange)).length, 'turn'),
		counted(view.length, 'event'),
		`in ${formatTokens(input)} out ${isFinal ? '' : '~'}${formatTokens(output)}`,
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
