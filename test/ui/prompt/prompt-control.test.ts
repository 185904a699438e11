import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import type {Prompt} from '../../../source/analysis/prompt.js';
import type {ReadFile} from '../../../source/ui/prompt/file-services.js';
import {
	type PromptCommand,
	type PromptKeyCommand,
	runPromptCommand,
} from '../../../source/ui/prompt/prompt-command.js';
import {PromptControl} from '../../../source/ui/prompt/prompt-control.js';
import {noExtras} from '../../../source/ui/prompt/prompt-extras.js';
import {PromptLines} from '../../../source/ui/prompt/prompt-lines.js';
import {emptyPrompt} from '../../../source/ui/prompt/prompt-state.js';
import {promptText, promptValue, textWithLabels} from '../../../source/ui/prompt/prompt-value.js';
import {clear, setSigned, setText} from '../../../source/ui/prompt/type-text.js';
import {createStore} from '../../../source/ui/screen/store.js';
import type {EditedText} from '../../../source/ui/slash/chat-services.js';
import {createSlashContext, type SlashContextOptions} from '../../helpers/slash-context.js';

/** A prompt with its control, driven by commands as the hook does it. */
const openPrompt = (options: SlashContextOptions = {}) => {
	const {context, done} = createSlashContext(options);
	const store = createStore(noExtras);
	const editors: Array<PromiseWithResolvers<EditedText>> = [];
	let state = emptyPrompt;
	const lines = new PromptLines(store, context, {
		send: (prompt, before) => done.push(`send ${JSON.stringify(prompt)} ${before}`),
		leave: () => done.push('leave'),
	});
	const control = new PromptControl(store, context, lines, {
		keepDraft: draft => done.push(`draft ${JSON.stringify(draft)}`),
		openEditor(text) {
			done.push(`editor ${JSON.stringify(text)}`);
			const editor = Promise.withResolvers<EditedText>();
			editors.push(editor);
			return editor.promise;
		},
	});
	const prompt = {
		setText(text: Prompt) {
			state = setText(state, text);
		},
		setLabelled(text: string) {
			state = setSigned(state, {...state, text: textWithLabels(text, state)});
		},
		run(command: PromptCommand) {
			run(command);
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
			lines.submit(outcome.sent, prompt);
		}

		return false;
	};

	return {
		run,
		type: (text: string) => run({name: 'insert', text}),
		paste: (text: string) => run({name: 'paste', text}),
		press: (name: PromptKeyCommand) => run({name}),
		text: () => promptText(state),
		value: () => promptValue(state),
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
	assert.equal(text(), '');
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

const chart = {
	name: 'chart.png',
	block: {type: 'image', source: {type: 'base64', media_type: 'image/png', data: 'AAAA'}},
};
const notes = {
	name: 'notes.txt',
	block: {type: 'document', title: 'notes.txt', source: {type: 'text', data: 'hi'}},
};

/** Files that are read when `settle` is called. */
const slowFiles = () => {
	const waiting: Array<() => void> = [];
	const known = new Map<string, ReadFile>([
		['/tmp/chart.png', {attachment: chart}],
		['/tmp/my chart.png', {attachment: chart}],
		['chart.png', {attachment: chart}],
		['docs/notes.txt', {attachment: notes}],
		['/tmp/game.bin', {problem: '/tmp/game.bin is no picture, PDF or text. Choose another.', isFile: true}],
	]);
	return {
		files: {
			read: (path: string) =>
				new Promise<ReadFile>(resolve => {
					waiting.push(() =>
						resolve(known.get(path) ?? {problem: `Cannot read ${path}: it does not exist.`, isFile: false}),
					);
				}),
			picture: async () => ({attachment: {...chart, name: 'clipboard'}}),
		},
		/** Reads everything that is asked for. */
		async settle() {
			await setImmediate();
			while (waiting.length > 0) {
				waiting.shift()?.();
				await setImmediate();
			}
		},
	};
};

test('a pasted path of a file becomes a chip, and what is typed meanwhile goes after it', async () => {
	const {files, settle} = slowFiles();
	const {paste, type, text, value} = openPrompt({files});
	type('Look at ');
	paste('/tmp/chart.png');
	type(' please');
	assert.equal(text(), 'Look at /tmp/chart.png please');
	await settle();
	assert.equal(text(), 'Look at [chart.png 3 B] please');
	assert.deepEqual(value(), ['Look at', chart, 'please']);
	type('!');
	assert.equal(text(), 'Look at [chart.png 3 B] please!');
});

test('Enter waits until the files are read, and what was typed after it goes into the next prompt', async () => {
	const {files, settle} = slowFiles();
	const {paste, type, press, text, done} = openPrompt({files});
	paste("'/tmp/my chart.png' docs/notes.txt");
	type('What?');
	press('enter');
	type('next');
	assert.deepEqual(done, []);
	await settle();
	assert.deepEqual(done, [`send ${JSON.stringify([chart, notes, 'What?'])} null`]);
	assert.equal(text(), 'next');
});

test('a pasted path of no file, or of one that cannot be sent, stays text', async () => {
	const {files, settle} = slowFiles();
	const {paste, text, store} = openPrompt({files});
	paste('/tmp/nowhere.png ');
	await settle();
	assert.equal(text(), '/tmp/nowhere.png ');
	assert.equal(store.state.reply?.text, undefined);
	paste('/tmp/game.bin');
	await settle();
	assert.equal(text(), '/tmp/nowhere.png /tmp/game.bin');
	assert.equal(store.state.reply?.text, '/tmp/game.bin is no picture, PDF or text. Choose another.');
});

test('nothing is sent if a file cannot be read, or if Escape gives up waiting for one that takes for ever', async () => {
	const {files, settle} = slowFiles();
	const failing = openPrompt({files});
	failing.paste('/tmp/game.bin');
	failing.press('enter');
	failing.type(' and');
	await settle();
	assert.deepEqual([failing.text(), failing.done], ['/tmp/game.bin and', []]);
	assert.match(failing.store.state.reply?.text ?? '', /is no picture/);

	const waiting = openPrompt({files});
	waiting.type('See ');
	waiting.paste('/tmp/chart.png');
	waiting.press('enter');
	waiting.type(' more');
	waiting.press('enter');
	assert.match(waiting.store.state.reply?.text ?? '', /^Still reading a file\. Esc stops waiting/);
	waiting.press('escape');
	assert.deepEqual([waiting.text(), waiting.done], ['See /tmp/chart.png more', []]);
	await settle();
	assert.equal(waiting.text(), 'See /tmp/chart.png more');
	waiting.press('enter');
	assert.deepEqual(waiting.done, ['send "See /tmp/chart.png more" null']);
});

test('in a command, a pasted path is an argument, and a file is refused', async () => {
	const {files, settle} = slowFiles();
	const {type, paste, press, text, value, store, done} = openPrompt({files});
	type('/export md ');
	paste('/tmp/chart.png');
	await settle();
	assert.equal(text(), '/export md /tmp/chart.png');
	press('killToStart');
	type('/title ');
	press('pastePicture');
	await settle();
	press('enter');
	assert.equal(
		store.state.reply?.text,
		'A command takes no files. Remove them, or send them without the command.',
	);
	assert.deepEqual(value(), ['/title', {...chart, name: 'clipboard'}]);
	assert.deepEqual(done, []);
});

test('undo makes a chip the pasted path again, and Backspace removes a chip whole', async () => {
	const {files, settle} = slowFiles();
	const {paste, press, text} = openPrompt({files});
	paste('/tmp/chart.png');
	await settle();
	press('undo');
	assert.equal(text(), '/tmp/chart.png');
	press('redo');
	assert.equal(text(), '[chart.png 3 B] ');
	press('backspace');
	press('backspace');
	assert.equal(text(), '');
});

test('@ lists files, and Tab or Enter attaches the chosen one in its place', async () => {
	const {files, settle} = slowFiles();
	const {type, press, text, store} = openPrompt({files});
	store.update(state => ({
		...state,
		files: {
			items: ['chart.png', 'docs/notes.txt'].map(label => ({label, description: ''})),
			isLoading: false,
		},
	}));
	type('Read @not');
	press('complete');
	await settle();
	assert.equal(text(), 'Read [notes.txt 2 B] ');
	type('and @');
	press('moveDown');
	press('moveUp');
	press('enter');
	await settle();
	assert.equal(text(), 'Read [notes.txt 2 B] and [chart.png 3 B] ');
});

test('Enter sends a prompt that ends with an @ and letters of no file', () => {
	const {type, press, done, store} = openPrompt();
	store.update(state => ({
		...state,
		files: {items: [{label: 'chart.png', description: ''}], isLoading: false},
	}));
	type('Write to @crn');
	press('enter');
	assert.deepEqual(done, ['send "Write to @crn" null']);
});

test('/attach puts the files in the place of its line, which stays if there is none', async () => {
	const {files, settle} = slowFiles();
	const {type, press, text, store} = openPrompt({files});
	type('/attach /tmp/my chart.png');
	press('enter');
	await settle();
	assert.equal(text(), '[chart.png 3 B] ');
	press('killToStart');
	type('/attach "/tmp/my chart.png" docs/notes.txt');
	press('enter');
	await settle();
	assert.equal(text(), '[chart.png 3 B] [notes.txt 2 B] ');
	press('killToStart');
	type('/attach nowhere.png');
	press('enter');
	await settle();
	assert.equal(text(), '/attach nowhere.png');
	assert.equal(store.state.reply?.text, 'Cannot read nowhere.png: it does not exist.');
});

test('Ctrl+V attaches the picture on the clipboard, or says why there is none', async () => {
	const {files, settle} = slowFiles();
	const withPicture = openPrompt({files});
	withPicture.type('This: ');
	withPicture.press('pastePicture');
	await settle();
	assert.equal(withPicture.text(), 'This: [clipboard 3 B] ');
	const without = openPrompt();
	without.press('pastePicture');
	await settle();
	assert.equal(without.store.state.reply?.text, 'There is no picture on the clipboard.');
});

test('a prompt that would be refused is there again with its files, and so is one from the editor', async () => {
	const {files, settle} = slowFiles();
	const {paste, type, press, value, text, editors} = openPrompt({
		files,
		refusal: 'The model takes no pictures.',
	});
	paste('/tmp/chart.png');
	await settle();
	type('What?');
	press('enter');
	assert.deepEqual(value(), [chart, 'What?']);
	press('edit');
	editors[0]?.resolve({text: 'First: [chart.png 3 B] Then?'});
	await settle();
	assert.equal(text(), 'First: [chart.png 3 B] Then?');
	assert.deepEqual(value(), ['First:', chart, 'Then?']);
});

test('a dropped draft is kept and the prompt empty; while an answer comes, the key is not the prompt’s', () => {
	const {type, run, text, done} = openPrompt();
	type('half a thought');
	assert.equal(run({name: 'drop'}), true);
	assert.deepEqual([done, text()], [['draft "half a thought"'], '']);
	assert.equal(run({name: 'drop'}), false);
	const answering = openPrompt({isAnswering: true});
	answering.type('half a thought');
	assert.equal(answering.run({name: 'drop'}), false);
	assert.deepEqual([answering.done, answering.text()], [[], 'half a thought']);
});

test('Up in an empty prompt takes the newest queued prompt back, and in any other does what it always does', () => {
	const {press, text} = openPrompt({queued: ['one', 'two'], isAnswering: true});
	press('moveUp');
	assert.equal(text(), 'two');
	press('moveUp');
	assert.equal(text(), 'two');
	press('killToStart');
	press('moveUp');
	assert.equal(text(), 'one');
	press('killToStart');
	press('moveUp');
	assert.equal(text(), '');
});
