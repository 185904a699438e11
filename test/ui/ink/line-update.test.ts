import assert from 'node:assert/strict';
import {test} from 'node:test';
import xterm from '@xterm/headless';
import {Chalk} from 'chalk';
import fc from 'fast-check';
import lineUpdate from '../../../source/ui/ink/line-update.js';

const chalk = new Chalk({level: 2});
const styles = [
	(text: string) => text,
	(text: string) => chalk.hex('#7aa2f7')(text),
	(text: string) => chalk.bold(text),
	(text: string) => chalk.hex('#ff6b6b').bold(text),
	(text: string) => chalk.bgHex('#2f3a52')(chalk.red(text)),
	(text: string) => chalk.inverse(text),
	(text: string) => chalk.dim.italic(text),
];

const row = fc
	.array(fc.tuple(fc.stringMatching(/^[a-c0-9 │✓●]{0,9}$/), fc.nat({max: styles.length - 1})), {maxLength: 6})
	.map(pieces =>
		pieces
			.map(([text, style]) => (styles[style] ?? String)(text))
			.join('')
			.trimEnd(),
	);

/** The cells that a terminal of 60 columns shows after it has written something into an empty row. */
async function cellsAfter(written: string): Promise<readonly string[]> {
	const terminal = new xterm.Terminal({cols: 60, rows: 2, allowProposedApi: true});
	await new Promise<void>(resolve => terminal.write(written, resolve));
	const line = terminal.buffer.active.getLine(0);
	return Array.from({length: 60}, (_, x) => {
		const cell = line?.getCell(x);
		const attributes = [
			cell?.isBold(),
			cell?.isDim(),
			cell?.isItalic(),
			cell?.isInverse(),
			cell?.getFgColor(),
			cell?.getBgColor(),
		];
		return `${cell?.getChars() || ' '} ${attributes.join(' ')}`;
	});
}

test('an updated row looks as if it had been written afresh', async () => {
	await fc.assert(
		fc.asyncProperty(row, row, async (previous, next) => {
			assert.deepEqual(await cellsAfter(previous + lineUpdate(previous, next, 60)), await cellsAfter(next));
		}),
	);
});

test('several updates one after the other leave no style behind', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(row, {minLength: 2, maxLength: 8}), async rows => {
			const updates = rows.map((next, index) => lineUpdate(rows[index - 1] ?? '', next, 60));
			assert.deepEqual(
				await cellsAfter(`${updates.join('')}\u001B[60Gx`),
				await cellsAfter(`${rows.at(-1)}\u001B[60Gx`),
			);
		}),
	);
});

test('cells that stay are not written again', () => {
	const update = lineUpdate(
		'│ 41  12.5 ✓ content_block_delta "Cats" │',
		'│ 42  13.0 ✓ content_block_delta "meow" │',
		60,
	);
	assert.equal(update, '\u001B[4G2  13.0\u001B[35Gmeow');
});

test('a row with an emoji is written as Ink writes it', () => {
	assert.match(lineUpdate('a 👩‍👩‍👧 b', 'a 👩‍👩‍👧 c', 60), /c$/);
});
