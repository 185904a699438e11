import type {Store} from '../screen/store.js';
import type {EditedText} from '../slash/chat-services.js';
import {type ModelList, noModels} from '../slash/model-list.js';
import type {SlashContext} from '../slash/slash-context.js';
import {isSlashLine, runSlashLine, textToSend} from '../slash/slash-line.js';
import {type MenuState, pressInMenu, slashMenu, untouchedMenu} from '../slash/slash-menu.js';
import {refused, type SlashReply} from '../slash/slash-reply.js';
import {unfoldPastes} from './folded-paste.js';
import type {PromptCommand} from './prompt-command.js';
import type {PromptState} from './prompt-state.js';
import {promptText} from './type-text.js';

/** The parts of a chat's prompt besides its text. */
export type PromptExtras = {
	readonly menu: MenuState;
	/** The reply of the last command, until the next key. */
	readonly reply: SlashReply | null;
	/** The exchange that the next prompt replaces. */
	readonly editing: number | null;
	readonly models: ModelList;
};

export const noExtras: PromptExtras = {menu: untouchedMenu, reply: null, editing: null, models: noModels};

/** The prompt's text, as far as commands change it. */
export type EditedPrompt = {
	setText(text: string): void;
	clear(): void;
};

export type PromptEffects = {
	/** Sends text that is not a command. */
	send(prompt: string, before: number | null): void;
	leave(): void;
	/** Opens the text in the user's editor. */
	openEditor(text: string): Promise<EditedText>;
};

/** Handles keys and texts in a chat's prompt, except editing. */
export class PromptControl {
	readonly #store: Store<PromptExtras>;
	readonly #context: SlashContext;
	readonly #effects: PromptEffects;
	#isEditorOpen = false;

	constructor(store: Store<PromptExtras>, context: SlashContext, effects: PromptEffects) {
		this.#store = store;
		this.#context = context;
		this.#effects = effects;
	}

	/** Receives every command before the editor does. Returns whether it handled the command. */
	press(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		if (this.#store.state.reply !== null) {
			this.#change({reply: null});
		}

		const isNewline = command.name === 'enter' && state.text[state.cursor - 1] === '\\';
		if (isNewline) {
			return false;
		}

		return this.#pressMenu(command, state, prompt) || this.#pressOwn(command, state, prompt);
	}

	/** Handles a sent text that is not a command. Text that would be refused stays in the prompt. */
	submit(text: string, prompt: Pick<EditedPrompt, 'setText'>): void {
		if (text.trim() === 'quit') {
			this.#effects.leave();
			return;
		}

		const refusal = this.#context.requests.refusal(null);
		if (refusal !== null) {
			prompt.setText(text);
			this.#show(refused(refusal));
			return;
		}

		const {editing} = this.#store.state;
		this.#change({editing: null});
		this.#effects.send(textToSend(text), editing);
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
				this.#run(unfoldPastes(outcome.line, state.pastes), prompt);
				return true;
			}

			case undefined: {
				return false;
			}
		}
	}

	#pressOwn({name}: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		if (name === 'edit') {
			void this.#openEditor(state, prompt);
			return true;
		}

		if (name === 'enter' && isSlashLine(state.text)) {
			this.#run(promptText(state), prompt);
			return true;
		}

		if (name === 'escape' && this.#store.state.editing !== null) {
			this.#change({editing: null});
			prompt.clear();
			return true;
		}

		return false;
	}

	#run(line: string, prompt: EditedPrompt): void {
		// First, because the command itself may put text there.
		prompt.clear();
		const reply = runSlashLine(line, this.#context);
		if (reply instanceof Promise) {
			void reply.then(later => this.#show(later));
			return;
		}

		this.#show(reply);
		const text = reply.isProblem ? line : reply.prompt;
		if (text !== '') {
			prompt.setText(text);
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
			prompt.setText(edited.text);
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
