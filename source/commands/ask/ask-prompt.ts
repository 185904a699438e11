import {createReadStream, type Stats} from 'node:fs';
import {stat} from 'node:fs/promises';
import path from 'node:path';
import type {MessageParam} from '../../analysis/conversation.js';
import {describeFailure} from '../../text/describe-failure.js';
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
	/** Whether nothing may be asked: the messages are there already. */
	readonly isOptional?: boolean;
	/** Called when nothing has come on standard input for a second, and it has not ended. */
	readonly onSilence?: () => void;
};

/**
 * What is asked, as the API takes it: the files, then what stood on standard input, then the words. Without words, standard input holds
 * the question. Resolves to `null` where nothing is asked and need not be. Throws a `UsageError` where there is no question, or where something cannot be sent.
 */
export async function askPrompt({
	words,
	input,
	files,
	isOptional = false,
	onSilence = () => {},
}: PromptSources): Promise<MessageParam['content'] | null> {
	const attachments = await Promise.all(files.map(readAttachment));
	const bytes =
		input === null ? null : await readWhole(watchSilence(input, onSilence), 'What stands on standard input');
	const material = bytes === null || bytes.length === 0 ? null : materialBlock(bytes);
	const question = words.trim() === '' ? null : words;
	if (isOptional && question === null && material === null && attachments.length === 0) {
		return null;
	}

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

/** In milliseconds: whoever waits longer wonders what for. */
const patience = 1000;

async function* watchSilence(
	input: AsyncIterable<Uint8Array>,
	onSilence: () => void,
): AsyncGenerator<Uint8Array> {
	let timer: NodeJS.Timeout | null = setTimeout(onSilence, patience);
	try {
		for await (const piece of input) {
			if (timer !== null) {
				clearTimeout(timer);
				timer = null;
			}

			yield piece;
		}
	} finally {
		if (timer !== null) {
			clearTimeout(timer);
		}
	}
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
		const stats = await stat(file);
		const kind = specialKind(stats);
		if (kind !== null) {
			throw new UsageError(
				`${file} is ${kind}, not a file.`,
				'What comes out of a pipe is read from standard input.',
			);
		}

		const bytes = await readWhole(createReadStream(file), file);
		if (bytes.length === 0) {
			throw new UsageError(`${file} is empty.`, 'The API refuses files without content.');
		}

		return bytes;
	} catch (error) {
		if (error instanceof UsageError) {
			throw error;
		}

		throw new UsageError(`${file} cannot be read: ${describeFailure(error, 'read')}.`, 'Name another file.');
	}
}

/** What is no file may never end, or wait for ever: a device, a pipe that nobody writes to. */
function specialKind(stats: Stats): string | null {
	const kinds = [
		[stats.isDirectory(), 'a folder'],
		[stats.isFIFO(), 'a pipe'],
		[stats.isSocket(), 'a socket'],
		[stats.isCharacterDevice() || stats.isBlockDevice(), 'a device'],
	] as const;
	return kinds.find(([isKind]) => isKind)?.[1] ?? null;
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
