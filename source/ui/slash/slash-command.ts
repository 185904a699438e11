import type {Completion} from '../prompt/completion.js';
import type {SlashContext} from './slash-context.js';
import type {SlashReply} from './slash-reply.js';

/** The choices for a command's argument, or for its last word. */
export type Choices = {
	readonly items: readonly Completion[];
	/** The label of the current choice. */
	readonly present: string | null;
	/** The note shown while there are no items. */
	readonly note: string | null;
	/** Where the completed part of the argument begins. */
	readonly from: number;
};

/** One command that can be typed into the prompt after a slash. */
export type SlashCommand = {
	readonly name: string;
	/** The argument as shown in the help: `[name]`; empty for a command without one. */
	readonly argument: string;
	/** One line about what it does. */
	readonly summary: string;
	/** Without an argument, shows its choices instead of running. */
	readonly isChoice?: boolean;
	/** Its argument has two words: choosing the first one offers the second. */
	readonly isStepwise?: boolean;
	/** The field of the config file that `save` after the argument keeps, and its value: the argument’s, or the present one for `''`. */
	readonly kept?: {readonly field: string; value(argument: string, context: SlashContext): unknown};
	/** Whether it keeps what it changes, so that no key has to. */
	readonly keepsItself?: boolean;
	/** The current state, shown if the argument is missing. */
	readonly present?: (context: SlashContext) => string;
	readonly choices?: (context: SlashContext, argument: string) => Choices;
	/** Runs the command. `argument` is trimmed. It is never empty for a command with `present`. */
	readonly run: (argument: string, context: SlashContext) => SlashReply | Promise<SlashReply>;
};

/** Choices for the whole argument. */
export function choices(
	items: readonly Completion[],
	present: string | null = null,
	note: string | null = null,
): Choices {
	return {items, present, note, from: 0};
}
