/** What is open over the panes, and how far the help is scrolled. */
export type HelpState = {
	readonly overlay: 'help' | 'turns' | 'exchanges' | null;
	/** The first visible row. */
	readonly helpTop: number;
};

export const initialHelp: HelpState = {overlay: null, helpTop: 0};
