import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {filmToSvg, type Shot} from '../../scripts/film-to-svg.js';
import {createTerminalScreen} from '../helpers/terminal-screen.js';

/** The shots of a screen of 6×3 cells that shows each of these outputs for a second. */
async function film(...outputs: readonly string[]): Promise<string> {
	const shots: Shot[] = [];
	for (const [index, output] of outputs.entries()) {
		const screen = createTerminalScreen({columns: 6, rows: 3});
		await screen.feed(`\u001B[?25l${output}`);
		shots.push({cells: screen.cells(), cursor: screen.cursor(), at: 1000 * index});
		screen.dispose();
	}

	return filmToSvg(shots, 'a film', 1000);
}

/** The groups of elements, each with its class if it moves, whether it is hidden without animation, and its texts. */
const groupsOf = (svg: string) =>
	svg
		.slice(svg.indexOf('</defs>'))
		.split('\n')
		.filter(line => line.startsWith('<g'))
		.map(line => ({
			name: /^<g class="a (k\d+)"/.exec(line)?.[1] ?? null,
			isHidden: /^<g [^>]*visibility="hidden"/.test(line),
			texts: [...line.matchAll(/>([^<>]+)</g)].map(([, text]) => text),
		}));

const ruleOf = (svg: string, name: string | null) =>
	svg.match(new RegExp(`@keyframes ${name}\\{(.*?\\})\\}`))?.[1];

test('what is seen all the time does not move, and the rest is seen from its first to its last shot', async () => {
	const svg = await film('abc', 'abc\r\nde', 'abc\r\nfg');
	const [still, second, third] = groupsOf(svg);
	assert.deepEqual(still, {name: null, isHidden: false, texts: ['abc']});
	assert.deepEqual([second?.texts, second?.isHidden], [['de'], true]);
	assert.deepEqual([third?.texts, third?.isHidden], [['fg'], false]);
	assert.equal(
		ruleOf(svg, second?.name ?? null),
		'0%{visibility:hidden}33.33%{visibility:visible}66.67%{visibility:hidden}',
	);
	assert.equal(ruleOf(svg, third?.name ?? null), '0%{visibility:hidden}66.67%{visibility:visible}');
	assert.match(svg, /\.a\{animation:3s step-end infinite\}/);
});

test('nothing moves for those who want no motion', async () => {
	const svg = await film('a', 'b');
	const [before = '', rules = ''] = svg.split('@media (prefers-reduced-motion:no-preference){');
	assert.doesNotMatch(before, /animation/);
	assert.match(rules, /animation/);
});

test('what is drawn in several rows is in the file once', async () => {
	const svg = await film('same', '\r\nsame', '\r\n\r\nsame');
	assert.equal(svg.split('>same<').length - 1, 1);
	assert.deepEqual(
		[...svg.matchAll(/<use href="#p0" y="(\d+)"/g)].map(([, y]) => y),
		['0', '18', '36'],
	);
});

test('a row is divided where panes meet, so that only the pane that changes is drawn again', async () => {
	const rows = (right: string) => `ab│${right}\r\ncd│x\r\nef│y`;
	const svg = await film(rows('1'), rows('2'));
	assert.equal(svg.split('>ab<').length - 1, 1);
});

test('the README’s picture moves, is not too large, and respects those who want no motion', () => {
	const svg = readFileSync(new URL('../../docs/picture.svg', import.meta.url), 'utf8');
	assert.ok(svg.length < 300_000, String(svg.length));
	assert.match(svg, /prefers-reduced-motion/);
	assert.match(svg, /@keyframes/);
});
