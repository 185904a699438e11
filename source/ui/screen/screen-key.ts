import type {Focus} from './layout.js';

/**
 * Where a key works: everywhere, in every pane except the prompt, in those panes while events are presented, in one pane, on the start screen
 * over an empty prompt, or while what it is named for is open, such as the help.
 */
export type KeyContext =
	| 'everywhere'
	| 'panes'
	| 'presenting'
	| 'start'
	| 'help'
	| 'turns'
	| 'exchanges'
	| 'picker'
	| 'views'
	| 'diff'
	| Focus;

/** One entry of the key map. `action` names a screen action. `help` is the text in the help screen and docs/keys.md. */
export type ScreenKey = {
	readonly context: Exclude<KeyContext, 'prompt'>;
	readonly keys: readonly string[];
	readonly action: string;
	readonly help: string;
	/** Set if the key works only in the chat, or only while a recording is played. */
	readonly only?: 'chat' | 'replay';
};
