/** Whether the help is open over the panes, and how far it is scrolled. */
export type HelpState = {
	readonly overlay: 'help' | null;
	/** The first visible row. */
	readonly helpTop: number;
};

export const initialHelp: HelpState = {overlay: null, helpTop: 0};
