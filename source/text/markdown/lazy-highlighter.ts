import type {Highlight} from './markdown-view.js';

/** Highlights code once its highlighter is loaded. Until then, all code has one style. */
export type LazyHighlighter = {
	readonly isLoaded: boolean;
	readonly highlight: Highlight;
};

/** Loads a highlighter when the first code needs it, and calls `onLoaded`. If loading fails, code keeps its one style. */
export function lazyHighlighter(load: () => Promise<Highlight>, onLoaded: () => void): LazyHighlighter {
	let loaded: Highlight | null = null;
	let isAskedFor = false;
	return {
		get isLoaded() {
			return loaded !== null;
		},
		highlight(code, language) {
			if (loaded === null && !isAskedFor) {
				isAskedFor = true;
				load().then(
					highlight => {
						loaded = highlight;
						onLoaded();
					},
					() => {},
				);
			}

			return loaded?.(code, language) ?? null;
		},
	};
}
