import type {HistoryScroll} from './history-scroll.js';

/** What the user looks at in the conversation, and how it is shown. */
export type ConversationState = {
	readonly history: HistoryScroll;
	readonly isMarkdown: boolean;
	/** Whether thinking and long prompts are unfolded. */
	readonly isThinkingOpen: boolean;
	/** The number of the first exchange of the current conversation; `null` if only the trace tells. */
	readonly since: number | null;
	/** Whether `/compare` is waiting for its two answers. */
	readonly isComparing: boolean;
};

export const initialConversation: ConversationState = {
	history: 'tail',
	isMarkdown: true,
	isThinkingOpen: false,
	since: null,
	isComparing: false,
};
