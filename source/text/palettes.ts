import type {ForegroundColorName} from 'chalk';
import type {Background} from './background.js';

export const themeNames = ['dark', 'light', 'colour-blind', 'plain'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The themes a user can choose. `auto` follows the terminal's background. */
export const themeChoices = ['auto', ...themeNames] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export function isThemeChoice(name: string): name is ThemeChoice {
	return themeChoices.some(known => known === name);
}

/** The hues of a theme. `line` is for frames, the others are for text. */
export type Hue = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'orange' | 'grey' | 'line';

export type Palette = {
	/** As `#rrggbb`, for terminals of 256 colours and more. */
	readonly hues: Readonly<Record<Hue, string>>;
	/** The background of a selected row, as `#rrggbb`. */
	readonly selected: string;
	/** The hues for terminals with 16 colours: those readable on this background in xterm's default palette. */
	readonly basic: Readonly<Record<Hue, ForegroundColorName>>;
};

/** The palette of a theme on a background, or `null` for the plain theme. The dark and light themes ignore the background. */
export function paletteOf(theme: ThemeName, background: Background): Palette | null {
	switch (theme) {
		case 'dark': {
			return dark;
		}

		case 'light': {
			return light;
		}

		case 'colour-blind': {
			return background === 'dark' ? colourBlindDark : colourBlindLight;
		}

		case 'plain': {
			return null;
		}
	}
}

const dark: Palette = {
	hues: {
		red: '#ff7b7b',
		green: '#8bd17c',
		yellow: '#e5c07b',
		blue: '#82aaff',
		magenta: '#c792ea',
		cyan: '#7fdbca',
		orange: '#f5a97f',
		grey: '#a3a9b4',
		line: '#666e80',
	},
	selected: '#26324a',
	basic: {
		red: 'redBright',
		green: 'green',
		yellow: 'yellow',
		blue: 'blueBright',
		magenta: 'magentaBright',
		cyan: 'cyan',
		orange: 'yellowBright',
		grey: 'blackBright',
		line: 'blackBright',
	},
};

const light: Palette = {
	hues: {
		red: '#b3261e',
		green: '#2e6b1f',
		yellow: '#665500',
		blue: '#1747c0',
		magenta: '#8b2fa0',
		cyan: '#00695f',
		orange: '#963c00',
		grey: '#59606b',
		line: '#80868f',
	},
	selected: '#d6e4ff',
	// In most 16-colour palettes, green, yellow and cyan are too bright on a white background. Red is kept for what went wrong.
	basic: {
		red: 'red',
		green: 'blue',
		yellow: 'magenta',
		blue: 'blue',
		magenta: 'magenta',
		cyan: 'blue',
		orange: 'magenta',
		grey: 'black',
		line: 'blackBright',
	},
};

// After Okabe and Ito: blue for success, yellow for a warning, vermilion for an error. They also differ in lightness.
const colourBlindDark: Palette = {
	hues: {
		red: '#ff8552',
		green: '#56b4e9',
		yellow: '#f0e442',
		blue: '#8ab4ff',
		magenta: '#e3a0c6',
		cyan: '#3fcfa6',
		orange: '#e6a832',
		grey: '#a3a9b4',
		line: '#666e80',
	},
	selected: '#26324a',
	basic: {
		red: 'redBright',
		green: 'cyan',
		yellow: 'yellowBright',
		blue: 'blueBright',
		magenta: 'magentaBright',
		cyan: 'cyanBright',
		orange: 'yellow',
		grey: 'blackBright',
		line: 'blackBright',
	},
};

const colourBlindLight: Palette = {
	hues: {
		red: '#bc2b00',
		green: '#005fae',
		yellow: '#332a00',
		blue: '#1747c0',
		magenta: '#8f2f7c',
		cyan: '#00664a',
		orange: '#7a4c00',
		grey: '#59606b',
		line: '#80868f',
	},
	selected: '#d6e4ff',
	basic: {
		red: 'red',
		green: 'blue',
		yellow: 'black',
		blue: 'blue',
		magenta: 'magenta',
		cyan: 'blue',
		orange: 'magenta',
		grey: 'black',
		line: 'blackBright',
	},
};
