import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Key} from 'ink';
import {promptCommands, promptKeys} from '../../../source/ui/prompt/prompt-keys.js';

const noKey: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

function commands(input: string, key: Partial<Key> = {}): readonly string[] {
	return promptCommands(input, {...noKey, ...key}).map(command =>
		'text' in command ? `${command.name} ${JSON.stringify(command.text)}` : command.name,
	);
}

describe('the keys of the prompt', () => {
	it('type what has no meaning of its own', () => {
		assert.deepEqual(commands('a'), ['insert "a"']);
		assert.deepEqual(commands('A', {shift: true}), ['insert "A"']);
		assert.deepEqual(commands(' '), ['insert " "']);
		assert.deepEqual(commands('👩‍👩‍👧‍👦'), ['insert "👩‍👩‍👧‍👦"']);
		assert.deepEqual(commands('?'), ['insert "?"']);
	});

	it('send with Enter, and with Alt stop at the request, and begin a line with Shift or Ctrl+J', () => {
		assert.deepEqual(commands('', {return: true}), ['enter']);
		assert.deepEqual(commands('\r', {return: true, shift: true}), ['newline']);
		assert.deepEqual(commands('\r', {return: true, meta: true}), ['sendAndStop']);
		assert.deepEqual(commands('\n'), ['newline']);
		assert.deepEqual(commands('j', {ctrl: true}), ['newline']);
	});

	it('come one by one out of a chunk that has control characters in it', () => {
		assert.deepEqual(commands('hi\r'), ['insert "hi"', 'enter']);
		assert.deepEqual(commands('ab\u0001c\tde\r\nf\u007F'), [
			'insert "ab"',
			'lineStart',
			'insert "c"',
			'complete',
			'insert "de"',
			'enter',
			'insert "f"',
			'backspace',
		]);
		assert.deepEqual(commands('\u000B\u0019\u001F'), ['killToEnd', 'yank', 'undo']);
	});

	it('are those of the shell with Ctrl and Alt', () => {
		const ctrl = 'aebfdhkuwy_/rg'.split('').map(letter => commands(letter, {ctrl: true})[0]);
		assert.deepEqual(ctrl, [
			'lineStart',
			'lineEnd',
			'moveLeft',
			'moveRight',
			'deleteForward',
			'backspace',
			'killToEnd',
			'killToStart',
			'killWord',
			'yank',
			'undo',
			'undo',
			'search',
			'edit',
		]);
		const alt = 'bfd_<>'.split('').map(letter => commands(letter, {meta: true})[0]);
		assert.deepEqual(alt, ['wordLeft', 'wordRight', 'deleteWordForward', 'redo', 'textStart', 'textEnd']);
	});

	it('move by words and lines with arrows and their neighbours', () => {
		assert.deepEqual(commands('', {leftArrow: true}), ['moveLeft']);
		assert.deepEqual(commands('', {leftArrow: true, ctrl: true}), ['wordLeft']);
		assert.deepEqual(commands('', {rightArrow: true, meta: true}), ['wordRight']);
		assert.deepEqual(commands('', {home: true}), ['lineStart']);
		assert.deepEqual(commands('', {end: true, ctrl: true}), ['textEnd']);
		assert.deepEqual(commands('', {backspace: true, meta: true}), ['killWord']);
		assert.deepEqual(commands('', {delete: true}), ['deleteForward']);
	});

	it('do the same with Shift held, but Shift+Tab is not Tab', () => {
		assert.deepEqual(commands('', {leftArrow: true, shift: true}), ['moveLeft']);
		assert.deepEqual(commands('', {backspace: true, shift: true}), ['backspace']);
		assert.deepEqual(commands('', {tab: true}), ['complete']);
		assert.deepEqual(commands('', {tab: true, shift: true}), []);
	});

	it('never type the letter of a control or alt key', () => {
		for (let code = 0x61; code <= 0x7a; code++) {
			const letter = String.fromCharCode(code);
			for (const key of [{ctrl: true}, {meta: true}, {ctrl: true, meta: true}, {super: true}]) {
				assert.ok(!commands(letter, key).some(name => name.startsWith('insert')), letter);
			}
		}
	});

	it('mean nothing when they are let go, or are for the app', () => {
		assert.deepEqual(commands('a', {eventType: 'release'}), []);
		assert.deepEqual(commands('z', {ctrl: true}), []);
		assert.deepEqual(commands('c', {ctrl: true}), []);
		assert.deepEqual(commands('', {pageUp: true, ctrl: true}), []);
		assert.deepEqual(commands(''), []);
	});

	it('each have one meaning', () => {
		const keys = promptKeys.flatMap(key => key.keys);
		assert.deepEqual(keys, [...new Set(keys)]);
	});
});
