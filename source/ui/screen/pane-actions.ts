import {helpPage, scrolledHelp} from '../help/help-layout.js';
import type {Focus} from './layout.js';
import type {ScreenModel} from './screen-model.js';
import type {ScreenState} from './screen-state.js';

const order: readonly Focus[] = ['prompt', 'history', 'events', 'inspector'];

/** What keys do to the panes as a whole: focus, size, help. */
export function paneActions(model: ScreenModel) {
	const change = (next: (state: ScreenState) => Partial<ScreenState>) => () => {
		model.store.update(state => ({...state, ...next(state)}));
	};

	const focus = (by: number) =>
		change(state => {
			const panes = order.filter(name => isReachable(name, state, model.isReplay));
			const index = (panes.indexOf(state.focus) + by + panes.length) % panes.length;
			return {focus: panes[index] ?? state.focus};
		});

	const split = (by: number) =>
		change(({split: share}) => ({split: Math.max(0.2, Math.min(0.8, share + by))}));

	const logShare = (by: number) =>
		change(({logShare: share}) => ({logShare: Math.max(0.2, Math.min(0.8, share + by))}));

	return {
		nextPane: focus(1),
		previousPane: focus(-1),
		focusPrompt: change(({focus: pane}) => ({focus: model.isReplay ? pane : 'prompt'})),
		toggleHelp: change(({overlay}) => ({overlay: overlay === null ? 'help' : null, helpTop: 0})),
		toggleZoom: change(({isZoomed}) => ({isZoomed: !isZoomed})),
		togglePresenting: change(({isPresenting, focus: pane}) => ({
			isPresenting: !isPresenting,
			focus: pane === 'inspector' ? 'events' : pane,
		})),
		helpPageUp: change(() => ({helpTop: scrolledHelp(model, -helpPage(model))})),
		helpPageDown: change(() => ({helpTop: scrolledHelp(model, helpPage(model))})),
		helpTop: change(() => ({helpTop: 0})),
		helpEnd: change(() => ({helpTop: scrolledHelp(model, Number.POSITIVE_INFINITY)})),
		helpUp: change(() => ({helpTop: scrolledHelp(model, -1)})),
		helpDown: change(() => ({helpTop: scrolledHelp(model, 1)})),
		lowerLog: logShare(-0.1),
		raiseLog: logShare(0.1),
		narrowHistory: split(-0.05),
		widenHistory: split(0.05),
	};
}

/** A replay has no prompt. */
function isReachable(pane: Focus, {isPresenting, hasEvents}: ScreenState, isReplay: boolean): boolean {
	if (pane === 'prompt') {
		return !isReplay;
	}

	return isPresenting ? pane !== 'inspector' : hasEvents || pane === 'history';
}
