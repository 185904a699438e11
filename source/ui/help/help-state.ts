/** Whether the help is open over the panes, and where the person looks in it. */
export type HelpState = {
	readonly overlay: 'help' | null;
	/** The first row in sight. */
	readonly helpTop: number;
};

export const initialHelp: HelpState = {overlay: null, helpTop: 0};
