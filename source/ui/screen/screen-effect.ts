import type {Bookmark} from '../../analysis/bookmarks.js';
import type {ToolCall} from '../../messages/tools/tool-call.js';
import type {JsonObject} from '../../wire/json.js';
import type {News} from '../attention/news.js';
import type {StartChoice} from '../conversation/start-choices.js';
import type {Screen} from './screen.js';

/** An effect outside the screen: a value that is performed at the edge. */
export type ScreenEffect =
	/** Copies `text` to the clipboard. `what` and `next` are for the notice. */
	| {readonly name: 'copy'; readonly text: string; readonly what: string; readonly next: string}
	/** Keeps in the recording that a bookmark was set, changed or removed. `said` is the notice about it. */
	| {
			readonly name: 'keepBookmark';
			readonly bookmark: Bookmark;
			readonly isRemoved: boolean;
			readonly said: string;
	  }
	/** Lets the stream of an exchange go on that a proxy holds. */
	| {readonly name: 'releaseHold'; readonly exchange: number}
	/** Keeps a filter that was typed for later sessions. */
	| {readonly name: 'keepFilter'; readonly text: string}
	/** Keeps settings in the config file. Those that are `undefined` are removed from it. */
	| {readonly name: 'keepSettings'; readonly values: Readonly<Record<string, unknown>>}
	/** Puts the prompt of a turn into the prompt. The next one that is sent replaces it. */
	| {readonly name: 'editTurn'; readonly exchange: number}
	/** Continues from the end of a turn in a new session. */
	| {readonly name: 'forkTurn'; readonly exchange: number}
	/** Does what was chosen on the start screen. */
	| {readonly name: 'start'; readonly choice: StartChoice}
	/** Tells a person who is looking elsewhere. */
	| {readonly name: 'tell'; readonly news: News}
	| {readonly name: 'interrupt'}
	| {readonly name: 'leave'}
	| {readonly name: 'suspend'}
	/** Draws the whole screen again, for what another program may have written over it. */
	| {readonly name: 'redraw'}
	/** Runs the command of a call's tool. Its end is the action `commandEnded`. */
	| {readonly name: 'runTool'; readonly call: ToolCall}
	/** Ends all commands. Their ends are no actions. */
	| {readonly name: 'stopCommands'}
	/** Sends the next request of the turn: with the results of its calls, or with the paused answer if there are none. */
	| {readonly name: 'continueTurn'; readonly results: readonly JsonObject[]};

/** The result of an action: the next screen, and the effects to perform. */
export type Step = {readonly screen: Screen; readonly effects: readonly ScreenEffect[]};

export function step(screen: Screen, ...effects: readonly ScreenEffect[]): Step {
	return {screen, effects};
}
