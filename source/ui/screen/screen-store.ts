import type {TraceView} from '../../trace/fold-trace.js';
import {reduce} from './reduce.js';
import type {Screen} from './screen.js';
import type {ScreenAction} from './screen-action.js';
import type {ScreenEffect} from './screen-effect.js';

/**
 * Holds the newest screen outside React. If a second key comes before React has drawn the first one's result, it acts on the newest screen
 * and not on that of the last frame.
 */
export type ScreenStore = {
	readonly state: Screen;
	/** The newest screen with everything that the trace holds now. */
	newest(): Screen;
	/** Reduces the newest screen. */
	dispatch(action: ScreenAction): void;
	/** Calls the listener after each change. Returns an unsubscribe function. */
	subscribe(listener: () => void): () => void;
	/** Calls the listener with each effect to perform outside the screen. Returns an unsubscribe function. */
	onEffect(listener: (effect: ScreenEffect) => void): () => void;
};

export function createScreenStore(initial: Screen): ScreenStore {
	let state = initial;
	const listeners = new Set<() => void>();
	const performers = new Set<(effect: ScreenEffect) => void>();
	const newest = (): Screen => {
		const live: TraceView = state.trace.view;
		return live === state.live ? state : {...state, live};
	};

	return {
		get state() {
			return state;
		},
		newest,
		dispatch(action) {
			const before = newest();
			const {screen, effects} = reduce(before, action);
			// A longer trace alone needs no notification: every frame reads it.
			if (screen !== before) {
				state = screen;
				for (const listener of listeners) {
					listener();
				}
			}

			for (const effect of effects) {
				for (const perform of performers) {
					perform(effect);
				}
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		onEffect(perform) {
			performers.add(perform);
			return () => performers.delete(perform);
		},
	};
}
