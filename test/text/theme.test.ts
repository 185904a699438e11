import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Background} from '../../source/text/background.js';
import {channelsOf} from '../../source/text/palette-index.js';
import {type Hue, type Palette, paletteOf, type ThemeName} from '../../source/text/palettes.js';
import {type BasicColours, createTheme, themeRoles} from '../../source/text/theme.js';

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

const other = (background: Background): Background => (background === 'dark' ? 'light' : 'dark');

/**
 * Of xterm's 16 colours, magenta on white narrowly misses, and so does dark red on black, the only red of eight. No green can be read well on
 * white; it is green all the same, because it says that all is well, and stands beside a sign that says so too.
 */
function leastOfBasic(role: string, background: Background, colours: BasicColours): number {
	if (role === 'good' && background === 'light') {
		return 2;
	}

	return role === 'bad' && colours === 8 ? 3.5 : 4;
}

/** The colour of a text's backdrop, or `null` if it has none. */
function backdropOf(styled: string): Colour | null {
	const code = /\u001B\[(4[0-7])m/.exec(styled)?.[1];
	return code === undefined ? null : (basic[Number(code) - 10] ?? null);
}

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
const textRoles = [
	'bad',
	'good',
	'warning',
	'accent',
	'thinking_delta',
	'key',
	'tool',
	'string',
	'jsonKey',
	'dim',
];

for (const [name, background] of coloured) {
	for (const [level, basicColours] of [
		[1, 8],
		[1, 16],
		[2, 16],
		[3, 16],
	] as const) {
		const theme = createTheme(name, level, background, false, basicColours);
		const ratioOf = (role: string): number => {
			const styled = theme.style('x', role);
			return contrast(colourOf(styled) ?? ink(other(background)), backdropOf(styled) ?? ink(background));
		};

		test(`${name} can be read on a ${background} background, at level ${level} with ${basicColours} basic colours`, () => {
			for (const role of textRoles) {
				const least = level > 1 ? 4.5 : leastOfBasic(role, background, basicColours);
				assert.ok(ratioOf(role) >= least, `${role}: ${ratioOf(role).toFixed(2)}`);
			}

			assert.ok(ratioOf('line') >= 3);
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
	const seen = [green, yellow, red].map(hue =>
		oklab(product(blindness[eyes], linear(channelsOf(hue ?? '')))),
	);
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

const hues: readonly Hue[] = [
	'red',
	'green',
	'yellow',
	'blue',
	'magenta',
	'cyan',
	'pink',
	'muted',
	'slate',
	'grey',
	'line',
];

/** The roles that say how something stands. `peak` is the longest gap, and an unknown type needs a look. */
const stateRoles = ['good', 'warning', 'bad', 'badTitle', 'error', 'unknown', 'peak'];

/** A palette's named colours in the order of the hues. */
function basicNames(theme: ThemeName, background: Background, depth: 'eight' | 'sixteen'): readonly string[] {
	return hues.map(hue => {
		const {text, backdrop} = palette(theme, background)[depth][hue];
		return backdrop === undefined ? text : `${text}/${backdrop}`;
	});
}

test('with 16 and with 8 colours, every hue has a colour chosen by hand', () => {
	const table = coloured.flatMap(([theme, background]) =>
		(['sixteen', 'eight'] as const).map(depth => basicNames(theme, background, depth).join(' ')),
	);
	assert.deepEqual(table, [
		'redBright green yellow blueBright magenta cyan magentaBright white blackBright blackBright blackBright',
		'red green yellow cyan magenta cyan magenta white dim dim dim',
		'red green black/bgYellow blue magenta blue magenta plain blackBright blackBright blackBright',
		'red green black/bgYellow blue magenta blue magenta plain dim dim dim',
		'redBright cyan yellowBright blueBright magenta blueBright magentaBright white blackBright blackBright blackBright',
		'red cyan yellow white magenta white magenta white dim dim dim',
		'red blue black/bgYellow plain magenta plain magenta plain blackBright blackBright blackBright',
		'red blue black/bgYellow plain magenta plain magenta plain dim dim dim',
	]);
});

test('with 16 and with 8 colours, green, yellow and red are what they are called, and mean a state alone', () => {
	for (const background of ['dark', 'light'] as const) {
		for (const depth of ['sixteen', 'eight'] as const) {
			const [red = '', green = '', yellow = '', ...others] = basicNames(background, background, depth);
			assert.match(red, /^red/);
			assert.match(green, /^green/);
			assert.match(yellow, /[yY]ellow$/);
			assert.doesNotMatch(others.join(' '), /red|green|yellow/i);
		}
	}
});

test('green, yellow and red mean a state, in no event, JSON or code', () => {
	const theme = createTheme('dark', 3);
	const colours = (roles: readonly string[]) => roles.map(role => String(colourOf(theme.style('x', role))));
	const states = colours(['good', 'warning', 'bad']);
	const others = themeRoles.filter(role => !stateRoles.includes(role));
	assert.deepEqual(
		others.filter(role => states.includes(String(colourOf(theme.style('x', role))))),
		[],
	);
});

test('a warning on white stands on a yellow backdrop, where 16 colours have no yellow that can be read', () => {
	assert.equal(
		createTheme('light', 1, 'light').style('x', 'warning'),
		'\u001B[43m\u001B[30mx\u001B[39m\u001B[49m',
	);
	assert.equal(
		createTheme('light', 1, 'light').style('  x y   ', 'warning'),
		'  \u001B[43m\u001B[30mx y\u001B[39m\u001B[49m   ',
	);
	assert.equal(createTheme('light', 1, 'light').style('   ', 'warning'), '   ');
	assert.doesNotMatch(createTheme('light', 2, 'light').style('x', 'warning'), /\u001B\[4/);
});

test('a selected row of 16 colours is inverse and has no colours of its own', () => {
	const theme = createTheme('dark', 1);
	const row = theme.selected(`${theme.style('a', 'good')} ${theme.style('b', 'error')}`);
	assert.equal(row, '\u001B[7ma b\u001B[27m');
});

for (const level of [1, 2, 3] as const) {
	test(`where the background is not known, everything can be read on black and on white, at level ${level}`, () => {
		const theme = createTheme('auto', level, 'unknown');
		for (const role of [...textRoles, 'line']) {
			const styled = theme.style('x', role);
			const colour = colourOf(styled);
			for (const background of ['dark', 'light'] as const) {
				const ratio = contrast(colour ?? ink(other(background)), backdropOf(styled) ?? ink(background));
				const least = level === 1 && role === 'good' && background === 'light' ? 2 : 3.8;
				assert.ok(ratio >= least, `${role} on ${background}: ${ratio.toFixed(2)}`);
			}
		}

		assert.equal(theme.selected(theme.style('x', 'bad')), '\u001B[7mx\u001B[27m');
	});
}

test('the automatic theme is the one for the background, and says so', () => {
	for (const background of ['dark', 'light'] as const) {
		const theme = createTheme('auto', 3, background);
		assert.equal(theme.name, background);
		assert.equal(theme.style('x', 'good'), createTheme(background, 3, background).style('x', 'good'));
	}

	assert.equal(createTheme('auto', 3, 'unknown').name, 'auto');
});
