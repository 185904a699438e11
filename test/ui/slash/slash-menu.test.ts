import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {PromptKeyCommand} from '../../../source/ui/prompt/prompt-command.js';
import {slashCommands} from '../../../source/ui/slash/slash-commands.js';
import {
	type MenuOutcome,
	type MenuState,
	pressInMenu,
	slashMenu,
	untouchedMenu,
} from '../../../source/ui/slash/slash-menu.js';
import {createSlashContext, type SlashContextOptions} from '../../helpers/slash-context.js';

const menuFor = (text: string, state: MenuState = untouchedMenu, options: SlashContextOptions = {}) =>
	slashMenu(text, state, createSlashContext(options).context);

const labels = (text: string, options?: SlashContextOptions) =>
	menuFor(text, untouchedMenu, options)?.items.map(({label}) => label);

const chosen = (text: string, options?: SlashContextOptions) => {
	const menu = menuFor(text, untouchedMenu, options);
	return menu?.items[menu.selected]?.label;
};

/** Presses keys as the prompt does, until one of them changes the text or runs a line. */
const press = (text: string, ...keys: readonly PromptKeyCommand[]): MenuOutcome | null => {
	let state = untouchedMenu;
	let outcome: MenuOutcome | null = null;
	for (const name of keys) {
		const menu = menuFor(text, state);
		assert.ok(menu, 'the menu is closed');
		outcome = pressInMenu(menu, {name}, text);
		state = outcome?.kind === 'menu' ? outcome.state : state;
	}

	return outcome;
};

test('a slash at the start lists every command; letters search', () => {
	assert.equal(labels('/')?.length, slashCommands.length);
	assert.deepEqual(labels('/th'), ['/thinking', '/theme', '/attach']);
	assert.equal(chosen('/q'), '/quit');
	assert.deepEqual(labels('/nothing-like-it'), []);
	assert.match(menuFor('/nothing-like-it')?.note ?? '', /\/\/ sends a text/);
});

test('no menu without a slash at the start, after two, in a text of several lines, or for an unknown command', () => {
	for (const text of ['', 'x', ' /', 'a /model', '//', '//model', '/sys\n', '/nope x']) {
		assert.equal(menuFor(text), null, JSON.stringify(text));
	}
});

test('the choices of an argument are listed and searched, and the current one is chosen first', () => {
	assert.deepEqual(labels('/theme '), ['dark', 'light', 'plain']);
	assert.deepEqual(labels('/theme lig'), ['light']);
	assert.equal(chosen('/model '), 'claude-one');
	assert.equal(chosen('/model ', {settings: {model: 'an-alias'}}), 'an-alias');
	assert.deepEqual(labels('/model two'), ['claude-two-20261001']);
	assert.deepEqual(labels('/retry plus'), ['claude-one-plus']);
	assert.deepEqual(labels('/thinking '), ['adaptive', 'off', 'default']);
	assert.equal(chosen('/demo '), 'chat');
	assert.equal(chosen('/demo ', {isLive: true}), 'live');
	assert.deepEqual(labels('/demo stall '), ['0.25', '1', '4', 'max']);
	assert.equal(chosen('/demo stall '), '1');
	assert.equal(menuFor('/theme lig')?.count, 3);
});

test('a command typed in full is chosen, even if another one begins with it', () => {
	assert.equal(chosen('/model claude-one'), 'claude-one');
});

test('without choices, the menu shows the current state and the usage of the command', () => {
	assert.equal(menuFor('/system ')?.note, 'There is no system prompt. Usage: /system [text | off]');
	assert.equal(
		menuFor('/max-tokens 5')?.note,
		'An answer may have up to 4096 tokens. Usage: /max-tokens [number] [save]',
	);
	assert.equal(menuFor('/clear ')?.note, '/clear takes no argument.');
	const loading = {models: [], isLoading: true, problem: null};
	assert.match(menuFor('/model ', untouchedMenu, {models: loading})?.note ?? '', /Listing/);
	const failed = {models: [], isLoading: false, problem: 'Cannot reach the server.'};
	assert.equal(
		menuFor('/model ', untouchedMenu, {models: failed})?.note,
		'Cannot reach the server. You can type any name.',
	);
});

