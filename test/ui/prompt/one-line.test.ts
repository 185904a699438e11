import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {layoutOneLine} from '../../../source/ui/prompt/layout-one-line.js';
import {oneLine, runOneLineCommand} from '../../../source/ui/prompt/one-line.js';
import {promptKeys} from '../../../source/ui/prompt/prompt-keys.js';
import {anyText} from './any-text.js';

describe('a line', () => {
	it('turns newlines into spaces, pasted or set', () => {
		assert.equal(oneLine('a\nb\r\nc').text, 'a b c');
		assert.equal(runOneLineCommand(oneLine(''), {name: 'paste', text: 'a\r\nb\rc\n'}).text, 'a b c ');
	});

	it('stays one line, whatever is pressed', () => {
		const anyCommand = fc.oneof(
			fc.constantFrom(...promptKeys.map(({action}) => ({name: action}))),
			anyText.map(text => ({name: 'paste' as const, text})),
		);
		fc.assert(
			fc.property(anyText, fc.array(anyCommand), (text, commands) => {
				const line = commands.reduce(runOneLineCommand, oneLine(text));
				assert.ok(!line.text.includes('\n'));
				assert.equal(line.search, null);
			}),
		);
	});

	it('is shown from its start while it fits, and else around the cursor', () => {
		assert.deepEqual(layoutOneLine(oneLine('short'), 10), {shown: 'short', column: 5});
		assert.deepEqual(layoutOneLine(oneLine('abcdefghijkl'), 10), {shown: 'defghijkl', column: 9});
		const start = runOneLineCommand(oneLine('abcdefghijkl'), {name: 'lineStart'});
		assert.deepEqual(layoutOneLine(start, 10), {shown: 'abcdefghij', column: 0});
		assert.deepEqual(layoutOneLine(oneLine('漢字漢字漢字'), 6), {shown: '漢字', column: 4});
	});

	it('never takes more cells than there are, and has its cursor inside', () => {
		fc.assert(
			fc.property(anyText, fc.nat(60), fc.integer({min: 2, max: 20}), (text, moves, width) => {
				let line = oneLine(text);
				for (let move = 0; move < moves; move++) {
					line = runOneLineCommand(line, {name: 'moveLeft'});
				}

				const {shown, column} = layoutOneLine(line, width);
				assert.ok(stringWidth(shown) <= width);
				assert.ok(column >= 0 && column < width);
			}),
		);
	});

	it('of a megabyte is looked at only near the cursor', () => {
		const {shown} = layoutOneLine(oneLine('漢'.repeat(500_000)), 20);
		assert.equal(shown, '漢'.repeat(9));
	});
});
