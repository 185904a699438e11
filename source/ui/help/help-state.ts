/** What is drawn over the panes, or over one of them, and receives the keys. */
export type Overlay = 'help' | 'turns' | 'exchanges' | 'diff' | 'columns' | 'views';

/** What is open over the panes, and what of the help is shown. */
export type HelpState = {
	readonly overlay: Overlay | null;
	/** The first visible row. */
	readonly helpTop: number;
	/** What is searched for in the help; `''` shows all of it. */
	readonly helpSearch: string;
	/** Whether the last key entered the focused pane. The status line then says what keys do there. */
	readonly isEntered: boolean;
};

export const initialHelp: HelpState = {overlay: null, helpTop: 0, helpSearch: '', isEntered: false};
