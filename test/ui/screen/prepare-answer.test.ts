import assert from 'node:assert/strict';
import {test} from 'node:test';
import {prepareLexer} from '../../../source/text/markdown/prepare-lexer.js';
import {prepareAnswer} from '../../../source/ui/screen/prepare-answer.js';

test('the first answer is prepared in steps, those of Markdown last', () => {
	const lexer = [...prepareLexer()];
	assert.deepEqual([...prepareAnswer()].slice(-lexer.length - 3), [Response, '1,000', '…', ...lexer]);
});
