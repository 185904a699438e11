import type {BackgroundColorName, ForegroundColorName} from 'chalk';
import type {Background} from './background.js';

const themeNames = ['dark', 'light', 'colour-blind', 'plain'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The themes a user can choose. `auto` follows the terminal's background. */
export const themeChoices = ['auto', ...themeNames] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export function isThemeChoice(name: string): name is ThemeChoice {
	return themeChoices.some(known => known === name);
}

/**
 * The hues of a theme, each with one meaning. Red, yellow and green are states: failed, needs attention, fine. Blue is what a person does or can
 * do, magenta is thinking, pink is tools, cyan is the frame that the wire puts around text, and code. `muted` is a little quieter than the
 * conversation, `slate` names JSON values, and `line` is for frames.
 */
export type Hue =
	| 'red'
	| 'green'
	| 'yellow'
	| 'blue'
	| 'magenta'
	| 'cyan'
	| 'pink'
	| 'muted'
	| 'slate'
	| 'grey'
	| 'line';

/** A colour of the terminal's own palette, on a backdrop where it cannot be read without one. `dim` and `plain` have no colour. */
export type NamedColour = {
	readonly text: ForegroundColorName | 'dim' | 'plain';
	readonly backdrop?: BackgroundColorName;
};

export type Palette = {
	/** As `#rrggbb`, for terminals of 256 colours and more. `null` is the terminal's own colour for text. */
	readonly hues: Readonly<Record<Hue, string | null>>;
	/** The background of a selected row, as `#rrggbb`. `null` if it is inverse. */
	readonly selected: string | null;
	/** For terminals with 16 colours: chosen by their looks in xterm's default palette, where half of them cannot be read on white. */
	readonly sixteen: Readonly<Record<Hue, NamedColour>>;
	/** For terminals without the eight bright ones of these. */
	readonly eight: Readonly<Record<Hue, NamedColour>>;
};

/** The palette of a theme on a background, or `null` for the plain theme. The dark and light themes ignore the background. */
export function paletteOf(theme: ThemeChoice, background: Background): Palette | null {
	switch (theme) {
		case 'auto': {
			return background === 'unknown' ? neutral : background === 'dark' ? dark : light;
		}

		case 'dark': {
			return dark;
		}

		case 'light': {
			return light;
		}

		case 'colour-blind': {
			return background === 'light' ? colourBlindLight : colourBlindDark;
		}

		case 'plain': {
			return null;
		}
	}
}

const dark16: Palette['sixteen'] = {
	red: {text: 'redBright'},
	green: {text: 'green'},
	yellow: {text: 'yellow'},
	blue: {text: 'blueBright'},
	magenta: {text: 'magenta'},
	cyan: {text: 'cyan'},
	pink: {text: 'magentaBright'},
	muted: {text: 'white'},
	slate: {text: 'blackBright'},
	grey: {text: 'blackBright'},
	line: {text: 'blackBright'},
};

const dark8: Palette['sixteen'] = {
	...dark16,
	red: {text: 'red'},
	blue: {text: 'cyan'},
	pink: {text: 'magenta'},
	slate: {text: 'dim'},
	grey: {text: 'dim'},
	line: {text: 'dim'},
};

// No yellow can be read on white. Green is pale in xterm's palette, but stands beside a sign and a word.
const light16: Palette['sixteen'] = {
	red: {text: 'red'},
	green: {text: 'green'},
	yellow: {text: 'black', backdrop: 'bgYellow'},
	blue: {text: 'blue'},
	magenta: {text: 'magenta'},
	cyan: {text: 'blue'},
	pink: {text: 'magenta'},
	muted: {text: 'plain'},
	slate: {text: 'blackBright'},
	grey: {text: 'blackBright'},
	line: {text: 'blackBright'},
};

const light8: Palette['sixteen'] = {
	...light16,
	slate: {text: 'dim'},
	grey: {text: 'dim'},
	line: {text: 'dim'},
};

const neutral16: Palette['sixteen'] = {
	...light16,
	red: {text: 'redBright'},
	blue: {text: 'blueBright'},
	cyan: {text: 'blueBright'},
};

const neutral8: Palette['sixteen'] = {
	...light8,
	blue: {text: 'plain'},
	cyan: {text: 'plain'},
};

const colourBlindDark16: Palette['sixteen'] = {
	...dark16,
	green: {text: 'cyan'},
	yellow: {text: 'yellowBright'},
	cyan: {text: 'blueBright'},
};

const colourBlindDark8: Palette['sixteen'] = {
	...dark8,
	green: {text: 'cyan'},
	cyan: {text: 'white'},
	blue: {text: 'white'},
};

const colourBlindLight16: Palette['sixteen'] = {
	...light16,
	green: {text: 'blue'},
	blue: {text: 'plain'},
	cyan: {text: 'plain'},
};

const colourBlindLight8: Palette['sixteen'] = {
	...light8,
	green: {text: 'blue'},
	blue: {text: 'plain'},
	cyan: {text: 'plain'},
};

/** Colours of middling lightness, which can be read on black as well as on white. */
const neutral: Palette = {
	hues: {
		red: '#d70000',
		green: '#008700',
		yellow: '#af5f00',
		blue: '#0087d7',
		magenta: '#875fd7',
		cyan: '#008787',
		pink: '#af5f87',
		muted: null,
		slate: '#5f8787',
		grey: '#767676',
		line: '#767676',
	},
	selected: null,
	sixteen: neutral16,
	eight: neutral8,
};

const dark: Palette = {
	hues: {
		red: '#ff7b7b',
		green: '#8bd17c',
		yellow: '#e5c07b',
		blue: '#82aaff',
		magenta: '#c792ea',
		cyan: '#7fdbca',
		pink: '#f5a3c7',
		muted: '#b9bec8',
		slate: '#93a5c9',
		grey: '#a3a9b4',
		line: '#666e80',
	},
	selected: '#26324a',
	sixteen: dark16,
	eight: dark8,
};

const light: Palette = {
	hues: {
		red: '#b3261e',
		green: '#2e6b1f',
		yellow: '#7a5c00',
		blue: '#1747c0',
		magenta: '#7a2fa8',
		cyan: '#00695f',
		pink: '#a3195f',
		muted: '#3f4650',
		slate: '#46597f',
		grey: '#59606b',
		line: '#80868f',
	},
	selected: '#d6e4ff',
	sixteen: light16,
	eight: light8,
};

// After Okabe and Ito: blue for success, yellow for a warning, vermilion for an error. They also differ in lightness.
const colourBlindDark: Palette = {
	hues: {
		red: '#ff8552',
		green: '#56b4e9',
		yellow: '#f0e442',
		blue: '#8ab4ff',
		magenta: '#c9a3f0',
		cyan: '#3fcfa6',
		pink: '#e3a0c6',
		muted: '#b9bec8',
		slate: '#93a5c9',
		grey: '#a3a9b4',
		line: '#666e80',
	},
	selected: '#26324a',
	sixteen: colourBlindDark16,
	eight: colourBlindDark8,
};

const colourBlindLight: Palette = {
	hues: {
		red: '#bc2b00',
		green: '#005fae',
		yellow: '#332a00',
		blue: '#1747c0',
		magenta: '#6f35a5',
		cyan: '#00664a',
		pink: '#8f2f7c',
		muted: '#3f4650',
		slate: '#46597f',
		grey: '#59606b',
		line: '#80868f',
	},
	selected: '#d6e4ff',
	sixteen: colourBlindLight16,
	eight: colourBlindLight8,
};
