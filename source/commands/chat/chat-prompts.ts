import {promptParts} from '../../analysis/prompt.js';
import {appendPrompt, promptFile, readPrompts} from '../../recording/prompt-file.js';
import {describeFailure} from '../../text/describe-failure.js';
import type {KeptPrompts} from '../../ui/prompt/kept-prompts.js';

export type ChatPromptsOptions = {
	/** The program's data folder. */
	readonly data: string;
	/** The session's id. */
	session(): string;
	/** Whether anything may be written. */
	readonly isKept: boolean;
	/** Secrets that must not reach a file. */
	readonly secrets: readonly string[];
	say(notice: string): void;
};

/** The prompts of all sessions, from the file that they share. Those of this session come last, so that Up finds them first. */
export function chatPrompts({data, session, isKept, secrets, say}: ChatPromptsOptions): KeptPrompts {
	const file = promptFile(data);
	const kept = readPrompts(file);
	const own = session();
	let hasFailed = false;
	return {
		earlier: [
			...kept.filter(prompt => prompt.session !== own),
			...kept.filter(prompt => prompt.session === own),
		].map(({text}) => text),
		keep(prompt) {
			const text = promptParts(prompt)
				.filter(part => typeof part === 'string')
				.join('')
				.trim();
			if (!isKept || text === '') {
				return;
			}

			try {
				appendPrompt(file, {session: session(), text}, secrets);
				hasFailed = false;
			} catch (error) {
				// Said once: the prompt itself is sent and recorded all the same.
				if (!hasFailed) {
					say(`prompts are not kept for later sessions: ${describeFailure(error)}`);
				}

				hasFailed = true;
			}
		},
	};
}
