/** The modes that a full-screen program changes and must restore. */
export type TerminalModes = {
	readonly alternateScreen: boolean;
	readonly applicationCursorKeys: boolean;
	readonly applicationKeypad: boolean;
	readonly bracketedPaste: boolean;
	/** The parameter of DECSCUSR. 0 is the terminal's default cursor. */
	readonly cursorStyle: number;
	readonly cursorVisible: boolean;
	readonly focusReports: boolean;
	readonly insert: boolean;
	/** Flags of the kitty keyboard protocol in force on the active screen. */
	readonly kittyKeyboard: number;
	readonly mouseTracking: 'none' | 'x10' | 'vt200' | 'drag' | 'any';
	readonly origin: boolean;
	readonly synchronizedOutput: boolean;
	readonly wraparound: boolean;
};

/** The modes before a program starts, and after it has exited. */
export const initialTerminalModes: TerminalModes = {
	alternateScreen: false,
	applicationCursorKeys: false,
	applicationKeypad: false,
	bracketedPaste: false,
	cursorStyle: 0,
	cursorVisible: true,
	focusReports: false,
	insert: false,
	kittyKeyboard: 0,
	mouseTracking: 'none',
	origin: false,
	synchronizedOutput: false,
	wraparound: true,
};
