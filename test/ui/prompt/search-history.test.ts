import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {layoutSearch} from '../../../source/ui/prompt/layout-search.js';
import {type PromptCommand, runPromptCommand} from '../../../source/ui/prompt/prompt-command.js';
import {emptyPrompt, type PromptState} from '../../../source/ui/prompt/prompt-state.js';
import {insert} from '../../../source/ui/prompt/type-text.js';

const history = ['Write a sonnet', 'explain SSE', 'write a haiku', 'write a haiku', 'thanks'];

function run(state: PromptState, ...commands: readonly PromptCommand[]): PromptState {
	return commands.reduce(
		(last, command) => runPromptCommand(last, command, {history, width: 30}).state,
		state,
	);
}

const search = {name: 'search'} as const;
const typed = (text: string) => ({name: 'insert', text}) as const;

function rows(state: PromptState): readonly string[] {
	assert.ok(state.search !== null);
	return layoutSearch(state.search, history, 30, 4).rows;
}

describe('the search of the history', () => {
	it('shows the newest prompt that matches, whatever its case', () => {
		const state = run(emptyPrompt, search, typed('WRITE'));
		assert.deepEqual(rows(state), ['search: WRITE', 'write a haiku']);
	});

	it('goes to older prompts that differ, and stays at the last', () => {
		const state = run(emptyPrompt, search, typed('write'), search);
		assert.deepEqual(rows(state), ['search: write', 'Write a sonnet']);
		assert.equal(run(state, search), state);
	});

	it('keeps the prompt found while what is typed still matches it', () => {
		const state = run(emptyPrompt, search, typed('write'), search, typed(' a'));
		assert.deepEqual(rows(state), ['search: write a', 'Write a sonnet']);
	});

	it('says when nothing matches, and finds again when a character is taken back', () => {
		const state = run(emptyPrompt, search, typed('sonnet👍🏽'));
		assert.deepEqual(rows(state), ['search: sonnet👍🏽', '(no match)']);
		assert.deepEqual(rows(run(state, {name: 'backspace'})), ['search: sonnet', 'Write a sonnet']);
	});

	it('accepts the prompt found with Enter without sending it, and Up continues from there', () => {
		const {state, sent} = runPromptCommand(
			run(insert(emptyPrompt, 'draft'), search, typed('expl')),
			{name: 'enter'},
			{history, width: 30},
		);
		assert.equal(sent, null);
		assert.equal(state.text, 'explain SSE');
		assert.equal(run(state, {name: 'moveUp'}).text, 'Write a sonnet');
		assert.equal(run(state, {name: 'undo'}).text, 'draft');
	});

	it('leaves the prompt as it was with Escape and Ctrl+G', () => {
		const draft = insert(emptyPrompt, 'draft');
		for (const name of ['escape', 'edit'] as const) {
			assert.deepEqual(run(draft, search, typed('expl'), {name}), {...draft, run: null});
		}
	});

	it('takes the prompt found with any other key, which then does its work', () => {
		const state = run(emptyPrompt, search, typed('expl'), {name: 'lineStart'}, typed('please '));
		assert.equal(state.text, 'please explain SSE');
	});

	it('leaves the prompt as it was when there is nothing found to take', () => {
		assert.equal(run(insert(emptyPrompt, 'draft'), search, {name: 'enter'}).text, 'draft');
	});

	it('has its cursor at the end of what is typed, also when that is longer than a row', () => {
		assert.deepEqual(layoutSearch({query: '漢字', index: null}, history, 30, 4).cursor, {x: 12, y: 0});
		const long = layoutSearch({query: 'x'.repeat(50), index: null}, history, 30, 1);
		assert.deepEqual(long, {
			rows: ['x'.repeat(29)],
			cursor: {x: 29, y: 0},
			scrolled: {above: false, below: false},
		});
	});

	it('shows as much of a long prompt as there is room for', () => {
		const long = Array.from({length: 9}, (_, index) => `row ${index}`).join('\n');
		assert.deepEqual(layoutSearch({query: 'row', index: 0}, [long], 30, 3), {
			rows: ['search: row', 'row 0', 'row 1'],
			cursor: {x: 11, y: 0},
			scrolled: {above: false, below: true},
		});
	});
});
