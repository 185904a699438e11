import type {Prompt} from '../../analysis/prompt.js';

/** The prompts of all sessions, which outlive this one. */
export type KeptPrompts = {
	/** Those from before this chat, oldest first, with those of this session at the end. */
	readonly earlier: readonly Prompt[];
	/** Keeps a prompt that was sent, or a draft that was dropped. */
	keep(prompt: Prompt): void;
};
