/** What is open over the panes, and how far the help is scrolled. */
export type HelpState = {
	readonly overlay: 'help' | 'turns' | 'exchanges' | null;
	/** The first visible row. */
	readonly helpTop: number;
	/** Whether the last key entered the focused pane. The status line then says what keys do there. */
	readonly isEntered: boolean;
};

export const initialHelp: HelpState = {overlay: null, helpTop: 0, isEntered: false};
