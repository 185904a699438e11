import type {PriceList} from '../messages/prices.js';
import {promptTokens, usageNumber} from '../messages/usage-ledger.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {stringAt} from '../wire/json.js';
import {answeringModel} from './answering-model.js';
import {clientName} from './client-name.js';
import {clocksOf} from './clocks.js';
import {exchangeCost} from './exchange-cost.js';
import {outputCountOf} from './output-count.js';
import {whoEnded} from './who-ended.js';

/**
 * An attempt in figures. Times are milliseconds: `start`, `answered` and `end` on the trace's clock, the others from the exchange's request.
 * `waitUntil` is when the next attempt began. What only the attempt that answered can tell is `null` for the others.
 */
export type AttemptFigures = {
	readonly exchange: number;
	readonly attempt: number;
	readonly attempts: number;
	readonly status: number | null;
	readonly model: string | null;
	/** The stop reason, else the phase. */
	readonly stop: string;
	readonly phase: ExchangeView['phase'];
	readonly start: number;
	readonly answered: number | null;
	readonly end: number;
	readonly waitUntil: number | null;
	readonly ttft: number | null;
	readonly total: number | null;
	readonly input: number | null;
	readonly cached: number | null;
	readonly output: number | null;
	readonly dollars: number | null;
	/** The program that asked, by its `user-agent`. */
	readonly client: string | null;
	/** When its last byte came, and since when a proxy holds it, while it is open. */
	readonly lastByte: number | null;
	readonly heldSince: number | null;
	/** Which side ended it. */
	readonly endedBy: string | null;
};

const known = new WeakMap<
	ExchangeView,
	{readonly prices: PriceList; readonly figures: readonly AttemptFigures[]}
>();

/** The attempts of an exchange, oldest first. Computed once for each view, so only a growing exchange costs anything. */
export function attemptFigures(view: ExchangeView, prices: PriceList): readonly AttemptFigures[] {
	const before = known.get(view);
	if (before?.prices === prices) {
		return before.figures;
	}

	const figures = view.attempts.map((_, index) => figuresOf(view, index, prices));
	known.set(view, {prices, figures});
	return figures;
}

function figuresOf(view: ExchangeView, index: number, prices: PriceList): AttemptFigures {
	const {attempts, timestamps, exchange, phase} = view;
	const attempt = attempts[index];
	const next = attempts[index + 1]?.request ?? null;
	const start = attempt?.request.at ?? timestamps.request;
	const answered = attempt?.response?.at ?? null;
	const common = {
		exchange,
		attempt: attempt?.request.attempt ?? index + 1,
		attempts: attempts.length,
		status: attempt?.response?.status || null,
		phase,
		start,
		answered,
		model: stringAt(attempt?.request.body, 'model') || null,
		client: clientName(attempt?.request.headers?.['user-agent'] ?? '') || null,
		...{lastByte: null, heldSince: null, endedBy: null},
	};
	if (next !== null) {
		const nothing = {ttft: null, total: null, input: null, cached: null, output: null, dollars: null};
		return {...common, ...nothing, stop: 'retried', end: answered ?? next.at, waitUntil: next.at};
	}

	const {ttft, total} = clocksOf(view);
	const isCounted = view.usage.length > 0;
	return {
		...common,
		model: answeringModel(view),
		lastByte: answered === null ? null : timestamps.lastByte,
		heldSince: view.end === null ? view.altered.heldSince : null,
		endedBy: view.end === null ? null : whoEnded(view.end),
		stop: (phase === 'complete' ? stringAt(view.message?.fields, 'stop_reason') : '') || phase,
		end: timestamps.end ?? timestamps.messageStop ?? timestamps.lastByte ?? answered ?? start,
		waitUntil: null,
		ttft,
		total,
		input: isCounted ? promptTokens(view.usage) : null,
		cached: usageNumber(view.usage, 'cache_read_input_tokens'),
		output: outputCountOf(view)?.tokens ?? null,
		dollars: exchangeCost(view, prices)?.dollars ?? null,
	};
}
