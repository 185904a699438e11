import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Chalk} from 'chalk';
import fc from 'fast-check';
import inkMeasureText from '../../../node_modules/ink/build/measure-text.js';
import inkSanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';
import originalWidestLine from '../../../node_modules/widest-line/index.js';
import measureText from '../../../source/ui/ink/measure-text.js';
import sanitizeAnsi from '../../../source/ui/ink/sanitize-ansi.js';
import widestLine from '../../../source/ui/ink/widest-line.js';

const chalk = new Chalk({level: 3});
const piece = fc.oneof(
	fc.string({unit: 'grapheme', maxLength: 8}),
	fc.string({unit: 'binary', maxLength: 4}),
	fc.stringMatching(/^[a-z │✓]{0,12}$/).map(text => chalk.hex('#7aa2f7')(text)),
	fc.stringMatching(/^[a-z]{1,4}$/).map(text => chalk.bold.red(text)),
	fc.constantFrom(
		'\n',
		'\u001B[2J',
		'\u001B[31m',
		'\u001B[38:5:9mx',
		'é',
		'\u0301',
		'\t',
		'\u009B1m',
		'\u001B]8;;a\u0007b',
		'猫',
	),
);
const text = fc.array(piece, {maxLength: 12}).map(pieces => pieces.join(''));

test('texts are measured and cleaned as Ink does it', () => {
	fc.assert(
		fc.property(text, sample => {
			assert.deepEqual(measureText(sample), {...inkMeasureText(sample)});
			assert.equal(widestLine(sample), originalWidestLine(sample));
			assert.equal(sanitizeAnsi(sample), inkSanitizeAnsi(sample));
		}),
		{numRuns: 500},
	);
});
