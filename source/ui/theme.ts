import {Chalk, type ChalkInstance} from 'chalk';

/** How each role of a row is styled. A role that a theme does not name is shown plainly. */
export type Theme = {
	readonly name: ThemeName;
	style(text: string, role: string | undefined): string;
	/** The background of a selected row; the row carries a sign as well. */
	selected(text: string): string;
};

export const themeNames = ['dark', 'light', 'colour-blind', 'plain'] as const;
export type ThemeName = (typeof themeNames)[number];

export function isThemeName(name: string): name is ThemeName {
	return themeNames.some(known => known === name);
}

type Palette = {
	readonly red: string;
	readonly green: string;
	readonly yellow: string;
	readonly blue: string;
	readonly magenta: string;
	readonly cyan: string;
	readonly orange: string;
	readonly grey: string;
	readonly line: string;
	readonly selected: string;
};

const palettes: Readonly<Record<Exclude<ThemeName, 'plain'>, Palette>> = {
	dark: {
		red: '#ff6b6b',
		green: '#8bd17c',
		yellow: '#e5c07b',
		blue: '#7aa2f7',
		magenta: '#c792ea',
		cyan: '#7fdbca',
		orange: '#f5a97f',
		grey: '#8a8f98',
		line: '#4b5263',
		selected: '#2f3a52',
	},
	light: {
		red: '#b3261e',
		green: '#2e6b1f',
		yellow: '#7a5a00',
		blue: '#1d4ed8',
		magenta: '#8b2fa0',
		cyan: '#00695f',
		orange: '#a84300',
		grey: '#5f6570',
		line: '#a0a6b0',
		selected: '#d6e4ff',
	},
	// After Okabe and Ito: told apart with any of the common kinds of colour blindness.
	'colour-blind': {
		red: '#d55e00',
		green: '#56b4e9',
		yellow: '#f0e442',
		blue: '#4f9bd6',
		magenta: '#cc79a7',
		cyan: '#009e73',
		orange: '#e69f00',
		grey: '#999999',
		line: '#606060',
		selected: '#33415c',
	},
};

/** Makes a theme for a terminal that can show `level` colours (chalk's levels, 0 to 3). */
export function createTheme(name: ThemeName, level: 0 | 1 | 2 | 3): Theme {
	const chalk = new Chalk({level: name === 'plain' ? 0 : level});
	const palette = palettes[name === 'plain' ? 'dark' : name];
	const roles = rolesOf(chalk, palette);
	const background = chalk.bgHex(palette.selected);
	return {
		name,
		style: (text, role) => (role === undefined ? text : (roles[role]?.(text) ?? text)),
		selected: text => background(text),
	};
}

function rolesOf(chalk: ChalkInstance, p: Palette): Readonly<Record<string, (text: string) => string>> {
	const of = (colour: string) => chalk.hex(colour);
	return {
		// The screen
		dim: of(p.grey),
		line: of(p.line),
		focus: of(p.blue),
		title: chalk.bold,
		strong: chalk.bold,
		accent: of(p.blue),
		good: of(p.green),
		warning: of(p.yellow),
		bad: of(p.red),
		badTitle: of(p.red).bold,
		lit: chalk.inverse,
		tab: chalk.bold.inverse,
		key: of(p.cyan),
		// The conversation
		user: of(p.blue).bold,
		assistant: of(p.orange).bold,
		thinking: of(p.grey).italic,
		tool: of(p.yellow),
		citation: of(p.cyan),
		// Markdown
		heading: of(p.blue).bold,
		emphasis: chalk.italic,
		strikethrough: chalk.strikethrough,
		code: of(p.cyan),
		link: chalk.underline,
		keyword: of(p.magenta),
		name: of(p.blue),
		// The events
		request: of(p.blue),
		response: of(p.blue),
		message_start: of(p.green),
		content_block_start: of(p.cyan),
		text_delta: chalk.reset,
		thinking_delta: of(p.magenta),
		input_json_delta: of(p.yellow),
		signature_delta: of(p.grey),
		citations_delta: of(p.cyan),
		content_block_stop: of(p.cyan),
		message_delta: of(p.green),
		message_stop: of(p.green),
		ping: of(p.grey),
		error: of(p.red).bold,
		unknown: of(p.orange),
		body: of(p.blue),
		end: of(p.grey),
		// JSON
		jsonKey: of(p.blue),
		string: of(p.green),
		number: of(p.orange),
		boolean: of(p.magenta),
		null: of(p.magenta),
		punctuation: of(p.grey),
		// Drawings
		bar: of(p.blue),
		peak: of(p.red),
		axis: of(p.grey),
		mark: of(p.orange),
	};
}
