import assert from 'node:assert/strict';
import {test} from 'node:test';
import {applyKeys} from '../../../source/ui/screen/apply-keys.js';
import {keymap} from '../../../source/ui/screen/keymap.js';
import type {ScreenEffect} from '../../../source/ui/screen/screen-effect.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';

const opened = (facts: Parameters<typeof screenOf>[2] = {}) => {
	const store = screenOf([], {}, facts);
	const effects: ScreenEffect[] = [];
	store.onEffect(effect => effects.push(effect));
	return {store, effects, keys: keysOf(store), notice: () => store.state.notice};
};

test('the first change of a setting by a key says which key keeps it, as long as only it changes', () => {
	const {keys, notice} = opened();
	keys.resizeLog();
	assert.equal(notice(), 'Ctrl+S keeps this layout');
	keys.resizeLog();
	assert.equal(notice(), 'Ctrl+S keeps this layout');
	keys.nextPane();
	assert.equal(notice(), null);
	keys.placeInspector();
	assert.equal(notice(), null);
	keys.toggleMarkdown();
	assert.equal(notice(), 'Ctrl+S keeps this');
});

test('a setting that is back at its first value has not changed', () => {
	const {store, keys, notice} = opened();
	keys.toggleMarkdown();
	keys.toggleMarkdown();
	assert.deepEqual([notice(), store.state.unkept], [null, []]);
});

test('Ctrl+S keeps the setting changed last with those of its kind, then the one before, each once', () => {
	const {store, effects, keys, notice} = opened();
	store.dispatch({name: 'changeSettings', changes: [{setting: 'model', before: 'a', value: 'b'}]});
	keys.resizeLog();
	keys.widenHistory();
	keys.widenHistory();
	keys.keepChanges();
	assert.deepEqual(effects, [{name: 'keepSettings', values: {log: 'half', split: 0.52}}]);
	store.dispatch({
		name: 'forgetChanges',
		kept: new Map<string, unknown>([
			['log', 'half'],
			['split', 0.52],
		]),
	});
	keys.keepChanges();
	assert.deepEqual(effects[1], {name: 'keepSettings', values: {model: 'b'}});
	store.dispatch({name: 'forgetChanges', kept: new Map([['model', 'b']])});
	keys.keepChanges();
	assert.deepEqual([effects.length, notice()], [2, 'no setting was changed that is not kept']);
});

test('what is changed again while it is written can be kept after that', () => {
	const {store, effects, keys} = opened();
	keys.resizeLog();
	keys.keepChanges();
	keys.resizeLog();
	store.dispatch({name: 'forgetChanges', kept: new Map([['log', 'half']])});
	assert.deepEqual(store.state.unkept, [{setting: 'log', before: 'half', value: 'full'}]);
	keys.keepChanges();
	assert.deepEqual(effects[1], {name: 'keepSettings', values: {log: 'full'}});
});

test('a setting that could not be kept can be kept later', () => {
	const {store, effects, keys} = opened();
	keys.resizeLog();
	keys.keepChanges();
	store.dispatch({name: 'say', notice: 'Cannot write config.json.'});
	keys.keepChanges();
	assert.equal(effects.length, 2);
});

test('the key is the one in use, and nothing is offered without one', () => {
	const said = (bound: readonly string[]) => {
		const {keys, notice} = opened({keymap: applyKeys(keymap, {keepChanges: bound})});
		keys.resizeLog();
		return notice();
	};
	assert.deepEqual([['ctrl+t', 'alt+k'], ['alt+k'], ['ctrl+shift+up'], []].map(said), [
		'Ctrl+T keeps this layout',
		'Alt+k keeps this layout',
		'Ctrl+Shift+up keeps this layout',
		null,
	]);
});