test('Tab completes the chosen row, with a space if an argument may follow', () => {
	assert.deepEqual(press('/thi', 'complete'), {kind: 'text', text: '/thinking '});
	assert.deepEqual(press('/cl', 'complete'), {kind: 'text', text: '/clear'});
	assert.deepEqual(press('/model two', 'complete'), {kind: 'text', text: '/model claude-two-20261001'});
	assert.deepEqual(press('/demo stall m', 'complete'), {kind: 'text', text: '/demo stall max'});
});

test('Up and Down go round', () => {
	assert.deepEqual(press('/theme ', 'moveDown', 'enter'), {kind: 'run', line: '/theme light'});
	assert.deepEqual(press('/theme ', 'moveUp', 'enter'), {kind: 'run', line: '/theme plain'});
	assert.deepEqual(press('/theme ', 'moveUp', 'moveDown', 'enter'), {kind: 'run', line: '/theme dark'});
	assert.deepEqual(press('/', 'moveUp', 'enter'), {kind: 'run', line: '/quit'});
});

test('Enter runs a command that needs no argument, and lists the choices of one that is about choosing', () => {
	assert.deepEqual(press('/cle', 'enter'), {kind: 'run', line: '/clear'});
	assert.deepEqual(press('/thinking', 'enter'), {kind: 'run', line: '/thinking'});
	assert.deepEqual(press('/retry', 'enter'), {kind: 'run', line: '/retry'});
	assert.deepEqual(press('/model', 'enter'), {kind: 'text', text: '/model '});
	assert.deepEqual(press('/model ', 'enter'), {kind: 'run', line: '/model claude-one'});
});

test('Enter accepts a searched row, but not a guess at a mistyped command or another number', () => {
	assert.deepEqual(press('/qit', 'enter'), {kind: 'run', line: '/qit'});
	assert.deepEqual(press('/qit', 'moveDown', 'enter'), {kind: 'run', line: '/quit'});
	assert.deepEqual(press('/model two', 'enter'), {kind: 'run', line: '/model claude-two-20261001'});
	assert.deepEqual(press('/model claude-one', 'enter'), {kind: 'run', line: '/model claude-one'});
	assert.deepEqual(press('/model my-own', 'enter'), {kind: 'run', line: '/model my-own'});
	assert.deepEqual(press('/demo 0.2', 'enter'), {kind: 'run', line: '/demo 0.2'});
	assert.deepEqual(press('/demo max', 'enter'), {kind: 'run', line: '/demo max'});
	assert.deepEqual(press('/thinking ', 'enter'), {kind: 'run', line: '/thinking '});
	assert.deepEqual(press('/system Be brief', 'enter'), {kind: 'run', line: '/system Be brief'});
});

test('Escape closes the menu until the text is another', () => {
	const closed = press('/th', 'escape');
	assert.ok(closed?.kind === 'menu');
	assert.equal(menuFor('/th', closed.state), null);
	assert.equal(menuFor('/the', closed.state)?.items.length, 1);
});

test('keys without a meaning in the menu are left to the prompt', () => {
	for (const name of ['moveLeft', 'backspace', 'undo', 'newline'] as const) {
		assert.equal(press('/', name), null);
	}

	assert.equal(press('/system x', 'complete'), null);
	assert.equal(press('/system x', 'moveUp'), null);
});

test('Esc before anything is typed leaves the command whose choices are listed, step by step', () => {
	assert.deepEqual(press('/theme ', 'escape'), {kind: 'text', text: ''});
	assert.deepEqual(press('/config theme ', 'escape'), {kind: 'text', text: '/config '});
	assert.deepEqual(press('/config ', 'moveDown', 'escape'), {kind: 'text', text: ''});
	for (const text of ['/th', '/theme da', '/config theme da']) {
		const outcome = press(text, 'escape');
		assert.equal(outcome?.kind === 'menu' && outcome.state.isClosed, true, text);
	}
});
