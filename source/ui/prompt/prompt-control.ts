import type {Prompt} from '../../analysis/prompt.js';
import type {Store} from '../screen/store.js';
import type {EditedText} from '../slash/chat-services.js';
import {type ModelList, noModels} from '../slash/model-list.js';
import type {SlashContext} from '../slash/slash-context.js';
import {isCommandLine, isSlashLine, promptToSend, runSlashLine} from '../slash/slash-line.js';
import {type MenuState, pressInMenu, slashMenu, untouchedMenu} from '../slash/slash-menu.js';
import {refused, type SlashReply} from '../slash/slash-reply.js';
import {Attaching} from './attaching.js';
import {fileMenu, pressInFileMenu} from './file-menu.js';
import {type FileList, noFiles} from './file-services.js';
import type {PromptCommand} from './prompt-command.js';
import {promptEscape} from './prompt-escape.js';
import type {PromptState} from './prompt-state.js';
import {promptText, promptValue} from './prompt-value.js';

/** The parts of a chat's prompt besides its text. */
export type PromptExtras = {
	readonly menu: MenuState;
	/** The reply of the last command, until the next key. */
	readonly reply: SlashReply | null;
	/** The exchange that the next prompt replaces. */
	readonly editing: number | null;
	/** Whether Enter was pressed while a file is still being read. */
	readonly isWaiting: boolean;
	readonly models: ModelList;
	readonly files: FileList;
};

export const noExtras: PromptExtras = {
	menu: untouchedMenu,
	reply: null,
	editing: null,
	isWaiting: false,
	models: noModels,
	files: noFiles,
};

/** The prompt's text, as far as commands change it. */
export type EditedPrompt = {
	setText(prompt: Prompt): void;
	/** The same for a text that was edited elsewhere, in which each file had its label. */
	setLabelled(text: string): void;
	clear(): void;
	run(command: PromptCommand): void;
};

export type PromptEffects = {
	/** Sends a prompt that is not a command. `isStopped` asks the screen to stop at its request. */
	send(prompt: Prompt, before: number | null, isStopped: boolean): void;
	/** Keeps a text that was dropped, to go back to it. */
	keepDraft(draft: Prompt): void;
	leave(): void;
	/** Opens the text in the user's editor. */
	openEditor(text: string): Promise<EditedText>;
};

/** Prompts that quit, in any case. */
const leavingWords: ReadonlySet<string> = new Set(['quit', 'exit', ':q']);

/** Handles keys and texts in a chat's prompt, except editing. */
export class PromptControl {
	readonly #store: Store<PromptExtras>;
	readonly #context: SlashContext;
	readonly #effects: PromptEffects;
	readonly #attaching: Attaching;
	#isEditorOpen = false;

