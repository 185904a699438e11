import type {Prompt} from '../../analysis/prompt.js';
import type {Store} from '../screen/store.js';
import type {SlashContext} from '../slash/slash-context.js';
import {isSlashLine, promptToSend, runSlashLine} from '../slash/slash-line.js';
import {refused, type SlashReply} from '../slash/slash-reply.js';
import {Attaching} from './attaching.js';
import type {EditedPrompt, PromptExtras} from './prompt-extras.js';

export type SendingEffects = {
	/** Sends a prompt that is not a command. `isStopped` asks the screen to stop at its request. */
	send(prompt: Prompt, before: number | null, isStopped: boolean): void;
	leave(): void;
};

/** Prompts that quit, in any case. */
const leavingWords: ReadonlySet<string> = new Set(['quit', 'exit', ':q']);

/** Sends the prompts of a chat, runs its commands, and shows what they reply. */
export class PromptLines {
	/** The files on their way into the prompt. */
	readonly attaching: Attaching;
	readonly #store: Store<PromptExtras>;
	readonly #context: SlashContext;
	readonly #effects: SendingEffects;

	constructor(store: Store<PromptExtras>, context: SlashContext, effects: SendingEffects) {
		this.#store = store;
		this.#context = context;
		this.#effects = effects;
		this.attaching = new Attaching(
			context.files,
			reply => this.show(reply),
			isWaiting => this.#change({isWaiting}),
		);
	}

	/** Removes the reply of the last command, which is out of date. */
	forgetReply(): void {
		this.#change({reply: null});
	}

	/** Handles a sent prompt that is not a command. One that would be refused stays in the prompt. */
	submit(sent: Prompt, prompt: Pick<EditedPrompt, 'setText'>, isStopped = false): void {
		if (typeof sent === 'string' && leavingWords.has(sent.trim().toLowerCase())) {
			this.#effects.leave();
			return;
		}

		const {editing} = this.#store.state;
		const refusal = this.#context.requests.refusal(null, sent, editing);
		if (refusal !== null) {
			prompt.setText(sent);
			this.show(refused(refusal));
			return;
		}

		this.#change({editing: null});
		this.#effects.send(promptToSend(sent), editing, isStopped);
	}

	/** Runs lines as if each had been typed and sent, up to the first problem. */
	async runLines(lines: readonly string[], prompt: Pick<EditedPrompt, 'setText'>): Promise<void> {
		for (const line of lines) {
			if (!isSlashLine(line)) {
				// The reply of a command before it would lie over the newest events.
				this.forgetReply();
				this.submit(line, prompt);
				continue;
			}

			const reply = await runSlashLine(line, this.#context);
			this.show(reply);
			if (reply.isProblem) {
				return;
			}
		}
	}

	/** Runs a command. After a problem, what was typed is there again. */
	run(line: string, typed: Prompt, prompt: EditedPrompt): void {
		if (typeof typed !== 'string') {
			this.show(refused('A command takes no files. Remove them, or send them without the command.'));
			return;
		}

		// First, because the command itself may put text there.
		prompt.clear();
		const reply = runSlashLine(line, this.#context);
		if (reply instanceof Promise) {
			void reply.then(later => this.show(later));
			return;
		}

		this.show(reply);
		const text = reply.isProblem || reply.attach !== undefined ? typed : reply.prompt;
		if (text !== '') {
			prompt.setText(text);
		}

		if (reply.attach !== undefined) {
			this.attaching.named(reply.attach, line, prompt);
		}
	}

	show(reply: SlashReply): void {
		this.#change({reply: reply.text === null ? null : reply});
	}

	#change(to: Partial<PromptExtras>): void {
		this.#store.update(extras => ({...extras, ...to}));
	}
}
