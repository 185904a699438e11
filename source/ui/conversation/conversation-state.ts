import type {HistoryScroll} from './history-scroll.js';

/** Where the person looks in the conversation, and how it is shown. */
export type ConversationState = {
	readonly history: HistoryScroll;
	readonly isMarkdown: boolean;
	/** Whether thinking and long prompts are unfolded. */
	readonly isThinkingOpen: boolean;
	/** The number of the first exchange of the present conversation; `null` where only the trace tells. */
	readonly since: number | null;
	/** Whether `/compare` waits for its two answers. */
	readonly isComparing: boolean;
};

export const initialConversation: ConversationState = {
	history: 'tail',
	isMarkdown: true,
	isThinkingOpen: false,
	since: null,
	isComparing: false,
};
