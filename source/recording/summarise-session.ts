import {createReadStream} from 'node:fs';
import {answeringModel} from '../analysis/answering-model.js';
import {continuesTurn, promptOf} from '../analysis/conversation.js';
import {exchangeCost} from '../analysis/exchange-cost.js';
import {totalTokens} from '../analysis/output-count.js';
import {knownPrices, type PriceList} from '../messages/prices.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {foldTrace} from '../trace/fold-trace.js';
import {itemsOf} from '../trace/persistent-list.js';
import {isLocked} from './file-lock.js';
import {decoded} from './read-recording.js';
import type {Recording} from './recording.js';
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
	const {header, title, exchanges} = await readSession(file);
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

type ReadSession = Pick<Recording, 'header' | 'title'> & {readonly exchanges: readonly ExchangeView[]};

/** The answer of an interrupted exchange is needed to estimate its tokens. Of a longer file, only the provisional count is known. */
const maxWholeBytes = 8_000_000;

async function readSession(file: SessionFile): Promise<ReadSession> {
	const brief = await readLines(file, isNeeded);
	const isWhole = totalTokens(brief.exchanges).isFinal || file.bytes > maxWholeBytes;
	return isWhole ? brief : readLines(file, () => true);
}

async function readLines({path}: SessionFile, takes: (line: string) => boolean): Promise<ReadSession> {
	const state = new RecordingState();
	const splitter = createLineSplitter((line, number) => {
		if (line !== null && takes(line)) {
			state.readLine(line, number);
		}
	});
	for await (const text of decoded(createReadStream(path))) {
		splitter.feed(text);
	}

	splitter.end();
	const {events, header, title} = state.recording();
	return {header, title, exchanges: [...itemsOf(foldTrace(events).exchanges)]};
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
function isNeeded(line: string): boolean {
	return !line.startsWith('{"type":"sse"') || /^.{0,120}"event":"message_/.test(line);
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
