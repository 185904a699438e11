import {lazyHighlighter} from '../../text/markdown/lazy-highlighter.js';
import {loadHighlighter} from '../../text/markdown/load-highlighter.js';
import {openScreen, type ScreenOpening} from './screen.js';
import type {ScreenState} from './screen-state.js';
import {createScreenStore, type ScreenStore} from './screen-store.js';

/** Opens the screen of a trace. Redraws the panes once the code highlighter is loaded. */
export function openScreenStore(opening: ScreenOpening, state: Partial<ScreenState>): ScreenStore {
	const highlighter = lazyHighlighter(loadHighlighter, () => store.dispatch({name: 'learn'}));
	const store: ScreenStore = createScreenStore(openScreen({...opening, highlighter}, state));
	return store;
}
