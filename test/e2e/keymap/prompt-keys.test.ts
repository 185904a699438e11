import {after, describe} from 'node:test';
import type {PromptKeyCommand} from '../../../source/ui/prompt/prompt-command.js';
import {serveAnswers} from '../../helpers/answering-api.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {noteOf, promptWithCursor} from '../../helpers/screen-facts.js';

const api = await serveAnswers();
after(() => api[Symbol.asyncDispose]());

/** The prompt's text with the cursor as `|` in it, before and after. */
const edits = (text: string, from: readonly string[], before: string, after: string): KeyCase => ({
	text,
	from,
	shows: ({frame, chat}) => promptWithCursor(chat, frame),
	before,
	after,
});

const promptRows = ({frame}: Seen) => frame.panes.at(-1)?.rows ?? [];
const isSearching = (seen: Seen) => promptRows(seen).some(row => row.startsWith('> search:'));
const hasMenu = (seen: Seen) =>
	promptRows(seen).some(row => /^ *\S? *\/thinking .*whether the model thinks first/.test(row));

const leavesSearch = (text: string): KeyCase => ({
	text,
	from: ['ctrl+r'],
	shows: seen => (isSearching(seen) ? 'search' : promptWithCursor(seen.chat, seen.frame)),
	before: 'search',
	after: `${text}|`,
});

/** Whether the conversation shows its end. */
const follows = (from: readonly string[], before: boolean, after: boolean): KeyCase => ({
	from,
	shows: ({frame}) => noteOf(frame, 'Conversation') === 'following',
	before,
	after,
	back: ['pagedown'],
});

const cases: KeyCases<PromptKeyCommand> = {
	enter: [
		{
			text: key => `Sent by ${key}`,
			shows: ({frame, chat, key}) => ({
				prompt: promptWithCursor(chat, frame).replace(key, 'KEY'),
				isSent: new RegExp(`You Sent by ${key.replace('+', '\\+')} .*Answer \\d+\\.$`).test(
					frame.conversation,
				),
			}),
			before: {prompt: 'Sent by KEY|', isSent: false},
			after: {prompt: '|', isSent: true},
		},
		edits('one\\', [], 'one\\|', 'one\n|'),
	],
	sendAndStop: edits('one', ['left'], 'on|e', 'on\n|e'),
	newline: edits('one', ['left'], 'on|e', 'on\n|e'),
	moveLeft: edits('one', [], 'one|', 'on|e'),
	moveRight: edits('one', ['home'], '|one', 'o|ne'),
	moveUp: [
		edits('one\ntwo', [], 'one\ntwo|', 'one|\ntwo'),
		{
			text: 'Sent before\r',
			shows: ({frame, chat}) => ({
				prompt: promptWithCursor(chat, frame),
				isSent: /You Sent before .*Answer \d+\.$/.test(frame.conversation),
			}),
			before: {prompt: '|', isSent: true},
			after: {prompt: 'Sent before|', isSent: true},
			back: ['down'],
		},
	],
	scrollUp: follows([], true, false),
	scrollDown: {...follows(['shift+up'], false, true), back: ['shift+up']},
	scrollPageUp: follows(['pagedown'], true, false),
	scrollPageDown: {...follows(['pageup'], false, true), back: ['pageup']},
	moveDown: [
		edits('one\ntwo', ['up'], 'one|\ntwo', 'one\ntwo|'),
		{
			from: ['up'],
			shows: ({frame, chat}) => promptWithCursor(chat, frame) === '|',
			before: false,
			after: true,
		},
	],
	wordLeft: edits('one two', [], 'one two|', 'one |two'),
	wordRight: edits('one two', ['home'], '|one two', 'one| two'),
	lineStart: edits('one\ntwo', [], 'one\ntwo|', 'one\n|two'),
	lineEnd: edits('one\ntwo', ['home'], 'one\n|two', 'one\ntwo|'),
	textStart: edits('one\ntwo', [], 'one\ntwo|', '|one\ntwo'),
	textEnd: edits('one\ntwo', ['up', 'home'], '|one\ntwo', 'one\ntwo|'),
	backspace: edits('one', ['left'], 'on|e', 'o|e'),
	deleteForward: edits('one', ['home'], '|one', '|ne'),
	killWord: edits('one two', [], 'one two|', 'one |'),
	deleteWordForward: edits('one two', ['home'], '|one two', '| two'),
	killToEnd: edits('one two', ['home'], '|one two', '|'),
	killToStart: edits('one two', ['left'], 'one tw|o', '|o'),
	yank: edits('one two', ['ctrl+w'], 'one |', 'one two|'),
	undo: edits('one two', ['ctrl+w'], 'one |', 'one two|'),
	redo: edits('one two', ['ctrl+w', 'ctrl+_'], 'one two|', 'one |'),
	search: {shows: isSearching, before: false, after: true, back: ['escape']},
	edit: [edits('one', [], 'one|', 'edited|'), leavesSearch('one')],
	pastePicture: {
		shows: seen => promptRows(seen).some(row => row.includes('There is no clipboard here')),
		before: false,
		after: true,
		back: ['right'],
	},
	complete: edits('/thi', [], '/thi|', '/thinking |'),
	escape: [leavesSearch('one'), {text: '/thi', shows: hasMenu, before: true, after: false}],
};

/** What a terminal without the kitty protocol sends as another key, or as a character. */
const kittyOnly = ['shift+enter', 'ctrl+backspace', 'ctrl+/', 'ctrl+-'];

describe('the keys of the prompt', () => {
	for (const kittyKeyboard of [false, true]) {
		testKeys({
			context: 'prompt',
			cases,
			panes: ['prompt'],
			kittyKeyboard,
			unsendable: kittyKeyboard ? [] : kittyOnly,
			chat: {
				args: ['--base-url', api.url],
				env: {ANTHROPIC_API_KEY: 'test-key', EDITOR: `sh -c 'printf edited > "$0"'`},
			},
		});
	}
});
