import type {Attachment} from '../../analysis/prompt.js';
import {refused, type SlashReply} from '../slash/slash-reply.js';
import type {FileServices, ReadFile} from './file-services.js';
import {pastedPaths, pathReadings} from './pasted-paths.js';
import type {PromptCommand} from './prompt-command.js';

/** Where files go. */
export type AttachingPrompt = {
	/** Runs a command in the prompt, as if its key were pressed. */
	run(command: PromptCommand): void;
};

/**
 * Files on their way into the prompt. Reading one takes a moment, in which the person types on. Enter waits until the files are there, and so does
 * what is typed after it.
 */
export class Attaching {
	readonly #files: FileServices;
	readonly #show: (reply: SlashReply) => void;
	#pending = 0;
	#held: PromptCommand[] = [];

	constructor(files: FileServices, show: (reply: SlashReply) => void) {
		this.#files = files;
		this.#show = show;
	}

	/** Returns whether a command has to wait. It is run later. */
	holds(command: PromptCommand): boolean {
		const isHeld = this.#pending > 0 && (command.name === 'enter' || this.#held.length > 0);
		if (isHeld) {
			this.#held.push(command);
		}

		return isHeld;
	}

	/** Replaces a pasted text by files if it is their paths. Text that is none stays as it is. */
	paste(text: string, prompt: AttachingPrompt): void {
		const readings = pastedPaths(text, this.#files.platform);
		if (readings.length > 0) {
			void this.#wait(prompt, async () => this.#put((await this.#readFirst(readings)) ?? [], text, prompt));
		}
	}

	/** Puts a file in the place of the text that chose it. */
	file(path: string, replaced: string, prompt: AttachingPrompt): void {
		void this.#wait(prompt, async () => this.#put([await this.#files.read(path)], replaced, prompt));
	}

	/** Puts the picture on the clipboard to the cursor. */
	picture(prompt: AttachingPrompt): void {
		void this.#wait(prompt, async () => this.#put([await this.#files.picture()], '', prompt));
	}

	/** Replaces the line of a command by the files that it names. */
	named(paths: string, line: string, prompt: AttachingPrompt): void {
		void this.#wait(prompt, async () => {
			const readings = pathReadings(paths, this.#files.platform);
			const read = (await this.#readFirst(readings)) ?? [await this.#files.read(paths)];
			this.#put(read, line, prompt);
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

	#put(read: readonly ReadFile[], replaced: string, prompt: AttachingPrompt): void {
		const attachments: Attachment[] = [];
		for (const file of read) {
			if (!('attachment' in file)) {
				this.#show(refused(file.problem));
				return;
			}

			attachments.push(file.attachment);
		}

		prompt.run({name: 'attach', attachments, replaced});
	}

	async #wait(prompt: AttachingPrompt, work: () => Promise<unknown>): Promise<void> {
		this.#pending++;
		await work();
		this.#pending--;
		if (this.#pending === 0) {
			const held = this.#held;
			this.#held = [];
			for (const command of held) {
				prompt.run(command);
			}
		}
	}
}
