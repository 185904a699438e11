import type {MessageParam} from '../../analysis/conversation.js';
import {largestRequest} from '../../messages/request/check-size.js';
import {fileBlock, textOfBytes} from '../../messages/request/file-block.js';
import type {JsonObject} from '../../wire/json.js';
import {readAttachment, tooLargeHint} from '../read-attachment.js';
import {readLimited} from '../read-limited.js';
import {UsageError} from '../usage-error.js';
import {watchSilence} from '../watch-silence.js';

export type PromptSources = {
	/** The words on the command line; may be empty. */
	readonly words: string;
	/** Standard input; `null` if it is a terminal. */
	readonly input: AsyncIterable<Uint8Array> | null;
	readonly files: readonly string[];
	/** Whether the question may be missing, because the messages are already there. */
	readonly isOptional?: boolean;
	/** Called when standard input is open but has brought nothing for a second. */
	readonly onSilence?: () => void;
};

/**
 * The question in the form that the API takes: the files, then standard input, then the words. Without words, standard input is the
 * question. Resolves to `null` if an optional question is missing. Throws a `UsageError` if a required one is, or if something cannot be sent.
 */
export async function askPrompt({
	words,
	input,
	files,
	isOptional = false,
	onSilence = () => {},
}: PromptSources): Promise<MessageParam['content'] | null> {
	const attachments = await Promise.all(files.map(blockOfFile));
	const bytes = input === null ? null : await readWhole(watchSilence(input, onSilence), 'Standard input');
	const material = bytes === null || bytes.length === 0 ? null : materialBlock(bytes);
	const question = words.trim() === '' ? null : words;
	if (isOptional && question === null && material === null && attachments.length === 0) {
		return null;
	}

	if (question === null && material?.type !== 'text') {
		throw new UsageError(
			'There is nothing to ask.',
			'Write the question after the command, or pipe it in: streamscope ask "Why is the sky blue?" The chat needs a terminal.',
		);
	}

	const blocks: readonly JsonObject[] = [
		...attachments,
		...(material === null ? [] : [material]),
		...(question === null ? [] : [{type: 'text', text: question}]),
	];
	if (Buffer.byteLength(JSON.stringify(blocks)) > largestRequest) {
		throw tooLarge('The request');
	}

	const [first] = blocks;
	return blocks.length === 1 && typeof first?.text === 'string' ? first.text : blocks;
}

async function blockOfFile(file: string): Promise<JsonObject> {
	const read = await readAttachment(file);
	if ('problem' in read) {
		throw new UsageError(`${read.problem.words}.`, read.problem.hint);
	}

	return read.attachment.block;
}

async function readWhole(source: AsyncIterable<Uint8Array>, what: string): Promise<Uint8Array> {
	const bytes = await readLimited(source);
	if (bytes === null) {
		throw tooLarge(what);
	}

	return bytes;
}

function tooLarge(what: string): UsageError {
	return new UsageError(`${what} is too large.`, tooLargeHint);
}

/** Puts the text of standard input before the question, without the line feed that `echo` and editors add at the end. */
function materialBlock(input: Uint8Array): JsonObject | null {
	const text = textOfBytes(input);
	if (text !== null) {
		return text.trim() === '' ? null : {type: 'text', text: text.replace(/\r?\n$/, '')};
	}

	const made = fileBlock(input, 'standard input');
	if ('problem' in made) {
		throw new UsageError(`Standard input ${made.problem.words}.`, made.problem.hint);
	}

	return made.block;
}
