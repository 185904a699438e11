import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Background} from '../../source/text/background.js';
import {channelsOf} from '../../source/text/palette-index.js';
import {type Palette, paletteOf, type ThemeName} from '../../source/text/palettes.js';
import {createTheme} from '../../source/text/theme.js';

const coloured: ReadonlyArray<readonly [ThemeName, Background]> = [
	['dark', 'dark'],
	['light', 'light'],
	['colour-blind', 'dark'],
	['colour-blind', 'light'],
];

type Colour = readonly number[];

function palette(theme: ThemeName, background: Background): Palette {
	const found = paletteOf(theme, background);
	assert.ok(found);
	return found;
}

const ink = (background: Background): Colour => (background === 'dark' ? [0, 0, 0] : [255, 255, 255]);

const linear = (colour: Colour): readonly number[] =>
	colour.map(channel => channel / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));

/** WCAG 2.2, contrast ratio. */
function contrast(one: Colour, other: Colour): number {
	const [dark = 0, light = 0] = [one, other]
		.map(linear)
		.map(([red = 0, green = 0, blue = 0]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
		.sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

/** xterm's own 16 colours, by their SGR parameter. */
const basic: Readonly<Record<number, Colour>> = {
	30: [0, 0, 0],
	31: [205, 0, 0],
	32: [0, 205, 0],
	33: [205, 205, 0],
	34: [0, 0, 238],
	35: [205, 0, 205],
	36: [0, 205, 205],
	37: [229, 229, 229],
	90: [127, 127, 127],
	91: [255, 0, 0],
	92: [0, 255, 0],
	93: [255, 255, 0],
	94: [92, 92, 255],
	95: [255, 0, 255],
	96: [0, 255, 255],
	97: [255, 255, 255],
};

/** The colour set by a text's first colour sequence, or `null` if there is none. */
function colourOf(styled: string): Colour | null {
	const indexed = /\u001B\[[34]8;5;(\d+)m/.exec(styled);
	if (indexed) {
		const index = Number(indexed[1]);
		const level = (value: number) => (value === 0 ? 0 : 55 + 40 * value);
		const cube = index - 16;
		return index >= 232
			? [1, 1, 1].map(() => 8 + 10 * (index - 232))
			: [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
	}

	const direct = /\u001B\[[34]8;2;(\d+);(\d+);(\d+)m/.exec(styled);
	const named = /\u001B\[([39]\d)m/.exec(styled);
	return direct?.slice(1).map(Number) ?? basic[Number(named?.[1])] ?? null;
}

/** One role for each hue of text, and that of frames. */
const textRoles = ['bad', 'good', 'warning', 'accent', 'thinking_delta', 'key', 'unknown', 'dim'];

for (const [name, background] of coloured) {
	for (const level of [1, 2, 3] as const) {
		const theme = createTheme(name, level, background);
		const shown = (role: string): Colour => {
			const colour = colourOf(theme.style('x', role));
			assert.ok(colour, `${role} has a colour`);
			return colour;
		};

		test(`${name} can be read on a ${background} background, at level ${level}`, () => {
			// Among xterm's 16 colours, only magenta on white narrowly misses.
			const least = level === 1 ? 4 : 4.5;
			for (const role of textRoles) {
				const ratio = contrast(shown(role), ink(background));
				assert.ok(ratio >= least, `${role}: ${ratio.toFixed(2)}`);
			}

			assert.ok(contrast(shown('line'), ink(background)) >= 3);
		});
	}

	test(`${name} can be read in a selected row on a ${background} background`, () => {
		for (const [level, least] of [
			[3, 4.5],
			[2, 3.9],
		] as const) {
			const theme = createTheme(name, level, background);
			const selected = colourOf(theme.selected('x'));
			assert.ok(selected);
			for (const role of textRoles) {
				const ratio = contrast(colourOf(theme.style('x', role)) ?? [], selected);
				assert.ok(ratio >= least, `${role} at level ${level}: ${ratio.toFixed(2)}`);
			}
		}
	});
}

test('a selected row keeps its background through every role', () => {
	for (const level of [1, 2, 3] as const) {
		const theme = createTheme('dark', level);
		const row = theme.selected([...textRoles, 'text_delta'].map(role => theme.style(role, role)).join(' '));
		assert.doesNotMatch(row, /\u001B\[0?m/);
		assert.equal(row.match(level === 1 ? /\u001B\[27m/g : /\u001B\[49m/g)?.length, 1);
	}
});

/** Machado, Oliveira and Fernandes 2009, severity 1. Linear RGB in and out. */
const blindness = {
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

const product = (matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] =>
	matrix.map(row => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));

/** Ottosson's Oklab, in which distances match how different colours look. */
function oklab(rgb: readonly number[]): readonly number[] {
	const cones = product(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005],
		],
		rgb.map(channel => Math.max(0, channel)),
	);
	return product(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766],
		],
		cones.map(Math.cbrt),
	);
}

/** The smallest distance between the colours for success, a warning and an error, as seen with this kind of colour vision. */
function nearest(theme: ThemeName, background: Background, eyes: keyof typeof blindness): number {
	const {green, yellow, red} = palette(theme, background).hues;
	const seen = [green, yellow, red].map(hue => oklab(product(blindness[eyes], linear(channelsOf(hue)))));
	return Math.min(
		...[0, 1, 2].map(index => {
			const other = seen[(index + 1) % 3] ?? [];
			return Math.hypot(...(seen[index] ?? []).map((value, axis) => value - (other[axis] ?? 0)));
		}),
	);
}

test('the colour-blind theme’s good, warning and error colours differ for all kinds of colour vision', () => {
	for (const eyes of ['protanopia', 'deuteranopia', 'tritanopia'] as const) {
		for (const background of ['dark', 'light'] as const) {
			const distance = nearest('colour-blind', background, eyes);
			assert.ok(distance > 0.1, `${eyes}, ${background}: ${distance.toFixed(3)}`);
		}
	}

	// Shows that the measure is meaningful: the other themes do not reach it.
	assert.ok(nearest('dark', 'dark', 'protanopia') < 0.05);
	assert.ok(nearest('light', 'light', 'deuteranopia') < 0.05);
});

test('the plain theme has styles but no colours, and neither if the terminal has no styles', () => {
	const plain = createTheme('plain', 3);
	assert.equal(plain.style('x', 'badTitle'), '\u001B[1mx\u001B[22m');
	assert.equal(plain.selected('x'), '\u001B[7mx\u001B[27m');
	for (const role of [...textRoles, 'line', 'user', 'code']) {
		assert.equal(colourOf(plain.style('x', role)), null);
	}

	for (const name of ['plain', 'dark', 'colour-blind'] as const) {
		const bare = createTheme(name, 0);
		assert.equal(bare.selected(bare.style('x', 'badTitle')), 'x');
	}
});

test('a role without a style is shown as plain text', () => {
	const theme = createTheme('dark', 3);
	assert.deepEqual([theme.style('x', undefined), theme.style('x', 'no such role')], ['x', 'x']);
});

test('with 16 colours, every hue has a colour chosen by hand, and red means an error alone', () => {
	const hues = ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'orange', 'grey', 'line'] as const;
	const table = coloured.map(([name, background]) =>
		hues.map(hue => palette(name, background).basic[hue]).join(' '),
	);
	assert.deepEqual(table, [
		'redBright green yellow blueBright magentaBright cyan yellowBright blackBright blackBright',
		'red blue magenta blue magenta blue magenta black blackBright',
		'redBright cyan yellowBright blueBright magentaBright cyanBright yellow blackBright blackBright',
		'red blue black blue magenta blue magenta black blackBright',
	]);
	for (const row of table) {
		assert.equal(row.split(' ').filter(colour => colour.startsWith('red')).length, 1);
	}
});
