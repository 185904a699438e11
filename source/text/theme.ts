import {Chalk, type ChalkInstance} from 'chalk';
import type {Background} from './background.js';
import {hyperlink} from './hyperlink.js';
import {paletteIndex} from './palette-index.js';
import {type Hue, type NamedColour, type Palette, paletteOf, type ThemeChoice} from './palettes.js';

export {isThemeChoice, type ThemeChoice, themeChoices} from './palettes.js';

/** How each role in a row is styled. A role that the theme does not name has no style. */
export type Theme = {
	/** Its name, which is `auto` only where the background is not known. */
	readonly name: ThemeChoice;
	/** What was chosen, which may be `auto`. */
	readonly choice: ThemeChoice;
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

/** What a terminal of the lowest level with colours has: some old ones lack the eight bright colours. */
export type BasicColours = 8 | 16;

/**
 * Makes a theme for a terminal with this colour level and background. The plain theme uses bold, italic and inverse text if the terminal
 * supports them, but no colours. `auto` is the theme for the background.
 */
export function createTheme(
	name: ThemeChoice,
	level: ColourLevel,
	background: Background = 'dark',
	hasLinks = false,
	basicColours: BasicColours = 16,
): Theme {
	const chalk = new Chalk({level});
	const palette = paletteOf(name, background);
	const roles = new Map(
		[...rolesOf(chalk, hue => (palette === null ? chalk : coloured(chalk, palette, hue, basicColours)))].map(
			([role, paint]) => [role, hasBackdrop(paint) ? wordsOnly(paint) : paint] as const,
		),
	);
	const selected = selectionOf(chalk, palette);
	return {
		name: name === 'auto' && background !== 'unknown' ? background : name,
		choice: name,
		style: (text, role) => (role === undefined ? text : (roles.get(role)?.(text) ?? text)),
		selected,
		hasLinks,
		link: (text, address) => (hasLinks ? hyperlink(text, address) : text),
	};
}

function coloured(
	chalk: ChalkInstance,
	palette: Palette,
	hue: Hue,
	basicColours: BasicColours,
): ChalkInstance {
	switch (chalk.level) {
		case 1: {
			return named(chalk, (basicColours === 8 ? palette.eight : palette.sixteen)[hue]);
		}

		case 2: {
			const colour = palette.hues[hue];
			return colour === null ? chalk : chalk.ansi256(paletteIndex(colour));
		}

		default: {
			const colour = palette.hues[hue];
			return colour === null ? chalk : chalk.hex(colour);
		}
	}
}

function named(chalk: ChalkInstance, {text, backdrop}: NamedColour): ChalkInstance {
	const onBackdrop = backdrop === undefined ? chalk : chalk[backdrop];
	return text === 'plain' ? onBackdrop : onBackdrop[text];
}

function hasBackdrop(paint: (text: string) => string): boolean {
	return /\u001B\[4\dm/.test(paint('x'));
}

/** The blanks around words are where the row goes on, so they get no backdrop. */
function wordsOnly(paint: (text: string) => string): (text: string) => string {
	return text => {
		const words = text.trim();
		const start = text.length - text.trimStart().length;
		return words === '' ? text : `${text.slice(0, start)}${paint(words)}${text.slice(start + words.length)}`;
	};
}

/** Inverse text would be a patchwork of all its colours, so it has none. */
function selectionOf(chalk: ChalkInstance, palette: Palette | null): (text: string) => string {
	if (palette === null || chalk.level === 0) {
		return text => chalk.inverse(text);
	}

	if (chalk.level === 1 || palette.selected === null) {
		return text => chalk.inverse(text.replaceAll(/\u001B\[[\d;]*m/g, ''));
	}

	const painted = backdrop(chalk, palette.selected);
	return text => painted(text);
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
			tab: of('blue').bold,
			key: of('cyan'),
			// The conversation
			user: of('blue').bold,
			assistant: chalk.bold,
			thinking: of('grey').italic,
			tool: of('pink'),
			citation: of('cyan'),
			// Markdown
			heading: of('blue').bold,
			emphasis: chalk.italic,
			strikethrough: chalk.strikethrough,
			code: of('cyan'),
			link: chalk.underline,
			keyword: of('magenta'),
			name: of('blue'),
			literal: of('cyan'),
			// The events
			request: of('blue'),
			response: of('cyan'),
			message_start: of('cyan').bold,
			text_delta: of('muted'),
			compaction_delta: of('pink'),
			content_block_delta: of('muted'),
			content_block_start: of('cyan'),
			thinking_delta: of('magenta'),
			input_json_delta: of('pink'),
			signature_delta: of('grey'),
			citations_delta: of('cyan'),
			content_block_stop: of('cyan'),
			message_delta: of('cyan').bold,
			message_stop: of('cyan').bold,
			ping: of('grey'),
			error: of('red').bold,
			unknown: of('yellow'),
			body: of('cyan'),
			end: of('grey'),
			// JSON
			jsonKey: of('slate'),
			string: of('muted'),
			number: of('muted'),
			boolean: of('muted'),
			null: of('muted'),
			punctuation: of('grey'),
			// Drawings
			bar: of('blue'),
			peak: of('yellow'),
			axis: of('grey'),
			mark: of('blue').bold,
		}),
	);
}
