import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {promptParts} from '../../../source/analysis/prompt.js';
import {boundaryFrom} from '../../../source/ui/prompt/graphemes.js';
import {layoutPrompt} from '../../../source/ui/prompt/layout-prompt.js';
import {type PromptCommand, runPromptCommand} from '../../../source/ui/prompt/prompt-command.js';
import {promptKeys} from '../../../source/ui/prompt/prompt-keys.js';
import {emptyPrompt, type PromptState} from '../../../source/ui/prompt/prompt-state.js';
import {cleanInput, isSign, splitAtSigns, unitAt} from '../../../source/ui/prompt/prompt-unit.js';
import {promptText, promptValue} from '../../../source/ui/prompt/prompt-value.js';
import {insert, setText} from '../../../source/ui/prompt/type-text.js';
import {anyText} from './any-text.js';

const file = {name: 'a.png', block: {type: 'image'}};

const history = ['first', 'second\nof two lines', 'third 漢字 '.repeat(8)];

const anyFile = fc.constantFrom('a.png', '漢 字.pdf', '\u001B[31m', '').map(name => ({
	name,
	block: {type: 'image', source: {type: 'base64', media_type: 'image/png', data: 'AAAA'}},
}));

const anyCommand: fc.Arbitrary<PromptCommand> = fc.oneof(
	fc.constantFrom(...promptKeys.map(({action}) => ({name: action}))),
	anyText.map(text => ({name: 'insert' as const, text})),
	anyText.map(text => ({name: 'paste' as const, text})),
	fc.record({
		name: fc.constant('attach' as const),
		attachments: fc.array(anyFile, {maxLength: 3}),
		replaced: fc.oneof(fc.constant(''), fc.constantFrom('a', ' ', '漢', 'word')),
	}),
	fc.nat(2000).map(size => ({name: 'paste' as const, text: `x${'漢\n'.repeat(size)}`})),
);

function run(state: PromptState, ...commands: readonly PromptCommand[]): PromptState {
	return commands.reduce(
		(last, command) => runPromptCommand(last, command, {history, width: 12}).state,
		state,
	);
}

const anyState = fc
	.tuple(anyText, fc.array(anyCommand, {maxLength: 12}))
	.map(([text, commands]) => run(insert(emptyPrompt, text), ...commands));

const isAtBoundary = ({text, cursor}: PromptState) =>
	cursor >= 0 && cursor <= text.length && boundaryFrom(text, cursor) === cursor;

