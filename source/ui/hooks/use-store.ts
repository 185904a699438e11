import {useSyncExternalStore} from 'react';
import type {Store} from '../screen/store.js';

/** The store's state. Renders again when it changes. */
export function useStore<State>(store: Store<State>): State {
	return useSyncExternalStore(store.subscribe, () => store.state);
}
