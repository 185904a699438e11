/**
 * What a command says. After a problem the line that was typed stays, to be put right; else `prompt` is what the prompt holds then.
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
