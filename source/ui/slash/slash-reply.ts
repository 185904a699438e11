import type {Prompt} from '../../analysis/prompt.js';

/**
 * The reply of a command. After a problem, the typed line stays so that it can be corrected. Otherwise `prompt` is the new prompt, or the files
 * of the paths in `attach` take the place of the line.
 */
export type SlashReply = {
	readonly text: string | null;
	readonly isProblem: boolean;
	readonly prompt: Prompt;
	readonly attach?: string;
};

export function said(text: string | null, prompt: Prompt = ''): SlashReply {
	return {text, isProblem: false, prompt};
}

export function refused(text: string): SlashReply {
	return {text, isProblem: true, prompt: ''};
}
