import {UsageError} from './usage-error.js';

const units: ReadonlyMap<string, number> = new Map([
	['ms', 1],
	['s', 1000],
	['m', 60_000],
]);

/** Milliseconds in `2s`, `500ms`, `1.5m`; a bare number is seconds. Throws a `UsageError` that names the option. */
export function parseDuration(text: string, option: string): number {
	const [, count = '', unit = 's'] = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m)?\s*$/i.exec(text) ?? [];
	const factor = units.get(unit.toLowerCase());
	if (count === '' || factor === undefined) {
		throw new UsageError(`${option} takes a time, not "${text}".`, 'Write it like 2s, 500ms or 1.5m.');
	}

	return Number(count) * factor;
}
