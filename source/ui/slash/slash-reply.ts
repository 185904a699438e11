/**
 * The reply of a command. After a problem, the typed line stays so that it can be corrected. Otherwise `prompt` is the new text of the
 * prompt.
 */
export type SlashReply = {
	readonly text: string | null;
	readonly isProblem: boolean;
	readonly prompt: string;
};

export function said(text: string | null, prompt = ''): SlashReply {
	return {text, isProblem: false, prompt};
}

export function refused(text: string): SlashReply {
	return {text, isProblem: true, prompt: ''};
}
