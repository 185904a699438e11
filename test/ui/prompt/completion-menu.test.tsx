import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {cleanup, render} from 'ink-testing-library';
import {CompletionMenu} from '../../../source/ui/prompt/completion-menu.js';

const items = [
	{label: '/model', description: 'Choose the model'},
	{label: '/copy', description: 'Copy the answer'},
	{label: '/help', description: 'Show the keys'},
	{label: '/quit', description: 'Leave'},
];

function frame(selected: number, width: number, maxRows: number, of = items): readonly string[] {
	const {lastFrame} = render(
		<CompletionMenu items={of} selected={selected} width={width} maxRows={maxRows} />,
	);
	return stripVTControlCharacters(lastFrame() ?? '').split('\n');
}

describe('the completion menu', () => {
	afterEach(cleanup);

	it('shows labels and descriptions in columns and marks the chosen one', () => {
		assert.deepEqual(frame(1, 40, 8), [
			'  /model  Choose the model',
			'› /copy   Copy the answer',
			'  /help   Show the keys',
			'  /quit   Leave',
		]);
	});

	it('shows the rows around the chosen one when there is no room for all', () => {
		assert.deepEqual(frame(0, 40, 2), ['› /model  Choose the model', '  /copy   Copy the answer']);
		assert.deepEqual(frame(2, 40, 2), ['  /copy   Copy the answer', '› /help   Show the keys']);
		assert.deepEqual(frame(3, 40, 2), ['  /help   Show the keys', '› /quit   Leave']);
	});

	it('cuts what does not fit', () => {
		assert.deepEqual(frame(0, 12, 1), ['› /model  C…']);
	});

	it('shows control characters instead of obeying them', () => {
		assert.deepEqual(frame(0, 40, 2, [{label: 'a\u001B[2J', description: 'b\nc'}]), ['› a␛[2J  b⏎c']);
	});

	it('shows nothing when there is nothing to choose', () => {
		assert.deepEqual(frame(0, 40, 8, []), ['']);
	});
});
