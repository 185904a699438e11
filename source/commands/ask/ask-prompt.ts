import {createReadStream} from 'node:fs';
import path from 'node:path';
import type {MessageParam} from '../../analysis/conversation.js';
import type {JsonObject} from '../../wire/json.js';
import {UsageError} from '../usage-error.js';
import {attachmentBlock, textOfBytes} from './attachment.js';
import {largestRequest, readLimited} from './read-limited.js';

export type PromptSources = {
	/** The words of the command line; empty where there are none. */
	readonly words: string;
	/** Standard input; `null` where it is a terminal. */
	readonly input: AsyncIterable<Uint8Array> | null;
	readonly files: readonly string[];
};

/**
 * What is asked, as the API takes it: the files, then what stood on standard input, then the words. Without words, standard input holds
 * the question. Throws a `UsageError` where there is no question, or where something cannot be sent.
 */
export async function askPrompt({words, input, files}: PromptSources): Promise<MessageParam['content']> {
	const attachments = await Promise.all(files.map(readAttachment));
	const bytes = input === null ? null : await readWhole(input, 'What stands on standard input');
	const material = bytes === null || bytes.length === 0 ? null : materialBlock(bytes);
	const question = words.trim() === '' ? null : words;
	if (question === null && material?.type !== 'text') {
		throw new UsageError(
			'There is nothing to ask.',
			'Write it behind the command, or pipe it in: streamscope ask "Why is the sky blue?" The chat needs a terminal.',
		);
	}

	const blocks: readonly JsonObject[] = [
		...attachments,
		...(material === null ? [] : [material]),
		...(question === null ? [] : [{type: 'text', text: question}]),
	];
	if (Buffer.byteLength(JSON.stringify(blocks)) > largestRequest) {
		throw tooLarge('What is to be sent');
	}

	const [first] = blocks;
	return blocks.length === 1 && typeof first?.text === 'string' ? first.text : blocks;
}

async function readAttachment(file: string): Promise<JsonObject> {
	const block = attachmentBlock(await readBytes(file), path.basename(file));
	if (block === null) {
		throw new UsageError(
			`${file} cannot be sent.`,
			'The API takes images (PNG, JPEG, GIF, WebP), PDFs, and text in UTF-8.',
		);
	}

	return block;
}

async function readBytes(file: string): Promise<Uint8Array> {
	try {
		return await readWhole(createReadStream(file), file);
	} catch (error) {
		if (error instanceof UsageError) {
			throw error;
		}

		throw new UsageError(
			`${file} cannot be read: ${(error as Error).message}.`,
			'Name a file that is there.',
		);
	}
}

async function readWhole(source: AsyncIterable<Uint8Array>, what: string): Promise<Uint8Array> {
	const bytes = await readLimited(source);
	if (bytes === null) {
		throw tooLarge(what);
	}

	return bytes;
}

function tooLarge(what: string): UsageError {
	return new UsageError(
		`${what} is too large.`,
		'A request may have 32 MB; images and PDFs grow by a third on the way.',
	);
}

/** Text on standard input is put before the question as it is, without the line feed that `echo` and editors end it with. */
function materialBlock(input: Uint8Array): JsonObject | null {
	const text = textOfBytes(input);
	if (text !== null) {
		return text.trim() === '' ? null : {type: 'text', text: text.replace(/\r?\n$/, '')};
	}

	const block = attachmentBlock(input, 'standard input');
	if (block === null) {
		throw new UsageError(
			'What stands on standard input cannot be sent.',
			'The API takes text in UTF-8, images and PDFs.',
		);
	}

	return block;
}
