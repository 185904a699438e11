// Presses every key of a context of the key map in the built program, and compares what the screen shows before and after.

import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {tabNames} from '../../source/ui/inspector/inspector-state.js';
import {actionOf, type KeyBinding, keymap} from '../../source/ui/screen/keymap.js';
import type {PaneName} from '../../source/ui/screen/layout.js';
import type {KeyContext} from '../../source/ui/screen/screen-key.js';
import {openPrograms, type Programs} from './key-programs.js';
import type {Chat, ChatFrame, openChat} from './open-chat.js';
import {focusOf, promptWithCursor} from './screen-facts.js';

/** What a case may read. `key` is the key under test. */
export type Seen = {readonly frame: ChatFrame; readonly chat: Chat; readonly key: string};

type Start = {
	/** Where the case can be tried. The default is the chat. */
	readonly player?: 'replay' | 'calls' | 'start';
	/** Text to type and then keys to press before the key. */
	readonly text?: string | ((key: string) => string);
	readonly from?: readonly string[];
};

/** One fact of the screen, before and after the key. `back` restores the state before. `again` is the key itself. */
type Change = {
	readonly shows: (seen: Seen) => unknown;
	readonly before: unknown;
	readonly after: unknown;
	readonly back?: 'again' | readonly string[];
};

/** The key ends the program. */
type Ending = {readonly exitCode: number};

export type KeyCase = Start & (Change | Ending);

export type KeyCases<Action extends string> = Readonly<Record<Action, KeyCase | readonly KeyCase[]>>;

type KeyTests = {
	readonly context: KeyContext;
	readonly cases: KeyCases<string>;
	/** The panes in which each key is tried, except those where the key has another action. */
	readonly panes: ReadonlyArray<PaneName | 'prompt'>;
	readonly kittyKeyboard?: boolean;
	/** Keys that this kind of terminal cannot send. */
	readonly unsendable?: readonly string[];
	readonly chat?: Parameters<typeof openChat>[0];
};

/** Declares a test for every key of a context, and one that none was left out. */
export const testKeys = ({
	context,
	cases,
	panes,
	kittyKeyboard = false,
	unsendable = [],
	chat: options,
}: KeyTests): void => {
	const programs = openPrograms({kittyKeyboard, ...options});
	const pressed: string[] = [];
	const bindings = keymap.filter(binding => binding.context === context);
	const kind = kittyKeyboard ? 'with the kitty keyboard protocol, ' : '';
	after(async () => {
		await programs.close();
		programs[Symbol.dispose]();
	});

	for (const {keys, action, help} of bindings) {
		for (const key of keys.filter(one => !unsendable.includes(one))) {
			for (const pane of panes.filter(one => isMeant(key, one, context, action))) {
				test(`${kind}${key} in the ${pane}: ${help}`, async () => {
					try {
						for (const one of [cases[action] ?? []].flat()) {
							await tryCase(programs, one, key, pane);
							pressed.push(key);
						}
					} catch (error) {
						// The next key must not suffer from what a failed case left behind.
						await programs.close();
						throw error;
					}
				});
			}
		}
	}

	test(`${kind}no key of the context ${context} was left out`, () => {
		const all = bindings.flatMap(({keys}) => keys).filter(key => !unsendable.includes(key));
		assert.notEqual(all.length, 0);
		assert.deepEqual([...new Set(pressed)].sort(), [...new Set(all)].sort());
	});
};

/** Whether a key performs this action there, and not that of a narrower context. */
const isMeant = (
	key: string,
	pane: PaneName | 'prompt',
	context: KeyContext,
	action: KeyBinding['action'],
): boolean =>
	['prompt', 'presenting', 'help', 'turns', 'exchanges', 'picker', 'views', 'diff', 'start'].includes(
		context,
	) || actionOf(key, pane) === action;

const tryCase = async (
	programs: Programs,
	one: KeyCase,
	key: string,
	pane: PaneName | 'prompt',
): Promise<void> => {
	const player = one.player ?? 'chat';
	const chat = await programs.get(player);
	await bringBack(chat, pane);
	if (one.text !== undefined) {
		chat.write(typeof one.text === 'string' ? one.text : one.text(key));
	}

	chat.press(...(one.from ?? []));
	if ('exitCode' in one) {
		chat.press(key);
		assert.deepEqual(await chat.exited, {code: one.exitCode, signal: null});
		await programs.forget(player);
		return;
	}

	assert.notDeepEqual(one.before, one.after, 'the expectation could not fail');
	const shows = (wanted: unknown, when: string) => waitForFact(chat, one, key, wanted, when);
	await shows(one.before, 'before');
	chat.press(key);
	await shows(one.after, 'after');
	if (one.back !== undefined) {
		chat.press(...(one.back === 'again' ? [key] : one.back));
		await shows(one.before, 'back again');
	}

	if (player === 'start') {
		// Something was asked, and only a new program has not been asked anything.
		await programs.forget(player);
	}
};

const waitForFact = async (
	chat: Chat,
	{shows}: Change,
	key: string,
	wanted: unknown,
	when: string,
): Promise<void> => {
	let last: unknown;
	try {
		await chat.frame(frame => {
			last = shows({frame, chat, key});
			return isDeepStrictEqual(last, wanted);
		}, 5000);
	} catch (error) {
		const words = `${key}, ${when}: ${JSON.stringify(last)} instead of ${JSON.stringify(wanted)}`;
		throw new Error(`${words}\n${String(error)}`, {cause: error});
	}
};

const titles: Readonly<Record<PaneName | 'prompt', readonly string[]>> = {
	prompt: ['Prompt'],
	history: ['Conversation'],
	events: ['Events'],
	inspector: tabNames.map(name => `${name.charAt(0).toUpperCase()}${name.slice(1)}`),
};

let numberOfCase = 9000;

/** The state from which every case starts: that pane has the focus, the playhead is at the end, and the inspector shows the message. */
const bringBack = async (chat: Chat, pane: PaneName | 'prompt'): Promise<void> => {
	for (;;) {
		const focus = focusOf(await chat.frame(frame => focusOf(frame) !== ''));
		if (titles[pane].includes(focus)) {
			break;
		}

		const covering = ['Turns', 'Exchanges', 'Columns', 'Views', 'Diff'];
		chat.press(focus === 'Keys' ? 'f1' : covering.includes(focus) ? 'escape' : 'tab');
		await chat.frame(frame => focusOf(frame) !== focus);
	}

	// A number that no earlier frame can show, so a screen that shows it is newer than all keys pressed so far.
	const number = String(++numberOfCase);
	if (pane === 'prompt') {
		chat.press('ctrl+end', ...Array.from({length: 8}, () => 'ctrl+u'));
		chat.write(number);
		await chat.frame(frame => promptWithCursor(chat, frame) === `${number}|`);
		chat.press('ctrl+u');
		await chat.frame(frame => promptWithCursor(chat, frame) === '|');
	} else {
		chat.write(`01:${number}\r`);
		await chat.frame(({status}) => status.includes(`"${number}" is not an event`));
	}
};
