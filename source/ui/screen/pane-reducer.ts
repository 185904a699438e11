import {type Focus, nextLogSize} from './layout.js';
import type {Screen} from './screen.js';

const order: readonly Focus[] = ['prompt', 'history', 'events', 'inspector'];

/** Key actions for all panes: focus and size. */
export const paneKeys = {
	nextPane: (screen: Screen) => moveFocus(screen, 1),
	previousPane: (screen: Screen) => moveFocus(screen, -1),
	focusPrompt: (screen: Screen): Screen => (screen.isReplay ? screen : {...screen, focus: 'prompt'}),
	toggleZoom: (screen: Screen): Screen => ({...screen, isZoomed: !screen.isZoomed}),
	togglePresenting: (screen: Screen): Screen => ({
		...screen,
		isPresenting: !screen.isPresenting,
		focus: screen.focus === 'inspector' ? 'events' : screen.focus,
	}),
	resizeLog: (screen: Screen): Screen => ({
		...screen,
		logSize: nextLogSize(screen.logSize, screen.size.width),
	}),
	placeInspector: (screen: Screen): Screen => ({
		...screen,
		inspectorPlace: nextInspectorPlace[screen.inspectorPlace],
		focus: screen.focus === 'inspector' ? 'events' : screen.focus,
	}),
	lowerLog: (screen: Screen) => growLog(screen, -0.1),
	raiseLog: (screen: Screen) => growLog(screen, 0.1),
	narrowHistory: (screen: Screen) => growHistory(screen, -0.05),
	widenHistory: (screen: Screen) => growHistory(screen, 0.05),
};

const nextInspectorPlace = {closed: 'beside', beside: 'instead', instead: 'closed'} as const;

function moveFocus(screen: Screen, by: number): Screen {
	const panes = order.filter(name => isReachable(name, screen));
	const index = (panes.indexOf(screen.focus) + by + panes.length) % panes.length;
	return {...screen, focus: panes[index] ?? screen.focus, isEntered: true};
}

function growHistory(screen: Screen, by: number): Screen {
	return {...screen, split: share(screen.split + by)};
}

function growLog(screen: Screen, by: number): Screen {
	return {...screen, logShare: share(screen.logShare + by)};
}

/** Each pane keeps at least a fifth of the room. */
function share(wanted: number): number {
	return Math.max(0.2, Math.min(0.8, wanted));
}

/** A replay has no prompt. */
function isReachable(pane: Focus, {isPresenting, hasEvents, isReplay}: Screen): boolean {
	if (pane === 'prompt') {
		return !isReplay;
	}

	return isPresenting ? pane !== 'inspector' : hasEvents || pane === 'history';
}
