import {createReadStream} from 'node:fs';
import {answeringModel} from '../analysis/answering-model.js';
import {promptOf} from '../analysis/conversation.js';
import {exchangeCost} from '../analysis/exchange-cost.js';
import {knownPrices, type PriceList} from '../messages/prices.js';
import {usageNumber} from '../messages/usage-ledger.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {foldTrace} from '../trace/fold-trace.js';
import {itemsOf} from '../trace/persistent-list.js';
import {isLocked} from './file-lock.js';
import {decoded} from './read-recording.js';
import {RecordingState} from './recording-state.js';
import type {SessionFile} from './session-files.js';
import {createLineSplitter} from './split-lines.js';

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
	const state = new RecordingState();
	const splitter = createLineSplitter((line, number) => {
		if (line !== null && counts(line)) {
			state.readLine(line, number);
		}
	});
	for await (const text of decoded(createReadStream(file.path))) {
		splitter.feed(text);
	}

	splitter.end();
	const {events, header, title} = state.recording();
	const exchanges = [...itemsOf(foldTrace(events).exchanges)];
	const [first] = exchanges;
	return {
		...file,
		title,
		firstPrompt: first === undefined ? '' : promptOf(first),
		startedAt: header?.startedAt || null,
		model: exchanges.map(answeringModel).findLast(model => model !== null) ?? null,
		turns: exchanges.length,
		inputTokens: sum(exchanges, ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens']),
		outputTokens: sum(exchanges, ['output_tokens']),
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

/** Most lines are deltas, which a list does not need. The recorder writes `type` first and `event` before `data`. */
function counts(line: string): boolean {
	return !line.startsWith('{"type":"sse"') || /^.{0,120}"event":"message_/.test(line);
}

function sum(exchanges: readonly ExchangeView[], names: readonly string[]): number {
	return exchanges
		.flatMap(({usage}) => names.map(name => usageNumber(usage, name) ?? 0))
		.reduce((total, tokens) => total + tokens, 0);
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
