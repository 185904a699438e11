import type {Highlight} from './markdown-view.js';

/** Colours code once its highlighter is there; until then code has one look. */
export type LazyHighlighter = {
	readonly isLoaded: boolean;
	readonly highlight: Highlight;
};

/** Loads a highlighter when the first code asks for it, and tells when it is there. Without one, code keeps its one look. */
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
