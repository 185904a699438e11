import {answeringModel} from '../analysis/answering-model.js';
import {continuesTurn, promptOf} from '../analysis/conversation.js';
import {exchangeCost} from '../analysis/exchange-cost.js';
import {totalTokens} from '../analysis/output-count.js';
import {knownPrices, type PriceList} from '../messages/prices.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {isLocked} from './file-lock.js';
import {readBriefly} from './read-briefly.js';
import type {SessionFile} from './session-files.js';

/**
 * A session in a list. `firstPrompt` is shown if there is no title. `turns` counts exchanges; `inputTokens` (including cached ones) and
 * `outputTokens` are the sums over them. `startedAt` is an ISO date. `isOpen`: a process is writing to it.
 */
export type SessionSummary = SessionFile & {
	readonly title: string | null;
	readonly firstPrompt: string;
	readonly startedAt: string | null;
	readonly model: string | null;
	readonly turns: number;
	readonly inputTokens: number;
	readonly outputTokens: number;
	/** False if an answer has no final count, as after an interruption. `outputTokens` and `cost` then hold an estimate. */
	readonly isFinal: boolean;
	/** The sum over the exchanges in dollars; `null` where a price is not known. */
	readonly cost: number | null;
	readonly isOpen: boolean;
};

/**
 * Reads the facts about a session for a list. The whole file is read, but only the few lines that matter are parsed: 230 MB in a second. So
 * no index is needed that could disagree with the files.
 */
export async function summariseSession(
	file: SessionFile,
	prices: PriceList = knownPrices,
): Promise<SessionSummary> {
	const {header, title, exchanges} = await readBriefly(file, exchanges => totalTokens(exchanges).isFinal);
	const [first] = exchanges;
	const {input, output, isFinal} = totalTokens(exchanges);
	return {
		...file,
		title,
		firstPrompt: first === undefined ? '' : promptOf(first),
		startedAt: header?.startedAt || null,
		model: exchanges.map(answeringModel).findLast(model => model !== null) ?? null,
		turns: exchanges.filter(exchange => !continuesTurn(exchange)).length,
		inputTokens: input,
		outputTokens: output,
		isFinal,
		cost: costOf(exchanges, prices),
		isOpen: isLocked(file.path),
	};
}

/** An exchange that failed before any usage came costs nothing. */
function costOf(exchanges: readonly ExchangeView[], prices: PriceList): number | null {
	const costs = exchanges
		.filter(({usage}) => usage.length > 0)
		.map(exchange => exchangeCost(exchange, prices)?.dollars ?? null);
	return costs.reduce<number | null>(
		(total, cost) => (total === null || cost === null ? null : total + cost),
		0,
	);
}

/** The last written session that has an exchange; `null` if there is none. */
export async function latestSession(files: readonly SessionFile[]): Promise<SessionSummary | null> {
	for (const file of files) {
		const summary = await summariseSession(file);
		if (summary.turns > 0) {
			return summary;
		}
	}

	return null;
}
