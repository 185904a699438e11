import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {redo, undo} from '../../../source/ui/prompt/edit-text.js';
import {killToEnd, killToStart, killWord, yank} from '../../../source/ui/prompt/kill-text.js';
import {moveLeft, moveRight, textStart, wordLeft, wordRight} from '../../../source/ui/prompt/move-cursor.js';
import {emptyPrompt, type PromptState} from '../../../source/ui/prompt/prompt-state.js';
import {promptText} from '../../../source/ui/prompt/prompt-value.js';
import {
	backspace,
	clear,
	deleteForward,
	enter,
	insert,
	newline,
	paste,
	setText,
} from '../../../source/ui/prompt/type-text.js';

/** The text with `|` where the cursor is. */
function seen({text, cursor}: PromptState): string {
	return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

function type(state: PromptState, text: string): PromptState {
	return [...text].reduce(insert, state);
}

function times(count: number, change: (state: PromptState) => PromptState, state: PromptState): PromptState {
	return count === 0 ? state : times(count - 1, change, change(state));
}

describe('typing', () => {
	it('deletes an emoji family as one character, and from both sides', () => {
		const state = insert(emptyPrompt, 'a👩‍👩‍👧‍👦b');
		assert.equal(seen(backspace(moveLeft(state))), 'a|b');
		assert.equal(seen(deleteForward(moveRight(textStart(state)))), 'a|b');
	});

	it('goes past a flag that the second half completes', () => {
		const state = insert(textStart(insert(emptyPrompt, '🇷x')), '🇫');
		assert.equal(seen(state), '🇫🇷|x');
	});

	it('reads every line end as a newline', () => {
		assert.equal(promptText(insert(emptyPrompt, 'a\rb\r\nc\nd')), 'a\nb\nc\nd');
	});

	it('undoes typed text word by word', () => {
		const state = type(emptyPrompt, 'one two three');
		assert.equal(seen(undo(state)), 'one two |');
		assert.equal(seen(undo(undo(state))), 'one |');
		assert.equal(seen(redo(undo(undo(state)))), 'one two |');
	});

	it('undoes a run of deletions at once, but not over a movement', () => {
		const state = type(emptyPrompt, 'abcdef');
		assert.equal(seen(undo(times(3, backspace, state))), 'abcdef|');
		assert.equal(seen(undo(backspace(moveLeft(backspace(state))))), 'abcd|e');
		assert.equal(seen(undo(times(2, deleteForward, textStart(state)))), '|abcdef');
	});

	it('forgets what could be redone once something else is typed', () => {
		const state = insert(undo(type(emptyPrompt, 'one two')), 'x');
		assert.equal(redo(state), state);
	});

	it('can undo being emptied', () => {
		assert.equal(seen(undo(clear(insert(emptyPrompt, 'precious')))), 'precious|');
	});
});

describe('Enter', () => {
	it('gives the text to send and leaves an empty prompt without a way back', () => {
		const {state, sent} = enter(insert(emptyPrompt, ' hello\n'));
		assert.equal(sent, ' hello\n');
		assert.deepEqual(state, emptyPrompt);
	});

	it('makes a new line of a backslash before the cursor', () => {
		const {state, sent} = enter(insert(emptyPrompt, 'one\\'));
		assert.equal(sent, null);
		assert.equal(seen(state), 'one\n|');
	});

	it('does not send blank text', () => {
		const state = newline(insert(emptyPrompt, '  '));
		assert.deepEqual(enter(state), {state, sent: null});
	});

	it('keeps what was cut, the folded pastes in it as text', () => {
		const long = 'line\n'.repeat(20);
		const cut = killToStart(paste(emptyPrompt, long));
		const {state} = enter(insert(cut, 'x'));
		assert.equal(promptText(yank(state)), long);
	});
});

describe('a paste', () => {
	it('of a few lines stands in the text', () => {
		assert.equal(seen(paste(emptyPrompt, 'one\r\ntwo\r\n')), 'one\ntwo\n|');
	});

	it('of more than ten lines is one character, labelled with its number and size', () => {
		const state = paste(paste(emptyPrompt, 'line\n'.repeat(240)), 'x'.repeat(1500));
		assert.deepEqual(
			state.units.map(({label}) => label),
			['[paste 1: 240 lines]', '[paste 2: 1500 characters]'],
		);
		assert.equal(backspace(state).cursor, moveLeft(state).cursor);
		assert.equal(seen(backspace(backspace(state))), '|');
		assert.equal(promptText(undo(backspace(state))), 'line\n'.repeat(240) + 'x'.repeat(1500));
	});

	it('of exactly ten lines or a thousand characters is not folded', () => {
		assert.deepEqual(paste(emptyPrompt, 'line\n'.repeat(10)).units, []);
		assert.deepEqual(paste(emptyPrompt, 'x'.repeat(1000)).units, []);
	});

	it('cannot smuggle in the sign of another paste', () => {
		const state = paste(paste(emptyPrompt, 'secret\n'.repeat(20)), '\u{E01F0}');
		assert.equal(promptText(state), `${'secret\n'.repeat(20)}\uFFFD`);
	});

	it('of a megabyte is sent whole', () => {
		const long = 'a line of a hundred characters '.repeat(3).padEnd(99, '.').concat('\n').repeat(10_000);
		assert.equal(enter(paste(insert(emptyPrompt, 'look: '), long)).sent, `look: ${long}`);
	});

	it('no longer folds when all signs are given away', () => {
		const unit = {kind: 'paste', text: '', label: ''} as const;
		const many = {...emptyPrompt, units: Array.from({length: 3600}, () => unit)};
		assert.equal(paste(many, 'x'.repeat(2000)).text, 'x'.repeat(2000));
	});
});

describe('cutting', () => {
	it('takes to the end of the line, then the newline', () => {
		const state = textStart(insert(emptyPrompt, 'one\ntwo'));
		assert.equal(seen(killToEnd(state)), '|\ntwo');
		assert.equal(seen(killToEnd(killToEnd(state))), '|two');
	});

	it('takes to the start of the line, then the newline before', () => {
		const state = insert(emptyPrompt, 'one\ntwo');
		assert.equal(seen(killToStart(state)), 'one\n|');
		assert.equal(seen(killToStart(killToStart(state))), 'one|');
	});

	it('in a row is put back together', () => {
		const cut = times(2, killWord, insert(emptyPrompt, 'one two three'));
		assert.equal(seen(cut), 'one |');
		assert.equal(seen(yank(cut)), 'one two three|');
		assert.equal(seen(yank(killToEnd(textStart(insert(emptyPrompt, 'a\nb'))))), 'a|\nb');
	});

	it('starts anew after a movement', () => {
		const cut = killWord(moveLeft(killWord(insert(emptyPrompt, 'one two'))));
		assert.equal(cut.killed, 'one');
	});

	it('of nothing keeps what was cut', () => {
		const state = killToStart(insert(emptyPrompt, 'kept'));
		assert.equal(killToEnd(state).killed, 'kept');
	});
});

describe('words', () => {
	it('are crossed with the gaps before them', () => {
		const state = insert(emptyPrompt, "don't stop, 3.5 things");
		assert.equal(seen(wordLeft(wordLeft(state))), "don't stop, |3.5 things");
		assert.equal(seen(wordLeft(times(2, wordLeft, state))), "don't |stop, 3.5 things");
		assert.equal(seen(wordRight(textStart(state))), "don't| stop, 3.5 things");
	});

	it('are found in text without spaces', () => {
		assert.equal(seen(wordLeft(insert(emptyPrompt, '東京都に住む'))), '東京都に|住む');
	});

	it('lie on both sides of a folded paste', () => {
		const state = insert(paste(insert(emptyPrompt, 'see '), 'x\n'.repeat(20)), ' please');
		const atPaste = wordLeft(wordLeft(state));
		assert.equal(atPaste.cursor, 4);
		assert.equal(wordRight(atPaste).cursor, state.text.indexOf(' please'));
	});

	it('end at the ends of the text', () => {
		const state = insert(emptyPrompt, '... ');
		assert.equal(wordLeft(state).cursor, 0);
		assert.equal(wordRight(textStart(state)).cursor, 4);
	});

	it('are crossed in steps when they are endless', () => {
		const state = insert(emptyPrompt, 'x'.repeat(1200));
		assert.equal(wordLeft(state).cursor, 700);
		assert.equal(times(3, wordLeft, state).cursor, 0);
		assert.equal(times(3, wordRight, textStart(state)).cursor, 1200);
	});

	it('make way even over a cluster longer than they look', () => {
		const state = setText(emptyPrompt, `e${'\u0301'.repeat(900)}`);
		assert.equal(wordLeft(state).cursor, 0);
		assert.equal(wordRight(textStart(state)).cursor, 901);
	});
});
