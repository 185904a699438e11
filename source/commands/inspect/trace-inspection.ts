import {ExchangeInspector} from '../../analysis/exchange-inspector.js';
import type {InspectOptions} from '../../analysis/inspect-options.js';
import {StatisticsIndex} from '../../analysis/statistics/statistics-index.js';
import {type StreamStatistics, streamStatistics} from '../../analysis/statistics/stream-statistics.js';
import type {ExchangeReport} from '../../analysis/trace-report.js';
import {type Watchdog, type WatchdogReport, watch} from '../../analysis/watchdog.js';
import {asksForMessage} from '../../messages/foreign-api.js';
import type {PriceList} from '../../messages/prices.js';
import type {Pacing} from '../../recording/imports/imported.js';
import type {EventConsumer} from '../../recording/open-trace-source.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {reportSdk, type SdkReport} from './sdk-report.js';

/**
 * An exchange, and what only `inspect` asks: what the SDK makes of it, when it began in the trace (ms), how many bytes of answer came, and what
 * clients with a watchdog would have done. `statistics` is there only if it was asked for.
 */
export type InspectedExchange = ExchangeReport & {
	readonly sdk: SdkReport | null;
	readonly startedAt: number;
	readonly bytes: number;
	readonly watchdogs: readonly WatchdogReport[];
	readonly statistics?: StreamStatistics;
};

/** An exchange whose events are still needed for the SDK. */
type OpenExchange = {
	readonly inspector: ExchangeInspector;
	readonly events: TraceEvent[];
	readonly positions: number[];
};

export type InspectionOptions = {
	readonly prices: PriceList;
	readonly watchdogs?: readonly Watchdog[];
	/** Count by type and by block. */
	readonly hasStatistics?: boolean;
	/** Keep every exchange until the end of the trace. */
	readonly keepsAll?: boolean;
	/** Called before the SDK reads an exchange at the end of the trace, which takes seconds for a long one. */
	readonly onEnd?: (exchange: number) => void;
};

type Circumstances = Required<Omit<InspectOptions, 'prices'>>;

/**
 * Inspects a trace as it is read. An exchange that has ended is reported on and let go once another one has ended after it, so that memory
 * does not grow with the number of exchanges.
 */
export class TraceInspection implements EventConsumer {
	readonly #options: InspectionOptions;
	readonly #open = new Map<number, OpenExchange>();
	/** Those that were let go. `null` holds the place of one that was not, so that they stay in the order of their first events. */
	readonly #reports = new Map<number, InspectedExchange | null>();
	#ended: number[] = [];
	#position = 0;
	#hasTimes = true;
	#late = 0;

	constructor(options: InspectionOptions) {
		this.#options = options;
	}

	/** The number of events that came after their exchange was let go, and were not judged. */
	get late(): number {
		return this.#late;
	}

	readonly take = (event: TraceEvent, pacing: Pacing): void => {
		const position = this.#position++;
		const {exchange} = event;
		this.#hasTimes = pacing === 'recorded';
		const open = this.#open.get(exchange) ?? this.#begin(exchange);
		if (open === null) {
			this.#late++;
			return;
		}

		open.inspector.add(event, position);
		open.events.push(event);
		open.positions.push(position);
		if (event.type === 'end' && !this.#ended.includes(exchange)) {
			this.#ended.push(exchange);
		}
	};

	readonly settle = async (): Promise<void> => {
		const {keepsAll = false} = this.#options;
		while (this.#ended.length > 1 && !keepsAll) {
			const exchange = this.#ended.shift() ?? 0;
			await this.#letGo(exchange, {
				hasTimes: this.#hasTimes,
				hasOuterTimes: this.#hasTimes,
				hasReads: this.#hasTimes,
				body: '',
			});
		}
	};

	/** Reports on all exchanges, at the end of the trace. `body` is the text of the first one. */
	async finish({body, ...times}: Circumstances): Promise<readonly InspectedExchange[]> {
		for (const [index, exchange] of [...this.#reports.keys()].entries()) {
			if (this.#open.has(exchange)) {
				this.#options.onEnd?.(exchange);
			}

			await this.#letGo(exchange, {...times, body: index === 0 ? body : ''});
		}

		return [...this.#reports.values()].filter(report => report !== null);
	}

	#begin(exchange: number): OpenExchange | null {
		if (this.#reports.has(exchange)) {
			return null;
		}

		const open: OpenExchange = {inspector: new ExchangeInspector(exchange), events: [], positions: []};
		this.#open.set(exchange, open);
		this.#reports.set(exchange, null);
		return open;
	}

	async #letGo(exchange: number, circumstances: Circumstances): Promise<void> {
		const open = this.#open.get(exchange);
		if (open === undefined) {
			return;
		}

		const {prices, watchdogs = [], hasStatistics = false} = this.#options;
		this.#open.delete(exchange);
		const report = open.inspector.report({prices, ...circumstances});
		const {view} = open.inspector;
		const isForTheSdk = open.events.every(
			event => event.type !== 'request' || asksForMessage(event.method, event.url),
		);
		const sdk = isForTheSdk ? await reportSdk(open.events, open.positions, view?.message ?? null) : null;
		this.#reports.set(exchange, {
			...report,
			sdk,
			startedAt: open.events[0]?.at ?? 0,
			bytes: open.events.reduce((sum, event) => sum + bytesOf(event), 0),
			watchdogs: circumstances.hasTimes ? watchdogReports(open, watchdogs) : [],
			...(hasStatistics ? {statistics: statisticsOf(open.events, exchange, circumstances.hasTimes)} : {}),
		});
	}
}

/** The number of spans of time in a report's rate. */
const rateSpans = 24;

function statisticsOf(events: readonly TraceEvent[], exchange: number, hasTimes: boolean): StreamStatistics {
	const index = new StatisticsIndex(exchange);
	index.extend(events);
	return streamStatistics(index, {length: events.length, hasTimes, bins: rateSpans});
}

function watchdogReports(
	{events, positions}: OpenExchange,
	watchdogs: readonly Watchdog[],
): readonly WatchdogReport[] {
	if (watchdogs.length === 0) {
		return [];
	}

	const placed = events.map((event, index) => ({event, position: positions[index] ?? 0}));
	return watchdogs.map(watchdog => watch(watchdog, placed)).filter(report => report !== null);
}

/** The bytes of an answer that an event holds, without the names of its fields. */
function bytesOf(event: TraceEvent): number {
	return event.type === 'sse' || event.type === 'body' ? Buffer.byteLength(event.data) : 0;
}
