import type {HistoryScroll} from './history-scroll.js';

/** What is searched for, and the hit that was gone to last: by its exchange and its count in that turn, so that a new width changes neither. */
export type Find = {
	readonly text: string;
	readonly at: {readonly exchange: number; readonly nth: number} | null;
};

/** The number of events, of turns, and of the lines of the last turn. `layout` is another value where the same text may have another number of lines. */
export type SeenLines = {
	readonly length: number;
	readonly turns: number;
	readonly lines: number;
	readonly layout: unknown;
};

/** What the user looks at in the conversation, and how it is shown. */
export type ConversationState = {
	readonly history: HistoryScroll;
	readonly isMarkdown: boolean;
	/** The column that code is shown from; `null` while its long lines are wrapped. */
	readonly codeColumn: number | null;
	/** Whether thinking and long prompts are unfolded. */
	readonly isThinkingOpen: boolean;
	/** The search in the conversation; `null` without one. */
	readonly find: Find | null;
	/** The number of the selected turn's exchange; `null` without a selection. */
	readonly turn: number | null;
	/** The exchange selected in the list of turns. */
	readonly listed: number | null;
	/** How long the conversation was when it was scrolled away from its tail; `null` at the tail. */
	readonly seen: SeenLines | null;
	/** The number of the first exchange of the current conversation; `null` if only the trace tells. */
	readonly since: number | null;
	/** The index of the choice that the arrows are at on the start screen; `null` for none. */
	readonly startChoice: number | null;
	/** Whether `/compare` is waiting for its two answers. */
	readonly isComparing: boolean;
};

export const initialConversation: ConversationState = {
	history: 'tail',
	isMarkdown: true,
	codeColumn: null,
	isThinkingOpen: false,
	find: null,
	turn: null,
	listed: null,
	seen: null,
	since: null,
	startChoice: null,
	isComparing: false,
};
