import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type BlockSnapshot, openBlock} from '../../source/messages/message-snapshot.js';
import {answerText, passagesOf} from '../../source/messages/text-passages.js';

const text = (words: string): BlockSnapshot => openBlock({type: 'text', text: words});
const tool = openBlock({type: 'server_tool_use', name: 'web_search'});

test('adjacent text blocks are one passage, and any other block is its own passage', () => {
	const blocks = [text('a'), tool, tool, text('b'), text('c')];
	assert.deepEqual(passagesOf(blocks), [
		{first: 0, blocks: [blocks[0]]},
		{first: 1, blocks: [tool]},
		{first: 2, blocks: [tool]},
		{first: 3, blocks: [blocks[3], blocks[4]]},
	]);
	assert.deepEqual(passagesOf([]), []);
});

test('the text of an answer is that of its passages, separated by empty lines', () => {
	assert.equal(
		answerText([text('I look.'), tool, text('- '), text('one'), text('\n- two')]),
		'I look.\n\n- one\n- two',
	);
	assert.equal(answerText([text(''), tool, text('Yes')]), 'Yes');
	assert.equal(answerText([tool]), '');
});
