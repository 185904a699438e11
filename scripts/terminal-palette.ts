import type {CellColor} from '../test/helpers/screen-cell.js';

/** The colours of the drawn terminal. */
export const terminalTheme = {
	foreground: '#d8dee9',
	background: '#12161d',
	titleBar: '#1d232e',
	border: '#323b4a',
};

const ansi = [
	'#3b4252',
	'#e06c75',
	'#98c379',
	'#e5c07b',
	'#61afef',
	'#c678dd',
	'#56b6c2',
	'#c8cdd6',
	'#6b7689',
	'#f08891',
	'#b5dd97',
	'#f2d08f',
	'#84c4ff',
	'#dc9bee',
	'#7bd3de',
	'#ffffff',
];

const hex = (...channels: number[]): string =>
	`#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;

/** xterm's 256 colours: 16 of the theme, a 6×6×6 cube and 24 greys. */
const paletteColor = (index: number): string => {
	if (index >= 232) {
		const grey = 8 + 10 * (index - 232);
		return hex(grey, grey, grey);
	}

	const cube = index - 16;
	const level = (value: number): number => (value === 0 ? 0 : 55 + 40 * value);
	return ansi[index] ?? hex(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
};

/** A cell's colour as `#rrggbb`. */
export const resolveColor = (color: CellColor, fallback: string): string => {
	if (color === 'default') {
		return fallback;
	}

	return typeof color === 'number' ? paletteColor(color) : color;
};
