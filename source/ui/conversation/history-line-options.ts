import type {MarkdownView} from '../../text/markdown/markdown-view.js';
import type {Theme} from '../../text/theme.js';

export type HistoryLineOptions = {
	readonly width: number;
	readonly theme: Theme;
	/** False where no times are known, so that none is shown. */
	readonly hasTimes: boolean;
	/** Whether thinking and long prompts are unfolded. */
	readonly isThinkingOpen: boolean;
	/** How Markdown is rendered, or `null` to show its source. */
	readonly markdown: MarkdownView | null;
};
