import {isDeepStrictEqual} from 'node:util';
import type {Row} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import type {Trace} from '../../trace/trace.js';
import type {Size} from './layout.js';
import type {Screen} from './screen.js';

/** What a pane shows: its edge, and its lines, styled and as wide as the room inside. */
export type PaneContent = {
	readonly title: Row;
	readonly note: Row;
	readonly lines: readonly string[];
	readonly size: Size;
	readonly isFocused: boolean;
	readonly theme: Theme;
};

/**
 * Makes a selector of what a pane shows, `null` while it is not on the screen. One screen is looked at once; what looks as before is the
 * very value of before, so that a memoised component is not drawn again.
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

/** The new content, with each part of the old one that looks the same. */
function kept<Content extends object>(before: Content | null, now: Content | null): Content | null {
	if (before === null || now === null) {
		return now;
	}

	const same = Object.entries(before).filter(([key, value]) =>
		isDeepStrictEqual(value, Reflect.get(now, key)),
	);
	return same.length === Object.keys(now).length ? before : Object.assign({}, now, Object.fromEntries(same));
}
