import {useEffect} from 'react';
import type {MouseInput} from '../terminal/mouse-input.js';
import {pointerActions} from './pointer-actions.js';
import type {ScreenStore} from './screen-store.js';

/** Handles mouse reports, if the terminal sends them. */
export function useMouse(store: ScreenStore, mouse: Pick<MouseInput, 'subscribe'> | null): void {
	useEffect(
		() =>
			mouse?.subscribe(report => {
				for (const action of pointerActions(store.newest(), report)) {
					store.dispatch(action);
				}
			}),
		[store, mouse],
	);
}
