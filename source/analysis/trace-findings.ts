import type {Severity} from '../messages/conformance/finding.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import type {Trace} from '../trace/trace.js';
import {ExchangeConformance, type TracedFinding} from './exchange-conformance.js';

/** How many events are checked at a stretch: some 20 ms. A stream never brings so many between two frames, a loaded file does. */
const stretch = 5000;

type Checked = {
	readonly conformance: ExchangeConformance;
	/** The findings by the position that they speak of. */
	readonly byPosition: Map<number, TracedFinding[]>;
	/** How many findings are in `byPosition`, and up to where the trace has been looked at. */
	placed: number;
	seen: number;
};

/** An exchange and its place in the trace, up to where it shall be looked at. */
type Place = Pick<ExchangeView, 'exchange' | 'first' | 'last'>;

/**
 * The findings about a trace that grows. An exchange is checked when it is asked for, each of its events once. Where too many are left to be
 * checked between two frames, only `catchUp` goes on.
 */
export class TraceFindings {
	readonly #trace: Trace;
	readonly #exchanges = new Map<number, Checked>();

	constructor(trace: Trace) {
		this.#trace = trace;
	}

	/** What is found in an exchange, in the order in which it was found. */
	of(place: Place): readonly TracedFinding[] {
		return upTo(this.#checked(place).conformance.findings, place.last);
	}

	/** The worst that is found about the events from `first` to `last`, both of the exchange. */
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

	/** Checks some thousand events more of an exchange. False when nothing is left to be checked. */
	catchUp(place: Place): boolean {
		const checked = this.#entry(place);
		this.#check(checked, place.exchange, Math.min(place.last + 1, checked.seen + stretch));
		return checked.seen <= place.last;
	}

	#checked(place: Place): Checked {
		const checked = this.#entry(place);
		if (place.last - checked.seen < stretch) {
			this.#check(checked, place.exchange, place.last + 1);
		}

		return checked;
	}

	#entry({exchange, first}: Place): Checked {
		const entry = this.#exchanges.get(exchange) ?? {
			conformance: new ExchangeConformance(),
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

/** Those that were found by the events up to a position: they come in the order in which they were found. */
function upTo(findings: readonly TracedFinding[], position: number): readonly TracedFinding[] {
	const last = findings.at(-1);
	return last === undefined || last.madeAt <= position
		? findings
		: findings.filter(({madeAt}) => madeAt <= position);
}

const order: readonly Severity[] = ['error', 'warning', 'note'];

/** The worst severity of some findings, or `null` of none. */
export function worst(findings: readonly TracedFinding[]): Severity | null {
	return order.find(severity => findings.some(finding => finding.severity === severity)) ?? null;
}
