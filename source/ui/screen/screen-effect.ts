import type {Screen} from './screen.js';

/** An effect outside the screen: a value that is performed at the edge. */
export type ScreenEffect =
	/** Copies `text` to the clipboard. `what` and `next` are for the notice. */
	| {readonly name: 'copy'; readonly text: string; readonly what: string; readonly next: string}
	| {readonly name: 'interrupt'}
	| {readonly name: 'leave'}
	| {readonly name: 'suspend'};

/** The result of an action: the next screen, and the effects to perform. */
export type Step = {readonly screen: Screen; readonly effects: readonly ScreenEffect[]};

export function step(screen: Screen, ...effects: readonly ScreenEffect[]): Step {
	return {screen, effects};
}
