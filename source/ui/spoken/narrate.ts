import {clocksOf} from '../../analysis/clocks.js';
import {continuesTurn, promptOf} from '../../analysis/conversation.js';
import {namedResults} from '../../analysis/open-calls.js';
import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {stopOf} from '../../messages/stop-reasons.js';
import {usageNumber} from '../../messages/usage-ledger.js';
import {formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {sanitize} from '../../text/sanitize.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemAt} from '../../trace/persistent-list.js';
import {citationCount} from '../conversation/block-rows.js';
import {endingRows} from '../conversation/ending-rows.js';
import {blockAnnouncement, blockDetails, spokenRow, unwrapped} from './spoken-block.js';
import {spokenMarkdown} from './spoken-markdown.js';
import {takeSentences} from './take-sentences.js';

/** How far a conversation has been spoken: turns, and in the current turn its attempts, its blocks, and the text of its current block. */
export type Told = {
	readonly turns: number;
	readonly attempts: number;
	readonly blocks: number;
	readonly isBlockAnnounced: boolean;
	readonly text: number;
	/** Whether the text is inside a block of code. */
	readonly isInCode: boolean;
	/** Whether anything of the answer has been spoken. */
	readonly hasSpoken: boolean;
};

export const nothingTold: Told = {
	turns: 0,
	attempts: 0,
	blocks: 0,
	isBlockAnnounced: false,
	text: 0,
	isInCode: false,
	hasSpoken: false,
};

/** Lines to speak next, and how far the conversation has been spoken after them. */
export type Narration = {readonly told: Told; readonly lines: readonly string[]};

/**
 * Narrates what is new in a growing conversation, in whole sentences. Nothing spoken is ever taken back: the lines of all calls together
 * equal those of one call at the end.
 */
export function narrate(told: Told, view: TraceView): Narration {
	const lines: string[] = [];
	let place = told;
	for (;;) {
		const exchange = itemAt(view.exchanges, place.turns);
		if (exchange === undefined) {
			return {told: place, lines};
		}

		place = tellAttempts(place, exchange, lines);
		place = tellBlocks(place, exchange, lines);
		if (exchange.end === null) {
			return {told: place, lines};
		}

		lines.push(...endingLines(exchange));
		place = {...nothingTold, turns: place.turns + 1};
	}
}

/** What opens the exchange, for the first attempt. For every other attempt, the reason for it. */
function tellAttempts(told: Told, {attempts, ...exchange}: ExchangeView, lines: string[]): Told {
	for (let index = told.attempts; index < attempts.length; index++) {
		if (index === 0) {
			lines.push(...openingLines({attempts, ...exchange}));
		} else {
			const status = attempts[index - 1]?.response?.status;
			const why = status === undefined ? 'There was no answer' : `The server answered ${status}`;
			lines.push(`${why}. Trying again.`);
		}
	}

	return {...told, attempts: attempts.length};
}

/** The results of tools, and the prompt unless the turn only continues. */
function openingLines(exchange: ExchangeView): readonly string[] {
	const results = namedResults(exchange).map(
		({name, text, isError}) => `${isError ? 'Error' : 'Result'} of ${name || 'a tool'}: ${text}`,
	);
	return [...results, ...(continuesTurn(exchange) ? [] : [`You: ${promptOf(exchange)}`])].map(sanitize);
}

function tellBlocks(told: Told, exchange: ExchangeView, lines: string[]): Told {
	const blocks = exchange.message?.blocks ?? [];
	let place = told;
	for (let index = told.blocks; index < blocks.length; index++) {
		const block = blocks[index];
		if (block === undefined) {
			break;
		}

		// A block that was cut off will not grow either.
		const isWhole = block.isClosed || index < blocks.length - 1 || exchange.end !== null;
		place = tellBlock(place, block, isWhole, lines);
		if (!isWhole) {
			return place;
		}

		const citations = blocks.slice(0, index).reduce((sum, one) => sum + citationCount(one), 0);
		lines.push(...blockDetails(block, citations));
		place = {...place, blocks: index + 1, isBlockAnnounced: false, text: 0, isInCode: false};
	}

	return place;
}

function tellBlock(told: Told, block: BlockSnapshot, isWhole: boolean, lines: string[]): Told {
	if (block.type !== 'text') {
		if (!told.isBlockAnnounced) {
			lines.push(blockAnnouncement(block));
		}

		return {...told, isBlockAnnounced: true};
	}

	const {sentences, end} = takeSentences(block.text, told.text, isWhole);
	let place = {...told, text: end};
	for (const sentence of sentences) {
		const {text, isInCode} = spokenMarkdown(sentence, place.isInCode);
		if (text !== null) {
			lines.push(sanitize(place.hasSpoken ? text : `Claude: ${text}`));
		}

		place = {...place, isInCode, hasSpoken: place.hasSpoken || text !== null};
	}

	return place;
}

function endingLines(exchange: ExchangeView): readonly string[] {
	const rows = endingRows(exchange, unwrapped).map(spokenRow);
	if (exchange.phase === 'aborted') {
		return rows.map(sentence);
	}

	if (exchange.phase === 'failed') {
		return rows.map(sentence).map((row, index) => (index === 0 ? `Error: ${row}` : row));
	}

	const stops = rows.map((row, index) => sentence(index === 0 ? `Stopped: ${row}` : row));
	const {ttft} = clocksOf(exchange);
	const output = usageNumber(exchange.usage, 'output_tokens');
	const facts = [
		...(output === null ? [] : [`${formatTokens(output)} tokens`]),
		...(ttft === null ? [] : [`first token after ${formatMilliseconds(ttft)}`]),
	];
	const state = stopOf(exchange.message?.fields)?.state ?? null;
	const end = state === null ? 'Answer complete.' : 'End of the answer.';
	return [...stops, [end, ...(facts.length === 0 ? [] : [`${facts.join(', ')}.`])].join(' ')];
}

function sentence(text: string): string {
	const whole = text.trim();
	const begun = whole.charAt(0).toUpperCase() + whole.slice(1);
	return /[.!?…:]$/.test(begun) ? begun : `${begun}.`;
}
