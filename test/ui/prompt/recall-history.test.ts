import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type PromptKeyCommand, runPromptCommand} from '../../../source/ui/prompt/prompt-command.js';
import {emptyPrompt, type PromptState} from '../../../source/ui/prompt/prompt-state.js';
import {promptText} from '../../../source/ui/prompt/prompt-value.js';
import {insert, paste} from '../../../source/ui/prompt/type-text.js';

const history = ['first', 'the second one\nof two lines', 'third'];

function press(state: PromptState, ...names: readonly PromptKeyCommand[]) {
	return names.reduce((last, name) => runPromptCommand(last, {name}, {history, width: 12}).state, state);
}

function seen({text, cursor}: PromptState): string {
	return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

describe('the history of prompts', () => {
	it('goes back with Up, with the cursor at the end of the first row, so that Up goes on', () => {
		const state = insert(emptyPrompt, 'draft');
		assert.equal(seen(press(state, 'moveUp')), 'third|');
		assert.equal(seen(press(state, 'moveUp', 'moveUp')), 'the second| one\nof two lines');
		assert.equal(seen(press(state, 'moveUp', 'moveUp', 'moveUp')), 'first|');
	});

	it('begins at the newest again after a recalled prompt was cut, and keeps the draft', () => {
		const cut = press(
			insert(emptyPrompt, 'draft'),
			'moveUp',
			'moveUp',
			'lineEnd',
			'killToStart',
			'killToEnd',
		);
		const emptied = press(cut, 'killToEnd', 'killToEnd');
		assert.equal(emptied.text, '');
		assert.equal(seen(press(emptied, 'moveUp')), 'third|');
		assert.equal(seen(press(emptied, 'moveUp', 'moveDown')), 'draft|');
	});

	it('stops at the oldest', () => {
		const oldest = press(emptyPrompt, 'moveUp', 'moveUp', 'moveUp');
		assert.deepEqual(press(oldest, 'moveUp'), oldest);
	});

	it('comes forward with Down, in the end to the draft, its folded paste included', () => {
		const draft = paste(insert(emptyPrompt, 'draft '), 'line\n'.repeat(20));
		const back = press(draft, 'moveUp', 'moveUp', 'moveDown', 'moveDown', 'moveDown', 'moveDown');
		assert.equal(promptText(back), promptText(draft));
		assert.equal(back.cursor, back.text.length);
		assert.equal(back.recall, null);
	});

	it('folds a long prompt as the paste that it was, under the same number each time', () => {
		const long = 'line\n'.repeat(20);
		const up = (state: PromptState) =>
			runPromptCommand(state, {name: 'moveUp'}, {history: ['short', long], width: 12}).state;
		const shown = up(emptyPrompt);
		assert.equal([...shown.text].length, 1);
		assert.equal(promptText(shown), long);
		const again = up({...shown, text: '', cursor: 0, recall: null});
		assert.equal(again.text, shown.text);
		assert.equal(again.units.length, 1);
	});

	it('begins on the first row and on the last one only', () => {
		const state = insert(emptyPrompt, 'one\ntwo');
		assert.equal(seen(press(state, 'moveUp')), 'one|\ntwo');
		assert.equal(seen(press(state, 'moveUp', 'moveUp')), 'third|');
		assert.deepEqual(press(state, 'moveDown'), state);
	});

	it('gives back by undo what was changed before it went on', () => {
		const changed = insert(press(emptyPrompt, 'moveUp'), '!');
		assert.equal(press(changed, 'moveUp', 'undo').text, 'third!');
	});

	it('ends with sending', () => {
		const {state, sent} = runPromptCommand(
			press(emptyPrompt, 'moveUp'),
			{name: 'enter'},
			{history, width: 12},
		);
		assert.equal(sent, 'third');
		assert.equal(state.recall, null);
	});

	it('goes on from its newest end when it has become shorter', () => {
		const state = press(emptyPrompt, 'moveUp');
		const shorter = runPromptCommand(state, {name: 'moveUp'}, {history: ['only'], width: 12}).state;
		assert.equal(seen(shorter), 'only|');
	});
});
