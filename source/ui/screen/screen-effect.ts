import type {Screen} from './screen.js';

/** What is to be done outside the screen: a value, carried out at the edge. */
export type ScreenEffect =
	/** Gives `text` to the clipboard. `what` and `next` are for the word about it. */
	| {readonly name: 'copy'; readonly text: string; readonly what: string; readonly next: string}
	| {readonly name: 'interrupt'}
	| {readonly name: 'leave'}
	| {readonly name: 'suspend'};

/** What an action comes to: the next screen, and what is to be done outside it. */
export type Step = {readonly screen: Screen; readonly effects: readonly ScreenEffect[]};

export function step(screen: Screen, ...effects: readonly ScreenEffect[]): Step {
	return {screen, effects};
}
