import {useEffect} from 'react';
import type {MouseInput} from '../terminal/mouse-input.js';
import {actOnMouse} from './mouse-actions.js';
import type {ScreenModel} from './screen-model.js';

/** Does what the mouse asks for, where the terminal reports it. */
export function useMouse(model: ScreenModel, mouse: Pick<MouseInput, 'subscribe'> | null): void {
	useEffect(() => mouse?.subscribe(report => actOnMouse(model, report)), [model, mouse]);
}
