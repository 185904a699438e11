import type {Completion} from '../prompt/completion.js';
import type {SlashContext} from './slash-context.js';
import type {SlashReply} from './slash-reply.js';

/** What may be typed as a command's argument, or as its last word. */
export type Choices = {
	readonly items: readonly Completion[];
	/** The label of what is in force. */
	readonly present: string | null;
	/** What there is to say while there are no items. */
	readonly note: string | null;
	/** Where the completed part of the argument begins. */
	readonly from: number;
};

/** One command that can be typed into the prompt after a slash. */
export type SlashCommand = {
	readonly name: string;
	/** The argument as people read it: `[name]`; empty for a command that takes none. */
	readonly argument: string;
	/** One line on what it does. */
	readonly summary: string;
	/** Shows its choices when it is called without an argument, instead of running. */
	readonly isChoice?: boolean;
	/** What is in force: said when the argument is missing. */
	readonly present?: (context: SlashContext) => string;
	readonly choices?: (context: SlashContext, argument: string) => Choices;
	/** Does it. `argument` is trimmed; it is never empty for a command that has something to say without one. */
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
