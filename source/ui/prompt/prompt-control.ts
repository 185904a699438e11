import type {Prompt} from '../../analysis/prompt.js';
import type {Store} from '../screen/store.js';
import type {EditedText} from '../slash/chat-services.js';
import type {SlashContext} from '../slash/slash-context.js';
import {isCommandLine, isSlashLine} from '../slash/slash-line.js';
import {pressInMenu, slashMenu} from '../slash/slash-menu.js';
import {refused} from '../slash/slash-reply.js';
import {fileMenu, pressInFileMenu} from './file-menu.js';
import type {PromptCommand} from './prompt-command.js';
import {promptEscape} from './prompt-escape.js';
import type {EditedPrompt, PromptExtras} from './prompt-extras.js';
import type {PromptLines} from './prompt-lines.js';
import type {PromptState} from './prompt-state.js';
import {promptText, promptValue} from './prompt-value.js';

export type PromptEffects = {
	/** Keeps a text that was dropped, to go back to it. */
	keepDraft(draft: Prompt): void;
	/** Opens the text in the user's editor. */
	openEditor(text: string): Promise<EditedText>;
};

/** Handles the keys in a chat's prompt, except editing. */
export class PromptControl {
	readonly #store: Store<PromptExtras>;
	readonly #context: SlashContext;
	readonly #effects: PromptEffects;
	readonly #lines: PromptLines;
	#isEditorOpen = false;

	constructor(store: Store<PromptExtras>, context: SlashContext, lines: PromptLines, effects: PromptEffects) {
		this.#store = store;
		this.#context = context;
		this.#lines = lines;
		this.#effects = effects;
	}

	/** Receives every command before the editor does. Returns whether it handled the command. */
	press(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		if (command.name === 'attach') {
			return false;
		}

		if (command.name !== 'escape' && this.#lines.attaching.holds(command, prompt)) {
			return true;
		}

		if (this.#store.state.reply !== null) {
			this.#lines.forgetReply();
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
				this.#lines.run(promptText({...state, text: outcome.line}), promptValue(state), prompt);
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
			this.#lines.attaching.file(outcome.path, menu.typed, prompt);
		}

		return true;
	}

	#escape(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean {
		switch (promptEscape(state, this.#store.state, this.#context)) {
			case 'stopWaiting': {
				return this.#lines.attaching.holds(command, prompt);
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
				this.#lines.attaching.paste(command.text, prompt);
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
			this.#lines.attaching.picture(prompt);
			return true;
		}

		if (name === 'edit') {
			void this.#openEditor(state, prompt);
			return true;
		}

		if (name === 'enter' && isSlashLine(state.text)) {
			this.#lines.run(promptText(state), promptValue(state), prompt);
			return true;
		}

		return false;
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
			this.#lines.show(refused(edited.problem));
		}
	}

	#change(to: Partial<PromptExtras>): void {
		this.#store.update(extras => ({...extras, ...to}));
	}
}
