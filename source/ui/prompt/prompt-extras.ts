import type {Prompt} from '../../analysis/prompt.js';
import {type ModelList, noModels} from '../slash/model-list.js';
import {type MenuState, untouchedMenu} from '../slash/slash-menu.js';
import type {SlashReply} from '../slash/slash-reply.js';
import {type FileList, noFiles} from './file-services.js';
import type {PromptCommand} from './prompt-command.js';

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
