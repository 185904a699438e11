/** A span of time in milliseconds. */
export type Span = {readonly from: number; readonly to: number};

/** The share of an axis that time without any span takes at most, in all. */
const maxIdleShare = 0.15;

/**
 * An axis from 0 to 1 for spans of time. Idle time between them, in which a person was typing, is shortened so that the spans stay readable; the
 * order of all times is kept.
 */
export function busyAxis(spans: readonly Span[]): (time: number) => number {
	const busy = joined(spans);
	const [first] = busy;
	if (first === undefined) {
		return () => 0;
	}

	const idle = busy.slice(1).map(({from}, index) => from - (busy[index]?.to ?? from));
	const busySum = busy.reduce((sum, {from, to}) => sum + (to - from), 0);
	const idleSum = idle.reduce((sum, gap) => sum + gap, 0);
	const room = (busySum * maxIdleShare) / (1 - maxIdleShare);
	const scale = idleSum > room && busySum > 0 ? room / idleSum : 1;
	let at = 0;
	const stops = busy.map(({from, to}, index) => {
		at += index === 0 ? 0 : (idle[index - 1] ?? 0) * scale;
		const begin = at;
		at += to - from;
		return {from, to, begin};
	});
	const whole = at > 0 ? at : 1;
	return time => Math.max(0, Math.min(1, placeOf(stops, time) / whole));
}

type Stop = Span & {readonly begin: number};

function placeOf(stops: readonly Stop[], time: number): number {
	let low = 0;
	let high = stops.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((stops[middle]?.from ?? 0) <= time) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	const stop = stops[low - 1];
	if (stop === undefined) {
		return 0;
	}

	const end = stop.begin + (stop.to - stop.from);
	const next = stops[low];
	if (time <= stop.to || next === undefined) {
		return Math.min(end, stop.begin + (time - stop.from));
	}

	return end + ((time - stop.to) / (next.from - stop.to)) * (next.begin - end);
}

/** Overlapping spans become one. */
function joined(spans: readonly Span[]): readonly Span[] {
	const sorted = [...spans].sort((a, b) => a.from - b.from);
	const busy: Span[] = [];
	for (const {from, to} of sorted) {
		const last = busy.at(-1);
		if (last !== undefined && from <= last.to) {
			busy[busy.length - 1] = {from: last.from, to: Math.max(last.to, to)};
		} else {
			busy.push({from, to});
		}
	}

	return busy;
}
