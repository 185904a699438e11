import type {Attachment, Prompt} from '../../analysis/prompt.js';
import {fileBlock} from '../../messages/request/file-block.js';
import type {Opening} from '../../ui/slash/chat-services.js';
import {tooLargeHint} from '../read-attachment.js';
import {readLimited} from '../read-limited.js';
import {UsageError} from '../usage-error.js';
import {watchSilence} from '../watch-silence.js';

/** How the chip of a pipe is named. */
const pipeName = 'piped input';

export type QuestionSources = {
	/** The question on the command line; may be empty. */
	readonly words: string;
	/** Standard input; `null` if it is a terminal. */
	readonly input: AsyncIterable<Uint8Array> | null;
	/** Called when standard input is open but has brought nothing for a second. */
	readonly onSilence: () => void;
};

/**
 * What the chat opens with: a question, which is sent, with what was piped in attached to it. Without a question, the attachment waits in
 * the prompt. `null` for neither. Throws a `UsageError` if the pipe brings something that cannot be sent.
 */
export async function chatQuestion({words, input, onSilence}: QuestionSources): Promise<Opening | null> {
	const attachment = input === null ? null : await readPipe(watchSilence(input, onSilence));
	const question = words.trim() === '' ? null : words;
	if (attachment === null) {
		return question === null ? null : {prompt: question, isSent: true};
	}

	const prompt: Prompt = question === null ? [attachment, ' '] : [attachment, question];
	return {prompt, isSent: question !== null};
}

async function readPipe(input: AsyncIterable<Uint8Array>): Promise<Attachment | null> {
	const bytes = await readLimited(input);
	if (bytes === null) {
		throw new UsageError('Standard input is too large.', tooLargeHint);
	}

	if (bytes.length === 0) {
		return null;
	}

	const made = fileBlock(bytes, pipeName);
	if ('problem' in made) {
		throw new UsageError(`Standard input ${made.problem.words}.`, made.problem.hint);
	}

	return {name: pipeName, block: made.block};
}

/** Whether the arguments of a command line without a command are a question: one of them, in quotes, so that it has a blank in it. */
export function isQuestion(args: readonly string[]): boolean {
	const [first, ...rest] = args;
	return first !== undefined && rest.length === 0 && /\S\s+\S/.test(first);
}
