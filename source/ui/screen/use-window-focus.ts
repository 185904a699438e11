import {useEffect} from 'react';
import type {WindowFocus} from '../attention/attention-state.js';
import type {ScreenStore} from './screen-store.js';
import type {Store} from './store.js';
import {useScreen} from './use-shown-screen.js';

/**
 * Keeps the screen informed of whether the terminal has the keyboard. Returns where that is kept; `null` while the terminal is not to report it,
 * because nothing depends on it.
 */
export function useWindowFocus(
	store: ScreenStore,
	windowFocus: Store<WindowFocus> | null,
): Store<WindowFocus> | null {
	const {notify} = useScreen(store);
	const focus = notify === 'off' ? null : windowFocus;
	useEffect(() => {
		if (focus === null) {
			return;
		}

		const note = () => store.dispatch({name: 'noteWindowFocus', focus: focus.state});
		note();
		return focus.subscribe(note);
	}, [store, focus]);
	return focus;
}
