import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type PromptCommand, runPromptCommand} from '../../../source/ui/prompt/prompt-command.js';
import {noExtras, PromptControl} from '../../../source/ui/prompt/prompt-control.js';
import {emptyPrompt} from '../../../source/ui/prompt/prompt-state.js';
import {clear, promptText, setText} from '../../../source/ui/prompt/type-text.js';
import {createStore} from '../../../source/ui/screen/store.js';
import type {EditedText} from '../../../source/ui/slash/chat-services.js';
import {createSlashContext, type SlashContextOptions} from '../../helpers/slash-context.js';

/** A prompt with its control, driven by commands as the hook does it. */
const openPrompt = (options: SlashContextOptions = {}) => {
	const {context, done} = createSlashContext(options);
	const store = createStore(noExtras);
	const editors: Array<PromiseWithResolvers<EditedText>> = [];
	let state = emptyPrompt;
	const control = new PromptControl(store, context, {
		send: (prompt, before) => done.push(`send ${JSON.stringify(prompt)} ${before}`),
		leave: () => done.push('leave'),
		openEditor(text) {
			done.push(`editor ${JSON.stringify(text)}`);
			const editor = Promise.withResolvers<EditedText>();
			editors.push(editor);
			return editor.promise;
		},
	});
	const prompt = {
		setText(text: string) {
			state = setText(state, text);
		},
		clear() {
			state = clear(state);
		},
	};
	const run = (command: PromptCommand) => {
		if (control.press(command, state, prompt)) {
			return true;
		}

		const outcome = runPromptCommand(state, command, {history: [], width: 80});
		state = outcome.state;
		if (outcome.sent !== null) {
			control.submit(outcome.sent, prompt);
		}

		return false;
	};

	return {
		run,
		type: (text: string) => run({name: 'insert', text}),
		paste: (text: string) => run({name: 'paste', text}),
		press: (name: 'enter' | 'escape' | 'edit' | 'backspace' | 'complete' | 'moveDown') => run({name}),
		text: () => promptText(state),
		store,
		context,
		done,
		editors,
	};
};

test('text that is not a command is sent, with one leading slash if it has two', () => {
	const {type, press, done, text} = openPrompt();
	type('Hello');
	press('enter');
	type('//x');
	press('enter');
	assert.deepEqual(done, ['send "Hello" null', 'send "/x" null']);
	assert.equal(text(), '');
});

test('quit alone leaves', () => {
	const {type, press, done} = openPrompt();
	type(' quit ');
	press('enter');
	type('quit it');
	press('enter');
	assert.deepEqual(done, ['leave', 'send "quit it" null']);
});

test('a command is carried out and says so until the next key', () => {
	const {type, press, store, context, text} = openPrompt();
	type('/max-tokens 7');
	press('enter');
	assert.equal(context.settings.state.maxTokens, 7);
	assert.equal(store.state.reply?.text, 'An answer may have up to 7 tokens from now on.');
	assert.equal(text(), '');
	type('a');
	assert.equal(store.state.reply, null);
});

test('after a problem the line is there to be changed, and nothing was sent', () => {
	const {type, press, store, done, text} = openPrompt();
	type('/nope x');
	press('enter');
	assert.equal(store.state.reply?.isProblem, true);
	assert.equal(text(), '/nope x');
	press('backspace');
	assert.equal(store.state.reply, null);
	assert.deepEqual(done, []);
});

test('a long paste after a command is its argument, not the paste’s sign', () => {
	const pasted = 'A line of the system prompt.\n'.repeat(40).trim();
	const {type, paste, press, context} = openPrompt();
	type('/system ');
	paste(pasted);
	press('enter');
	assert.equal(context.settings.state.system, pasted);
});

test('a backslash at the end of a command makes a new line', () => {
	const {type, press, context, text} = openPrompt();
	type(String.raw`/system one\ `.trim());
	press('enter');
	assert.equal(text(), '/system one\n');
	type('two');
	press('enter');
	assert.equal(context.settings.state.system, 'one\ntwo');
});

test('the keys of the menu are taken over only while it has rows', () => {
	const {type, press, text} = openPrompt();
	assert.equal(press('complete'), false);
	type('/th');
	assert.equal(press('moveDown'), true);
	assert.equal(press('complete'), true);
	assert.equal(text(), '/theme ');
	assert.equal(press('escape'), true);
	assert.equal(press('escape'), false);
	assert.equal(press('complete'), false);
});

test('/edit inserts the last prompt, and the next prompt replaces it once', () => {
	const {type, press, store, done, text} = openPrompt({lastPrompt: 'What was asked'});
	type('/edit');
	press('enter');
	assert.equal(text(), 'What was asked');
	store.update(extras => ({...extras, editing: 4}));
	type('!');
	press('enter');
	type('Next');
	press('enter');
	assert.deepEqual(done, ['edit', 'send "What was asked!" 4', 'send "Next" null']);
});

test('Escape leaves an edit and empties the prompt', () => {
	const {press, store, text, type} = openPrompt();
	type('changed');
	store.update(extras => ({...extras, editing: 4}));
	assert.equal(press('escape'), true);
	assert.equal(store.state.editing, null);
	assert.equal(text(), '');
	assert.equal(press('escape'), false);
});

test('the editor is opened once, with the whole text, and its text comes back', async () => {
	const {type, press, paste, done, editors, text} = openPrompt();
	const pasted = 'pasted\n'.repeat(20);
	type('a');
	paste(pasted);
	press('edit');
	press('edit');
	assert.deepEqual(done, [`editor ${JSON.stringify(`a${pasted}`)}`]);
	editors[0]?.resolve({text: 'b'});
	await editors[0]?.promise;
	assert.equal(text(), 'b');
	press('edit');
	assert.equal(editors.length, 2);
});

test('a missing editor is explained, and the text stays', async () => {
	const {type, press, editors, store, text} = openPrompt();
	type('a');
	press('edit');
	editors[0]?.resolve({problem: 'There is no editor.'});
	await editors[0]?.promise;
	assert.deepEqual(store.state.reply, {text: 'There is no editor.', isProblem: true, prompt: ''});
	assert.equal(text(), 'a');
});
