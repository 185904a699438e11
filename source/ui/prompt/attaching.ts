import type {Attachment} from '../../analysis/prompt.js';
import {refused, type SlashReply, said} from '../slash/slash-reply.js';
import type {FileServices, ReadFile} from './file-services.js';
import {pastedPaths, pathReadings} from './pasted-paths.js';
import type {PromptCommand} from './prompt-command.js';

/** Where files go. */
export type AttachingPrompt = {
	/** Runs a command in the prompt, as if its key were pressed. */
	run(command: PromptCommand): void;
};

/** The files to put in the place of a text; a list without any leaves it as it is. */
type Reading = {readonly replaced: string; readonly read: () => Promise<readonly ReadFile[]>};

/**
 * Files on their way into the prompt. Reading one takes a moment, in which the person types on. Enter waits until the files are there, and so does
 * what is typed after it. Nothing is sent if a file cannot be read, or if Escape gives up waiting.
 */
export class Attaching {
	readonly #files: FileServices;
	readonly #show: (reply: SlashReply) => void;
	readonly #onWaiting: (isWaiting: boolean) => void;
	#pending = 0;
	#held: readonly PromptCommand[] = [];
	/** How often the waiting was given up. What comes later than that is ignored. */
	#round = 0;

	/** `onWaiting` is told when Enter begins to wait, and when that is over. */
	constructor(
		files: FileServices,
		show: (reply: SlashReply) => void,
		onWaiting: (isWaiting: boolean) => void,
	) {
		this.#files = files;
		this.#show = show;
		this.#onWaiting = onWaiting;
	}

	/** Returns whether a command has to wait. It is run later. */
	holds(command: PromptCommand, prompt: AttachingPrompt): boolean {
		const isWaiting = this.#held.length > 0;
		if (this.#pending === 0 || !(isWaiting || isSent(command))) {
			return false;
		}

		if (command.name === 'escape') {
			this.#round++;
			this.#pending = 0;
			this.#runHeld(prompt, false);
			return true;
		}

		if (isWaiting && isSent(command)) {
			this.#show(said('Still reading a file. Esc stops waiting, and nothing is sent.'));
		}

		this.#held = [...this.#held, command];
		this.#onWaiting(true);
		return true;
	}

	/** Replaces a pasted text by files if it is their paths. */
	paste(text: string, prompt: AttachingPrompt): void {
		const readings = pastedPaths(text, this.#files.platform);
		if (readings.length > 0) {
			void this.#put(prompt, {
				replaced: text,
				read: async () => (await this.#readFirst(readings)) ?? [],
			});
		}
	}

	/** Puts a file in the place of the text that chose it. */
	file(path: string, replaced: string, prompt: AttachingPrompt): void {
		void this.#put(prompt, {replaced, read: async () => [await this.#files.read(path)]});
	}

	/** Puts the picture on the clipboard to the cursor. */
	picture(prompt: AttachingPrompt): void {
		void this.#put(prompt, {replaced: '', read: async () => [await this.#files.picture()]});
	}

	/** Replaces the line of a command by the files that it names. */
	named(paths: string, line: string, prompt: AttachingPrompt): void {
		const readings = pathReadings(paths, this.#files.platform);
		void this.#put(prompt, {
			replaced: line,
			read: async () => (await this.#readFirst(readings)) ?? [await this.#files.read(paths)],
		});
	}

	/** The files of the first reading that has them all; `null` if none has. */
	async #readFirst(readings: ReadonlyArray<readonly string[]>): Promise<readonly ReadFile[] | null> {
		for (const paths of readings) {
			const read = await Promise.all(paths.map(path => this.#files.read(path)));
			if (read.every(file => 'attachment' in file || file.isFile)) {
				return read;
			}
		}

		return null;
	}

	async #put(prompt: AttachingPrompt, {replaced, read}: Reading): Promise<void> {
		const round = this.#round;
		this.#pending++;
		const files = await read();
		if (round !== this.#round) {
			return;
		}

		this.#pending--;
		const problem = files.find(file => 'problem' in file);
		if (problem === undefined) {
			const attachments = files.filter(isAttached).map(({attachment}) => attachment);
			prompt.run({name: 'attach', attachments, replaced});
		}

		if (this.#pending === 0) {
			this.#runHeld(prompt, problem === undefined);
		}

		if (problem !== undefined) {
			this.#show(refused(problem.problem));
		}
	}

	#runHeld(prompt: AttachingPrompt, isSending: boolean): void {
		const held = this.#held;
		this.#held = [];
		this.#onWaiting(false);
		for (const command of held.filter(command => isSending || !isSent(command))) {
			prompt.run(command);
		}
	}
}

function isSent({name}: PromptCommand): boolean {
	return name === 'enter' || name === 'sendAndStop';
}

function isAttached(file: ReadFile): file is {readonly attachment: Attachment} {
	return 'attachment' in file;
}
