import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import type {Prompt} from '../../../source/analysis/prompt.js';
import {usePromptEditor} from '../../../source/ui/prompt/use-prompt-editor.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {useScreenKeys} from '../../../source/ui/screen/use-screen-keys.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {renderHook} from '../../helpers/render-hook.js';

const history: readonly Prompt[] = [];

async function typing(t: TestContext, store: ScreenStore) {
	const screen = await renderHook(
		t,
		() => {
			const editor = usePromptEditor({history, width: 40, maxRows: 5, onSubmit() {}, isActive: false});
			return {editor, press: useScreenKeys(store, editor)};
		},
		undefined,
	);
	return (text: string) => {
		const {editor, press} = screen.values.at(-1) ?? assert.fail();
		press([{text}]);
		return {focus: store.state.focus, prompt: editor.newest().text};
	};
}

const turns = askedTurns([['First', 'One.']]);

test('a character that means nothing in a pane goes to the prompt, and what follows it too', async t => {
	for (const focus of ['history', 'events', 'inspector'] as const) {
		const type = await typing(t, screenOf(turns, {focus}));
		assert.deepEqual(type('why'), {focus: 'prompt', prompt: 'why'}, focus);
	}
});

test('a character with an action in the pane does what it is for', async t => {
	const type = await typing(t, screenOf(turns, {focus: 'events'}));
	assert.deepEqual(type('k'), {focus: 'events', prompt: ''});
});

test('the key that quits the player is a letter like any other in the chat', async t => {
	const type = await typing(t, screenOf(turns, {focus: 'events'}));
	assert.deepEqual(type('q'), {focus: 'prompt', prompt: 'q'});
});

test('a wide character and an emoji arrive whole, and a space alone does not leave the pane', async t => {
	const type = await typing(t, screenOf(turns, {focus: 'events'}));
	assert.equal(type(' ').focus, 'events');
	assert.deepEqual(type('好👩‍👩‍👧'), {focus: 'prompt', prompt: '好👩‍👩‍👧'});
});

test('the help is not written over', async t => {
	const type = await typing(t, screenOf(turns, {focus: 'events', overlay: 'help'}));
	assert.deepEqual(type('w'), {focus: 'events', prompt: ''});
});

test('the wheel leaves a search in the prompt as it is', async t => {
	const store = screenOf(turns, {focus: 'prompt'});
	const screen = await renderHook(
		t,
		() => {
			const past = ['an old prompt'];
			const editor = usePromptEditor({history: past, width: 40, maxRows: 5, onSubmit() {}, isActive: false});
			return {editor, press: useScreenKeys(store, editor)};
		},
		undefined,
	);
	const {editor, press} = screen.values.at(-1) ?? assert.fail();
	press([{key: 'ctrl+r'}, {text: 'old'}, {key: 'shift+up'}, {key: 'shift+up'}, {key: 'shift+down'}]);
	assert.deepEqual(editor.newest().search, {query: 'old', index: 0});
	assert.equal(editor.newest().text, '');
});

test('a character in the prompt takes back what was said about the key before', async t => {
	const store = screenOf(turns);
	const type = await typing(t, store);
	store.dispatch({name: 'escape'});
	assert.equal(store.state.notice, 'Esc again lists the turns');
	type('w');
	assert.equal(store.state.notice, null);
	store.dispatch({name: 'escape'});
	assert.equal(store.state.overlay, null);
	store.dispatch({name: 'compare', isRunning: true});
	type('hy');
	assert.match(store.state.notice ?? '', /Esc stops both/);
});
