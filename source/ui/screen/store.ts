/** State outside React. A key handler that runs twice before React renders reads the newest state and not that of the last frame. */
export type Store<State> = {
	readonly state: State;
	/** Changes the state by a pure function. Listeners are not called when it returns the same state. */
	update(change: (state: State) => State): void;
	subscribe(listener: () => void): () => void;
};

export function createStore<State>(initial: State): Store<State> {
	let state = initial;
	const listeners = new Set<() => void>();
	return {
		get state() {
			return state;
		},
		update(change) {
			const next = change(state);
			if (next !== state) {
				state = next;
				for (const listener of listeners) {
					listener();
				}
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
