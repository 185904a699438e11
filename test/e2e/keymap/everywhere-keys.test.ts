import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {serveHeldStreams} from '../../helpers/held-streams.js';
import {type KeyCase, type KeyCases, testKeys} from '../../helpers/key-cases.js';
import {openChat} from '../../helpers/open-chat.js';
import {focusOf, titlesOf} from '../../helpers/screen-facts.js';

/** From one pane with the focus to another. */
const focuses = (from: readonly string[], before: string, after: string): KeyCase => ({
	from,
	shows: ({frame}) => focusOf(frame),
	before,
	after,
});

const panes = ['Conversation', 'Events', 'Message', 'Prompt'];
const presented = ['Conversation', 'Event', 'Prompt'];

const cases: KeyCases<ActionIn<'everywhere'>> = {
	nextPane: [
		focuses([], 'Events', 'Message'),
		focuses(['tab'], 'Message', 'Prompt'),
		focuses(['tab', 'tab'], 'Prompt', 'Conversation'),
		focuses(['tab', 'tab', 'tab'], 'Conversation', 'Events'),
	],
	previousPane: [
		focuses([], 'Events', 'Conversation'),
		focuses(['shift+tab'], 'Conversation', 'Prompt'),
		focuses(['shift+tab', 'shift+tab'], 'Prompt', 'Message'),
		focuses(['shift+tab', 'shift+tab', 'shift+tab'], 'Message', 'Events'),
	],
	toggleHelp: [
		{...focuses([], 'Events', 'Keys'), back: 'again'},
		{...focuses(['i'], 'Prompt', 'Keys'), back: 'again'},
	],
	togglePresenting: [
		{shows: ({frame}) => titlesOf(frame), before: panes, after: presented, back: 'again'},
		{from: ['i'], shows: ({frame}) => titlesOf(frame), before: panes, after: presented, back: 'again'},
	],
	resizeLog: {
		shows: ({frame}) => titlesOf(frame),
		before: panes,
		after: ['Events', 'Prompt'],
		back: ['f3', 'f3'],
	},
	placeInspector: {
		from: ['f3'],
		shows: ({frame}) => titlesOf(frame),
		before: ['Events', 'Prompt'],
		after: ['Events', 'Message', 'Prompt'],
		back: ['f4', 'f4'],
	},
	escape: [
		// The log still has the whole screen.
		focuses(['f3', 'f3', 'f1'], 'Keys', 'Events'),
		{from: ['f2'], shows: ({frame}) => titlesOf(frame), before: presented, after: panes},
		focuses([], 'Events', 'Prompt'),
	],
	keepChanges: {
		shows: ({frame}) => frame.status.includes('no setting was changed that is not kept'),
		before: false,
		after: true,
		back: ['home'],
	},
	redraw: {
		shows: ({chat}) => {
			const wiped = chat.raw().split('\u001B[2K').length > 40;
			return wiped;
		},
		before: false,
		after: true,
	},
	interruptOrLeave: [
		{
			shows: ({frame}) => frame.status.includes('Ctrl+C again quits'),
			before: false,
			after: true,
			back: ['home'],
		},
		{from: ['ctrl+c'], exitCode: 0},
	],
	suspend: {
		// There is no shell that could bring it back: it leaves the screen and comes back by itself.
		shows: ({chat}) => [chat.raw().split('\u001B[?1049h').length, chat.raw().split('\u001B[?1049l').length],
		before: [2, 1],
		after: [3, 2],
	},
};

describe('the keys that count everywhere', () => {
	for (const kittyKeyboard of [false, true]) {
		testKeys({context: 'everywhere', cases, panes: ['events'], kittyKeyboard});
	}
});

for (const key of ['escape', 'ctrl+c']) {
	test(`${key} stops the answer`, async () => {
		await using api = await serveHeldStreams();
		await using chat = await openChat({
			args: ['--base-url', api.url],
			env: {ANTHROPIC_API_KEY: 'test-key'},
		});
		chat.send('Hello');
		const stream = await api.next();
		stream.start();
		stream.text('It goes on and');
		await chat.frame(
			({conversation, status}) => conversation.includes('It goes on and') && status.includes('streaming'),
		);
		chat.press(key);
		const stopped = await chat.status('interrupted');
		assert.match(stopped.conversation, /It goes on and/);
		await stream.closed;
	});
}
