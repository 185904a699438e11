import {useEffect} from 'react';
import {actOnMouse} from '../actions/mouse-actions.js';
import type {MouseInput} from '../mouse-input.js';
import type {ScreenModel} from '../screen-model.js';

/** Does what the mouse asks for, where the terminal reports it. */
export function useMouse(model: ScreenModel, mouse: Pick<MouseInput, 'subscribe'> | null): void {
	useEffect(() => mouse?.subscribe(report => actOnMouse(model, report)), [model, mouse]);
}
