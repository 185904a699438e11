import type {Severity} from '../messages/conformance/finding.js';
import {formatMilliseconds} from '../text/format-numbers.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import type {Trace} from '../trace/trace.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {ExchangeConformance, type TracedFinding} from './exchange-conformance.js';
import {givenUpWords, type Watchdog, type WatchdogReport, WatchdogRun} from './watchdog.js';

/**
 * The number of events to check at once, which takes about 20 ms. A live stream never has that many between two frames, but a loaded file does.
 */
const batchSize = 5000;

type Checked = {
	readonly conformance: ExchangeConformance;
	readonly watchdogs: readonly WatchdogRun[];
	/** The findings by the position of their event. */
	readonly byPosition: Map<number, TracedFinding[]>;
	/** The number of findings in `byPosition`, and the position up to which the trace has been read. */
	placed: number;
	seen: number;
};

/** An exchange and its range in the trace, up to where it is to be checked. */
type Place = Pick<ExchangeView, 'exchange' | 'first' | 'last'>;

/**
 * The findings about a growing trace. An exchange is checked on demand, each of its events once. If too many are left to check between two
 * frames, only `catchUp` continues.
 */
export class TraceFindings {
	readonly #trace: Trace;
	readonly #watchdogs: readonly Watchdog[];
	readonly #exchanges = new Map<number, Checked>();

	/** The silences that clients with these watchdogs would not have waited out are findings too. */
	constructor(trace: Trace, watchdogs: readonly Watchdog[] = []) {
		this.#trace = trace;
		this.#watchdogs = watchdogs;
	}

	/** The findings of an exchange, in the order in which they were made. */
	of(place: Place): readonly TracedFinding[] {
		return upTo(this.#checked(place).conformance.findings, place.last);
	}

	/** The worst severity among the events from `first` to `last`, both in the exchange. */
	worstOf(place: Place, {first, last}: {readonly first: number; readonly last: number}): Severity | null {
		const {byPosition, conformance} = this.#checked(place);
		const near =
			first === last
				? (byPosition.get(first) ?? [])
				: conformance.findings.filter(
						({position}) => position !== null && position >= first && position <= last,
					);
		return worst(upTo(near, place.last));
	}

	/** The findings about the event at a position of the exchange. */
	at(place: Place, position: number): readonly TracedFinding[] {
		return this.#entry(place).byPosition.get(position) ?? [];
	}

	/** Checks a few thousand more events of an exchange. Returns false if nothing is left to check. */
	catchUp(place: Place): boolean {
		const checked = this.#entry(place);
		this.#check(checked, place.exchange, Math.min(place.last + 1, checked.seen + batchSize));
		return checked.seen <= place.last;
	}

	/** The watchdogs whose client would have given up by now, though nothing has come since. `now` is on the clock of the trace. */
	givenUp(place: Place, now: number): readonly Watchdog[] {
		return this.#checked(place).watchdogs.flatMap(({deadline, rule}) =>
			deadline !== null && deadline < now ? [rule] : [],
		);
	}

	#checked(place: Place): Checked {
		const checked = this.#entry(place);
		if (place.last - checked.seen < batchSize) {
			this.#check(checked, place.exchange, place.last + 1);
		}

		return checked;
	}

	#entry({exchange, first}: Place): Checked {
		const entry = this.#exchanges.get(exchange) ?? {
			conformance: new ExchangeConformance(),
			watchdogs: this.#watchdogs.map(rule => new WatchdogRun(rule)),
			byPosition: new Map<number, TracedFinding[]>(),
			placed: 0,
			seen: first,
		};
		this.#exchanges.set(exchange, entry);
		return entry;
	}

	#check(checked: Checked, exchange: number, until: number): void {
		const {conformance, byPosition} = checked;
		for (; checked.seen < until; checked.seen++) {
			const event = this.#trace.at(checked.seen);
			if (event?.exchange === exchange) {
				conformance.add(event, checked.seen);
				conformance.findings.push(...killedFindings(checked.watchdogs, event, checked.seen));
			}
		}

		for (const finding of conformance.findings.slice(checked.placed)) {
			if (finding.position !== null) {
				byPosition.set(finding.position, [...(byPosition.get(finding.position) ?? []), finding]);
			}
		}

		checked.placed = conformance.findings.length;
	}
}

function killedFindings(
	watchdogs: readonly WatchdogRun[],
	event: TraceEvent,
	position: number,
): readonly TracedFinding[] {
	return watchdogs.flatMap((run): readonly TracedFinding[] => {
		const report = run.add(event, position) ? run.report() : null;
		return report === null ? [] : [killedFinding(report, position)];
	});
}

function killedFinding(report: WatchdogReport, madeAt: number): TracedFinding {
	const {killedAt, after, next} = report;
	const then = next === null ? 'none came after that' : `the next came at ${formatMilliseconds(next)}`;
	return {
		...{rule: 'watchdog', severity: 'warning', position: (after ?? madeAt + 1) - 1, madeAt},
		message: `${givenUpWords(report)} at ${formatMilliseconds(killedAt ?? 0)}: ${then}`,
	};
}

/** The findings made up to a position. Their order is that in which they were made. */
function upTo(findings: readonly TracedFinding[], position: number): readonly TracedFinding[] {
	const last = findings.at(-1);
	return last === undefined || last.madeAt <= position
		? findings
		: findings.filter(({madeAt}) => madeAt <= position);
}

const order: readonly Severity[] = ['error', 'warning', 'note'];

/** The worst severity of some findings, or `null` if there are none. */
export function worst(findings: readonly TracedFinding[]): Severity | null {
	return order.find(severity => findings.some(finding => finding.severity === severity)) ?? null;
}
