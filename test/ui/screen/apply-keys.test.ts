import assert from 'node:assert/strict';
import {test} from 'node:test';
import {promptCommand} from '../../../source/ui/prompt/prompt-keys.js';
import {applyKeys, KeyMapError} from '../../../source/ui/screen/apply-keys.js';
import {actionOf, keymap} from '../../../source/ui/screen/keymap.js';

type Overrides = Readonly<Record<string, readonly string[]>>;

function refusal(overrides: Overrides): KeyMapError {
	try {
		applyKeys(keymap, overrides);
	} catch (error) {
		assert.ok(error instanceof KeyMapError);
		return error;
	}

	assert.fail(`not refused: ${JSON.stringify(overrides)}`);
}

test('the key map uses no key twice in one context, and every key in it has a name', () => {
	assert.deepEqual(applyKeys(keymap, {}), keymap);
	const ownKeys = Object.fromEntries(
		keymap.map(({action}) => [action, keymap.flatMap(one => (one.action === action ? [...one.keys] : []))]),
	);
	for (const [action, keys] of Object.entries(ownKeys)) {
		const alone = keymap.filter(binding => binding.action === action);
		assert.doesNotThrow(() => applyKeys(alone, {[action]: keys}), action);
	}
});

test('an action gets its new keys and loses the old ones', () => {
	const changed = applyKeys(keymap, {historyUp: ['ctrl+p', 'u']});
	assert.equal(actionOf('ctrl+p', 'history', changed), 'historyUp');
	assert.equal(actionOf('u', 'history', changed), 'historyUp');
	assert.equal(actionOf('k', 'history', changed), null);
	assert.equal(actionOf('k', 'history'), 'historyUp');
	assert.equal(actionOf('k', 'events', changed), 'logUp');
});

test('an action without keys is out of reach', () => {
	assert.equal(actionOf('z', 'history', applyKeys(keymap, {toggleZoom: []})), null);
});

test('an action that works in several contexts gets its keys in each of them', () => {
	const changed = applyKeys(keymap, {toggleRaw: ['w']});
	assert.deepEqual(
		(['events', 'inspector', 'history'] as const).map(target => actionOf('w', target, changed)),
		['toggleRaw', 'toggleRaw', null],
	);
});

test('a character opens the help in the panes, and is typed in the prompt', () => {
	const changed = applyKeys(keymap, {toggleHelp: ['ctrl+o', '!']});
	assert.deepEqual(
		(['prompt', 'history', 'help'] as const).map(target => actionOf('!', target, changed)),
		[null, 'toggleHelp', 'toggleHelp'],
	);
	assert.equal(actionOf('ctrl+o', 'prompt', changed), 'toggleHelp');
});

test('two actions can change their keys with each other', () => {
	const changed = applyKeys(keymap, {nextPane: ['shift+tab'], previousPane: ['tab']});
	assert.equal(actionOf('tab', 'prompt', changed), 'previousPane');
	assert.equal(actionOf('shift+tab', 'prompt', changed), 'nextPane');
});

test('an unknown action is refused', () => {
	const error = refusal({nextPain: ['tab']});
	assert.equal(error.action, 'nextPain');
	assert.equal(error.message, 'There is no action "nextPain".');
	assert.equal(refusal({constructor: ['x']}).message, 'There is no action "constructor".');
});

test('a key used for two actions in one context is refused with both names', () => {
	const error = refusal({historyUp: ['j']});
	assert.equal(error.message, 'The key "j" is used twice in history: for historyUp and for historyDown.');
	assert.match(error.hint, /Give historyUp or historyDown another key/);
});

test('a key may mean one thing in a pane and another one everywhere', () => {
	const changed = applyKeys(keymap, {logUp: ['tab']});
	assert.equal(actionOf('tab', 'events', changed), 'logUp');
	assert.equal(actionOf('tab', 'history', changed), 'nextPane');
});

test('a key that types text cannot be taken from the prompt', () => {
	for (const key of ['a', 'é', '👍🏽', 'space', 'enter', 'backspace']) {
		assert.match(refusal({nextPane: [key]}).message, /could no longer be typed/, key);
	}
});

test('a key that does not exist is refused', () => {
	for (const key of ['Ctrl-C', 'ctrl+C', 'esc', 'shift+a', 'f12', '', 'ab', ' ', '\u001B', 'shift+ctrl+up']) {
		assert.match(refusal({historyUp: [key]}).message, /There is no key/, JSON.stringify(key));
	}

	for (const key of ['ctrl+alt+shift+up', 'alt+G', 'ctrl+_', '+', 'ctrl++', 'f2', 'ß', '日']) {
		assert.equal(
			actionOf(key, 'history', applyKeys(keymap, {historyUp: [key]})),
			'historyUp',
			JSON.stringify(key),
		);
	}
});

test('the prompt’s keys can be others, but none that types a character or is taken everywhere', () => {
	const changed = applyKeys(keymap, {newline: ['ctrl+o'], enter: ['alt+s']});
	assert.deepEqual(promptCommand({key: 'ctrl+o'}, changed), {name: 'newline'});
	assert.deepEqual(promptCommand({key: 'alt+s'}, changed), {name: 'enter'});
	assert.equal(promptCommand({key: 'ctrl+j'}, changed), null);
	assert.deepEqual(promptCommand({key: 'ctrl+j'}), {name: 'newline'});
	assert.match(refusal({newline: ['x']}).message, /"x" could no longer be typed/);
	assert.match(
		refusal({newline: ['f1']}).message,
		/"f1" is used twice in prompt: for toggleHelp and for newline/,
	);
	assert.match(refusal({undo: ['ctrl+k']}).message, /"ctrl\+k" is used twice in prompt/);
});
