import {Chalk, type ChalkInstance} from 'chalk';
import type {Background} from './background.js';
import {hyperlink} from './hyperlink.js';
import {paletteIndex} from './palette-index.js';
import {type Hue, type Palette, paletteOf, type ThemeName} from './palettes.js';

export {isThemeChoice, type ThemeChoice, type ThemeName, themeChoices} from './palettes.js';

/** How each role in a row is styled. A role that the theme does not name has no style. */
export type Theme = {
	readonly name: ThemeName;
	style(text: string, role: string | undefined): string;
	/** The background of a selected row, which is also marked with a character. */
	selected(text: string): string;
	/** Whether the terminal can show hyperlinks. */
	readonly hasLinks: boolean;
	/** Makes painted text a hyperlink, if the terminal can show one. */
	link(text: string, address: string): string;
};

/**
 * The roles that have a style of their own. Tests check that every role in the vocabulary is listed here.
 *
 * @public
 */
export const themeRoles: readonly string[] = [
	...rolesOf(new Chalk({level: 0}), () => new Chalk({level: 0})).keys(),
];

/** chalk's levels: no styles, 16 colours, 256 colours, true colour. */
export type ColourLevel = 0 | 1 | 2 | 3;

/**
 * Makes a theme for a terminal with this colour level and background. The plain theme uses bold, italic and inverse text if the terminal
 * supports them, but no colours.
 */
export function createTheme(
	name: ThemeName,
	level: ColourLevel,
	background: Background = 'dark',
	hasLinks = false,
): Theme {
	const chalk = new Chalk({level});
	const palette = paletteOf(name, background);
	const roles = rolesOf(chalk, hue => (palette === null ? chalk : coloured(chalk, palette, hue)));
	const selected = palette === null || level === 1 ? chalk.inverse : backdrop(chalk, palette.selected);
	return {
		name,
		style: (text, role) => (role === undefined ? text : (roles.get(role)?.(text) ?? text)),
		selected: text => selected(text),
		hasLinks,
		link: (text, address) => (hasLinks ? hyperlink(text, address) : text),
	};
}

function coloured(chalk: ChalkInstance, {hues, basic}: Palette, hue: Hue): ChalkInstance {
	switch (chalk.level) {
		case 1: {
			return chalk[basic[hue]];
		}

		case 2: {
			return chalk.ansi256(paletteIndex(hues[hue]));
		}

		default: {
			return chalk.hex(hues[hue]);
		}
	}
}

function backdrop(chalk: ChalkInstance, colour: string): ChalkInstance {
	return chalk.level === 2 ? chalk.bgAnsi256(paletteIndex(colour)) : chalk.bgHex(colour);
}

function rolesOf(
	chalk: ChalkInstance,
	of: (hue: Hue) => ChalkInstance,
): ReadonlyMap<string, (text: string) => string> {
	return new Map(
		Object.entries({
			// The screen
			dim: of('grey'),
			line: of('line'),
			focus: of('blue'),
			title: chalk.bold,
			strong: chalk.bold,
			accent: of('blue'),
			good: of('green'),
			warning: of('yellow'),
			bad: of('red'),
			badTitle: of('red').bold,
			highlight: chalk.inverse,
			tab: chalk.bold.inverse,
			key: of('cyan'),
			// The conversation
			user: of('blue').bold,
			assistant: of('orange').bold,
			thinking: of('grey').italic,
			tool: of('yellow'),
			citation: of('cyan'),
			// Markdown
			heading: of('blue').bold,
			emphasis: chalk.italic,
			strikethrough: chalk.strikethrough,
			code: of('cyan'),
			link: chalk.underline,
			keyword: of('magenta'),
			name: of('blue'),
			// The events
			request: of('blue'),
			response: of('blue'),
			message_start: of('green'),
			text_delta: (text: string) => text,
			compaction_delta: of('yellow'),
			content_block_delta: (text: string) => text,
			content_block_start: of('cyan'),
			thinking_delta: of('magenta'),
			input_json_delta: of('yellow'),
			signature_delta: of('grey'),
			citations_delta: of('cyan'),
			content_block_stop: of('cyan'),
			message_delta: of('green'),
			message_stop: of('green'),
			ping: of('grey'),
			error: of('red').bold,
			unknown: of('orange'),
			body: of('blue'),
			end: of('grey'),
			// JSON
			jsonKey: of('blue'),
			string: of('green'),
			number: of('orange'),
			boolean: of('magenta'),
			null: of('magenta'),
			punctuation: of('grey'),
			// Drawings
			bar: of('blue'),
			peak: of('red'),
			axis: of('grey'),
			mark: of('orange'),
		}),
	);
}