describe('the prompt', () => {
	it('keeps the cursor between two clusters, whatever is pressed', () => {
		fc.assert(
			fc.property(anyState, anyCommand, (state, command) => {
				const next = run(state, command);
				assert.ok(isAtBoundary(next));
				assert.ok(layoutPrompt(next, 12, 4).rows.length <= 4);
			}),
			{numRuns: 1000},
		);
	});

	it('splits no chip, whatever is pressed, and sends each chip that is seen', () => {
		fc.assert(
			fc.property(anyState, anyCommand, (state, command) => {
				const {text, units, killed} = run(state, command);
				const seen = splitAtSigns(text).filter(isSign);
				assert.ok([...seen, ...splitAtSigns(killed).filter(isSign)].every(sign => unitAt(sign, units)));
				// Half a sign would be a lone surrogate of these values.
				assert.doesNotMatch(text, /[\uDB40-\uDB43](?![\uDC00-\uDFFF])/);
				const chips = seen.map(sign => unitAt(sign, units)).filter(unit => unit?.kind === 'chip');
				const sent = promptParts(promptValue({text, units})).filter(part => typeof part !== 'string');
				assert.deepEqual(
					sent,
					chips.map(unit => (unit?.kind === 'chip' ? unit.attachment : null)),
				);
			}),
			{numRuns: 1000},
		);
	});

	it('goes over a chip in one step and deletes it with one key, from both sides', () => {
		fc.assert(
			fc.property(anyText, anyText, anyFile, (before, after, file) => {
				const typed = run(emptyPrompt, {name: 'insert', text: `${before} `});
				const state = run(
					typed,
					{name: 'attach', attachments: [file], replaced: ''},
					{name: 'insert', text: after},
				);
				const start = typed.text.length;
				const left = {...state, cursor: start};
				const right = run(left, {name: 'moveRight'});
				assert.ok(isSign(state.text.slice(start, right.cursor)));
				assert.equal(run(right, {name: 'moveLeft'}).cursor, start);
				const without = state.text.slice(0, start) + state.text.slice(right.cursor);
				assert.equal(run(right, {name: 'backspace'}).text, without);
				assert.equal(run(left, {name: 'deleteForward'}).text, without);
			}),
		);
	});

	it('keeps the files of a draft while earlier prompts are looked through, and those that were cut after sending', () => {
		const draft = run(emptyPrompt, {name: 'attach', attachments: [file], replaced: ''});
		const back = run(
			draft,
			{name: 'moveUp'},
			{name: 'moveUp'},
			...Array.from({length: 12}, () => ({name: 'moveDown' as const})),
		);
		assert.deepEqual(promptValue(back), [file]);
		const cut = run(
			draft,
			{name: 'killToStart'},
			{name: 'insert', text: 'a'},
			{name: 'enter'},
			{name: 'yank'},
		);
		assert.deepEqual(promptValue(cut), [file]);
	});

	it('recalls a prompt with its files', () => {
		const sent = ['Compare', file, 'with', file];
		const {state} = runPromptCommand(emptyPrompt, {name: 'moveUp'}, {history: [sent], width: 12});
		assert.deepEqual(promptValue(state), sent);
		const searching = [{name: 'search'}, {name: 'insert', text: 'a.png'}, {name: 'enter'}] as const;
		const found = searching.reduce(
			(last, command) => runPromptCommand(last, command, {history: ['other', sent], width: 12}).state,
			emptyPrompt,
		);
		assert.deepEqual(promptValue(found), sent);
	});

	it('never changes a state that it has returned', () => {
		fc.assert(
			fc.property(anyState, anyCommand, (state, command) => {
				const copy = structuredClone(state);
				run(state, command);
				assert.deepEqual(state, copy);
			}),
		);
	});

	it('undoes any change with one undo, and repeats it with redo', () => {
		fc.assert(
			fc.property(anyState, anyCommand, (state, command) => {
				const before = {...state, search: null, run: null};
				const changed = run(before, command);
				// Sending leaves nothing to take back.
				const isChange = changed.done !== before.done && changed.done !== null;
				fc.pre(isChange && command.name !== 'undo' && command.name !== 'redo');
				const undone = run(changed, {name: 'undo'});
				assert.equal(undone.text, before.text);
				assert.equal(undone.cursor, before.cursor);
				assert.equal(run(undone, {name: 'redo'}).text, changed.text);
			}),
			{numRuns: 1000},
		);
	});

	it('is empty again after as many undos as it takes', () => {
		fc.assert(
			fc.property(anyState, state => {
				let last: PromptState = {...state, search: null};
				while (last.done !== null) {
					last = run(last, {name: 'undo'});
				}

				assert.equal(last.text, '');
			}),
		);
	});

	it('is as before after typing something that stands alone and deleting it', () => {
		fc.assert(
			fc.property(anyText, fc.constantFrom('a', ' ', '漢', '👩‍👩‍👧‍👦 ', '\n'), (text, typed) => {
				const state = setText(emptyPrompt, `${text} `);
				const erased = [...typed.matchAll(/👩‍👩‍👧‍👦|./gsu)].map(() => ({name: 'backspace' as const}));
				assert.equal(run(insert(state, typed), ...erased).text, state.text);
			}),
		);
	});

	it('takes no character out by moving', () => {
		const moves = promptKeys.map(({action}) => action).filter(name => /^(move|word|line|text)/.test(name));
		fc.assert(
			fc.property(anyText, fc.array(fc.constantFrom(...moves)), (text, names) => {
				const state = insert(emptyPrompt, text);
				const moved = names.reduce(
					(last, name) => runPromptCommand(last, {name}, {history: [], width: 12}).state,
					state,
				);
				assert.equal(moved.text, cleanInput(text));
			}),
		);
	});

	it('pastes by yank what a kill has cut', () => {
		const kills = ['killWord', 'deleteWordForward', 'killToEnd', 'killToStart'] as const;
		fc.assert(
			fc.property(anyState, fc.constantFrom(...kills), (state, name) => {
				const before = {...state, search: null, run: null};
				const killed = run(before, {name});
				fc.pre(killed.done !== null && killed.done !== before.done);
				const {start} = killed.done.edit;
				assert.equal(killed.text.slice(0, start) + killed.killed + killed.text.slice(start), before.text);
				// The characters around it may have joined, and the cursor stands in none.
				assert.equal(killed.cursor, boundaryFrom(killed.text, start));
				if (killed.cursor === start) {
					assert.equal(run(killed, {name: 'yank'}).text, before.text);
				}
			}),
		);
	});

	it('sends what was typed and pasted, and nothing else', () => {
		fc.assert(
			fc.property(
				anyText,
				fc.nat(3000).map(size => 'line\r\n'.repeat(size)),
				anyText,
				(before, pasted, after) => {
					const state = run(
						emptyPrompt,
						{name: 'insert', text: before},
						{name: 'paste', text: pasted},
						{name: 'insert', text: `${after}.`},
					);
					const whole = cleanInput(before) + cleanInput(pasted) + cleanInput(`${after}.`);
					assert.equal(promptText(state), whole);
					const outcome = runPromptCommand(state, {name: 'enter'}, {history, width: 12});
					assert.equal(outcome.sent, whole);
					assert.equal(outcome.state.text, '');
				},
			),
		);
	});
});
