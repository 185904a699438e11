import type {Row} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import type {Trace} from '../../trace/trace.js';
import {isObject, type JsonObject} from '../../wire/json.js';
import type {Place} from './layout.js';
import type {Screen} from './screen.js';

/** What a pane shows: its title and note, and its styled lines, at most as wide as the pane. `top` is the row of the screen's first pane. */
export type PaneContent = {
	readonly title: Row;
	readonly note: Row;
	readonly lines: readonly string[];
	readonly place: Place;
	readonly top: number;
	readonly hasLineAbove?: boolean;
	readonly isFocused: boolean;
	readonly theme: Theme;
};

/**
 * Makes a selector of a pane's content, `null` while the pane is hidden. Runs once per screen. Parts that look the same keep their
 * identity, so that memoised components are not redrawn.
 */
export function paneSelector<Content extends object>(
	make: (screen: Screen) => Content | null,
): (screen: Screen) => Content | null {
	const known = new WeakMap<Trace, {readonly screen: Screen; readonly content: Content | null}>();
	return screen => {
		const before = known.get(screen.trace);
		if (before?.screen === screen) {
			return before.content;
		}

		const content = kept(before?.content ?? null, make(screen));
		known.set(screen.trace, {screen, content});
		return content;
	};
}

/** Returns the new content, reusing each old part that looks the same. */
function kept<Content extends object>(before: Content | null, now: Content | null): Content | null {
	if (before === null || now === null) {
		return now;
	}

	const same = Object.entries(before).filter(([key, value]) => isAlike(value, Reflect.get(now, key)));
	return same.length === Object.keys(now).length ? before : Object.assign({}, now, Object.fromEntries(same));
}

/** Node's own deep comparison checks far more than plain lists and objects need. It took 3 % of the cost of a stream. */
function isAlike(before: unknown, now: unknown): boolean {
	if (Object.is(before, now)) {
		return true;
	}

	if (Array.isArray(before) && Array.isArray(now)) {
		return before.length === now.length && before.every((item, index) => isAlike(item, now[index]));
	}

	return isPlain(before) && isPlain(now) && hasAlikeFields(before, now);
}

/** Other objects, such as maps, are compared by identity. */
function isPlain(value: unknown): value is JsonObject {
	return isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}

function hasAlikeFields(before: JsonObject, now: JsonObject): boolean {
	const keys = Object.keys(before);
	return (
		keys.length === Object.keys(now).length &&
		keys.every(key => Object.hasOwn(now, key) && isAlike(before[key], now[key]))
	);
}