	constructor(store: Store<PromptExtras>, context: SlashContext, effects: PromptEffects) {
		this.#store = store;
		this.#context = context;
		this.#effects = effects;
		this.#attaching = new Attaching(
			context.files,
			reply => this.#show(reply),
			isWaiting => this.#change({isWaiting}),
		);
	}

	/** Receives every command before the editor does. Returns whether it handled the command. */
	press(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		if (command.name === 'attach') {
			return false;
		}

		if (command.name !== 'escape' && this.#attaching.holds(command, prompt)) {
			return true;
		}

		if (this.#store.state.reply !== null) {
			this.#change({reply: null});
		}

		if (command.name === 'escape') {
			return this.#escape(command, state, prompt);
		}

		// What sends also chooses in a menu and runs a command.
		const asked: PromptCommand = command.name === 'sendAndStop' ? {name: 'enter'} : command;
		const isNewline = asked.name === 'enter' && state.text[state.cursor - 1] === '\\';
		if (isNewline) {
			return false;
		}

		return (
			this.#pressMenu(asked, state, prompt) ||
			this.#pressFileMenu(asked, state, prompt) ||
			this.#pressOwn(asked, state, prompt)
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
			this.#show(refused(refusal));
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
				this.#change({reply: null});
				this.submit(line, prompt);
				continue;
			}

			const reply = await runSlashLine(line, this.#context);
			this.#show(reply);
			if (reply.isProblem) {
				return;
			}
		}
	}

	#pressMenu(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		const menu = slashMenu(state.text, this.#store.state.menu, this.#context);
		const outcome = menu === null ? null : pressInMenu(menu, command, state.text);
		switch (outcome?.kind) {
			case 'menu': {
				this.#change({menu: outcome.state});
				return true;
			}

			case 'text': {
				prompt.setText(outcome.text);
				return true;
			}

			case 'run': {
				this.#run(promptText({...state, text: outcome.line}), promptValue(state), prompt);
				return true;
			}

			case undefined: {
				return false;
			}
		}
	}

	#pressFileMenu(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		const {menu: menuState, files} = this.#store.state;
		const menu = isSlashLine(state.text) ? null : fileMenu(state, menuState, files);
		const outcome = menu === null ? null : pressInFileMenu(menu, command);
		if (menu === null || outcome === null) {
			return false;
		}

		if (outcome.kind === 'menu') {
			this.#change({menu: outcome.state});
		} else {
			this.#attaching.file(outcome.path, menu.typed, prompt);
		}

		return true;
	}

	#escape(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		switch (promptEscape(state, this.#store.state, this.#context)) {
			case 'stopWaiting': {
				return this.#attaching.holds(command, prompt);
			}

			case 'closeMenu': {
				return this.#pressMenu(command, state, prompt) || this.#pressFileMenu(command, state, prompt);
			}

			case 'stopEditing': {
				this.#change({editing: null});
				prompt.clear();
				return true;
			}

			// The editor ends its search itself.
			case 'endSearch':
			case null: {
				return false;
			}
		}
	}

	#pressOwn(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		const {name} = command;
		if (command.name === 'paste') {
			// In a command, a path is an argument.
			if (!isCommandLine(state.text)) {
				this.#attaching.paste(command.text, prompt);
			}

			return false;
		}

		if (name === 'drop') {
			const draft = promptValue(state);
			// While an answer comes, the key stops it.
			if (state.text === '' || this.#context.conversation.isAnswering()) {
				return false;
			}

			this.#effects.keepDraft(draft);
			this.#change({editing: null});
			prompt.clear();
			return true;
		}

		if (name === 'moveUp' && state.text === '' && state.recall === null) {
			const newest = this.#context.conversation.takeBack(-1);
			if (newest !== null) {
				prompt.setText(newest);
			}

			return newest !== null;
		}

		if (name === 'pastePicture') {
			this.#attaching.picture(prompt);
			return true;
		}

		if (name === 'edit') {
			void this.#openEditor(state, prompt);
			return true;
		}

		if (name === 'enter' && isSlashLine(state.text)) {
			this.#run(promptText(state), promptValue(state), prompt);
			return true;
		}

		return false;
	}

	/** Runs a command. After a problem, what was typed is there again. */
	#run(line: string, typed: Prompt, prompt: EditedPrompt): void {
		if (typeof typed !== 'string') {
			this.#show(refused('A command takes no files. Remove them, or send them without the command.'));
			return;
		}

		// First, because the command itself may put text there.
		prompt.clear();
		const reply = runSlashLine(line, this.#context);
		if (reply instanceof Promise) {
			void reply.then(later => this.#show(later));
			return;
		}

		this.#show(reply);
		const text = reply.isProblem || reply.attach !== undefined ? typed : reply.prompt;
		if (text !== '') {
			prompt.setText(text);
		}

		if (reply.attach !== undefined) {
			this.#attaching.named(reply.attach, line, prompt);
		}
	}

	async #openEditor(state: PromptState, prompt: EditedPrompt): Promise<void> {
		if (this.#isEditorOpen) {
			return;
		}

		this.#isEditorOpen = true;
		const edited = await this.#effects.openEditor(promptText(state));
		this.#isEditorOpen = false;
		if ('text' in edited) {
			prompt.setLabelled(edited.text);
		} else {
			this.#show(refused(edited.problem));
		}
	}

	#show(reply: SlashReply): void {
		this.#change({reply: reply.text === null ? null : reply});
	}

	#change(to: Partial<PromptExtras>): void {
		this.#store.update(extras => ({...extras, ...to}));
	}
}
