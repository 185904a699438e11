import assert from 'node:assert/strict';
import {test} from 'node:test';
import {promptEscape} from '../../../source/ui/prompt/prompt-escape.js';
import {noExtras, type PromptExtras} from '../../../source/ui/prompt/prompt-extras.js';
import {emptyPrompt} from '../../../source/ui/prompt/prompt-state.js';
import {setText} from '../../../source/ui/prompt/type-text.js';
import {untouchedMenu} from '../../../source/ui/slash/slash-menu.js';
import {createSlashContext} from '../../helpers/slash-context.js';

const escapeWith = (text: string, extras: Partial<PromptExtras> = {}) =>
	promptEscape(setText(emptyPrompt, text), {...noExtras, ...extras}, createSlashContext().context);

test('Esc closes an open menu, of commands or of files', () => {
	assert.deepEqual([escapeWith('/mo'), escapeWith('see @rea')], ['closeMenu', 'closeMenu']);
});

test('a menu that is closed, or has nothing to choose, leaves Esc to the screen', () => {
	const menu = {...untouchedMenu, query: '/mo', isClosed: true};
	assert.deepEqual([escapeWith('/mo', {menu}), escapeWith('/qqq'), escapeWith('words')], [null, null, null]);
});

test('Esc stops waiting for a file first, and drops an edited turn last', () => {
	assert.equal(escapeWith('/mo', {isWaiting: true}), 'stopWaiting');
	assert.equal(escapeWith('/mo', {editing: 1}), 'closeMenu');
	assert.equal(escapeWith('words', {editing: 1}), 'stopEditing');
});
