import type {MarkdownView} from '../markdown/markdown-view.js';
import type {Theme} from '../theme.js';

export type HistoryLineOptions = {
	readonly width: number;
	readonly theme: Theme;
	/** Whether thinking and long prompts are unfolded. */
	readonly isThinkingOpen: boolean;
	/** How Markdown is rendered, or `null` to show it as it was written. */
	readonly markdown: MarkdownView | null;
};
