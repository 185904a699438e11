import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Chalk} from 'chalk';
import fc from 'fast-check';
import InkOutput from '../../../node_modules/ink/build/output.js';
import originalWidth from '../../../node_modules/string-width/index.js';
import {textWidth} from '../../../source/text/text-width.js';
import LineOutput from '../../../source/ui/ink/line-output.js';
import stringWidth from '../../../source/ui/ink/string-width.js';

const chalk = new Chalk({level: 3});
const styles = [
	(text: string) => text,
	(text: string) => chalk.hex('#7aa2f7')(text),
	(text: string) => chalk.bold(text),
	(text: string) => chalk.bgHex('#2f3a52')(chalk.red(text)),
];

type Cell = {readonly value: string; readonly styles: string};

/** What a terminal would show: each character with the styles that are on at it. */
function cellsOf(row: string): readonly Cell[] {
	const cells: Cell[] = [];
	let on = {foreground: '', background: '', bold: ''};
	for (const part of row.split(/(\u001B\[[\d;]*m)/)) {
		if (part.startsWith('\u001B')) {
			on = {...on, ...styleOf(part.slice(2, -1))};
		} else {
			cells.push(...[...part].map(value => ({value, styles: Object.values(on).join(' ')})));
		}
	}

	return cells;
}

/** Blank cells without a style at the end of a row are as good as none. */
function shownCells(row: string): readonly Cell[] {
	const cells = cellsOf(row);
	return cells.slice(0, cells.findLastIndex(({value, styles}) => value !== ' ' || styles.trim() !== '') + 1);
}

function styleOf(code: string): {foreground?: string; background?: string; bold?: string} {
	switch (code[0]) {
		case '3': {
			return {foreground: code === '39' ? '' : code};
		}

		case '4': {
			return {background: code === '49' ? '' : code};
		}

		default: {
			return {bold: code === '22' ? '' : code};
		}
	}
}

const piece = fc.record({
	text: fc.stringMatching(/^[a-z0-9 │✓●→…äß"{}:,]{1,12}$/),
	style: fc.nat({max: styles.length - 1}),
	gap: fc.nat({max: 4}),
});

test('a frame built from rows shows the same as a frame built from cells', () => {
	fc.assert(
		fc.property(fc.array(fc.array(piece, {maxLength: 4}), {minLength: 1, maxLength: 6}), rows => {
			const [quick, original] = [LineOutput, InkOutput].map(Output => {
				const output = new Output({width: 80, height: rows.length});
				for (const [y, pieces] of rows.entries()) {
					let x = 0;
					for (const {text, style, gap} of pieces) {
						x += gap;
						output.write(x, y, (styles[style] ?? String)(text), {transformers: []});
						x += textWidth(text);
					}
				}

				return output.get();
			});
			assert.equal(quick?.height, original?.height);
			assert.deepEqual(quick?.output.split('\n').map(cellsOf), original?.output.split('\n').map(cellsOf));
		}),
	);
});

test('a text of many rows is drawn as Ink draws it, even if a style continues in the next row', () => {
	const rows = fc.array(fc.array(piece, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 4});
	fc.assert(
		fc.property(rows, fc.nat({max: styles.length - 1}), fc.boolean(), (parts, style, isAcross) => {
			const lines = parts.map(row => row.map(one => (styles[one.style] ?? String)(one.text)).join(''));
			// chalk closes its styles at each line feed, so one that goes on is written by hand.
			const text = isAcross
				? `\u001B[1m${lines.join('\n')}\u001B[22m`
				: (styles[style] ?? String)(lines.join('\n'));
			const [quick, original] = [LineOutput, InkOutput].map(Output => {
				const output = new Output({width: 80, height: lines.length});
				output.write(2, 0, text, {transformers: []});
				return output.get();
			});
			assert.deepEqual(
				quick?.output.split('\n').map(shownCells),
				original?.output.split('\n').map(shownCells),
			);
		}),
	);
});

test('texts that overlap are drawn as Ink draws them', () => {
	const [quick, original] = [LineOutput, InkOutput].map(Output => {
		const output = new Output({width: 20, height: 1});
		output.write(0, 0, 'abcdef', {transformers: []});
		output.write(3, 0, 'XY', {transformers: []});
		return output.get();
	});
	assert.equal(quick?.output, 'abcXYf');
	assert.deepEqual(quick, original);
});

test('a text that is clipped is drawn as Ink draws it', () => {
	const output = new LineOutput({width: 20, height: 1});
	output.clip({x1: 0, x2: 3, y1: undefined, y2: undefined});
	output.write(0, 0, 'abcdef', {transformers: []});
	output.unclip();
	assert.deepEqual(output.get(), {output: 'abc', height: 1});
});

test('transformers see each line with its number', () => {
	const output = new LineOutput({width: 20, height: 2});
	output.write(1, 0, 'a\nb', {transformers: [(line, index) => `${index}${line}`]});
	assert.equal(output.get().output, ' 0a\n 1b');
});

test('after an emoji the next piece is put at its column by number', () => {
	const output = new LineOutput({width: 20, height: 1});
	output.write(0, 0, '👩‍👩‍👧', {transformers: []});
	output.write(10, 0, '│', {transformers: []});
	assert.equal(output.get().output, '👩‍👩‍👧\u001B[11G│');
});

test('the quick width is the width of string-width', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({unit: 'grapheme'}), fc.string({unit: 'binary'})), text => {
			assert.equal(stringWidth(text), originalWidth(text));
			assert.equal(stringWidth(chalk.red(text)), originalWidth(chalk.red(text)));
		}),
	);
	for (let code = 0x20; code < 0x3000; code++) {
		const character = String.fromCharCode(code);
		assert.equal(stringWidth(character), originalWidth(character), `U+${code.toString(16)}`);
		assert.equal(
			stringWidth(`a${character}b`),
			originalWidth(`a${character}b`),
			`U+${code.toString(16)} among letters`,
		);
	}
});
