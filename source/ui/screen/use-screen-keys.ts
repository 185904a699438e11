import {useInput, usePaste} from 'ink';
import {useCallback, useEffect} from 'react';
import {startAction} from '../conversation/start-reducer.js';
import {type KeyPress, keyPresses} from '../prompt/key-press.js';
import type {PromptCommand} from '../prompt/prompt-command.js';
import {promptCommand} from '../prompt/prompt-keys.js';
import {useBursts} from '../prompt/use-bursts.js';
import type {PromptEditor} from '../prompt/use-prompt-editor.js';
import {type ActionName, actionOf, chatKeys, type KeyTarget} from './keymap.js';
import {leavingNotice} from './leaving-reducer.js';
import type {ScreenStore} from './screen-store.js';
import {useRawKeys} from './use-raw-keys.js';

const segmenter = new Intl.Segmenter();

/** The time in milliseconds within which a second Ctrl+C quits. */
const patience = 3000;

/** What scrolls the conversation while the prompt has the keys. */
const scrollActions: ReadonlyMap<string, ActionName> = new Map([
	['scrollUp', 'historyUp'],
	['scrollDown', 'historyDown'],
	['scrollPageUp', 'historyPageUp'],
	['scrollPageDown', 'historyPageDown'],
]);

/**
 * Dispatches every key, one at a time: to its action in the key map, otherwise to the prompt, which a character without an action enters. A key that moves the focus applies to the
 * keys after it in the same chunk of input, so that nothing typed is lost or goes to the wrong place. Without a prompt, `editor` is `null`.
 * Returns the function that dispatches keys, for those that a field received after it was closed.
 */
export function useScreenKeys(
	store: ScreenStore,
	editor: PromptEditor | null,
): (presses: readonly KeyPress[]) => void {
	const target = (): KeyTarget => store.state.overlay ?? store.state.focus;

	const stay = useCallback(() => store.dispatch({name: 'forgetLeaving'}), [store]);

	/** Clears a prompt with text in it first, unless the key was pressed before and now quits. */
	const drop = (): PromptCommand | null =>
		target() === 'prompt' && store.state.notice !== leavingNotice ? {name: 'drop'} : null;

	const isPromptEmpty = () => target() === 'prompt' && editor?.newest().text === '';

	/** Ctrl+D deletes to the right. With nothing to delete it quits, as in a shell, but asks first. */
	const leavesEmptyPrompt = (key: KeyPress) => 'key' in key && key.key === 'ctrl+d' && isPromptEmpty();

	/** A search would end with its match. */
	const isMenuKey = (name: 'moveUp' | 'moveDown') =>
		editor !== null && editor.newest().search === null && editor.claim({name});

	const isClaimed = (command: PromptCommand | null) => command !== null && editor?.claim(command) === true;

	const press = (key: KeyPress) => {
		const isLeaving = leavesEmptyPrompt(key);
		if (!isLeaving && ('text' in key || key.key !== 'ctrl+c')) {
			stay();
		}

		if (isLeaving) {
			store.dispatch({name: 'interruptOrLeave'});
			return;
		}

		// The letters of `tab` typed in one chunk are not the Tab key.
		const isText = 'text' in key && key.text.length > 1;
		const name = 'text' in key ? (key.text === ' ' ? 'space' : key.text) : key.key;
		const begins = isPromptEmpty() && !isText ? startAction(store.newest(), name) : null;
		if (begins !== null) {
			store.dispatch({name: begins});
			return;
		}

		store.dispatch({name: 'forgetStart'});
		const asksHelp = name === '?' && isPromptEmpty();
		const action = asksHelp ? 'toggleHelp' : isText ? null : boundAction(store, name, target());
		const command = target() === 'prompt' && !asksHelp ? promptCommand(key, store.state.keymap) : null;
		const scroll = command === null ? undefined : scrollActions.get(command.name);
		if (scroll !== undefined) {
			// The wheel moves in an open menu.
			const move =
				command?.name === 'scrollUp' ? 'moveUp' : command?.name === 'scrollDown' ? 'moveDown' : null;
			if (move === null || !isMenuKey(move)) {
				store.dispatch({name: scroll});
			}
		} else if (action === null) {
			if (command !== null) {
				store.dispatch({name: 'forgetWords'});
				editor?.run(command);
			} else if ('text' in key && target() === 'help') {
				store.dispatch({name: 'typeInHelp', text: key.text});
			} else if (isWriting(key, target()) && editor !== null) {
				store.dispatch({name: 'focusPrompt'});
				editor.run({name: 'insert', text: key.text});
			}
		} else if (!isClaimed(action === 'interruptOrLeave' ? drop() : command)) {
			store.dispatch({name: action, key: name});
		}
	};

	const pressAll = (presses: readonly KeyPress[]) => {
		for (const one of presses) {
			for (const each of target() === 'prompt' ? [one] : singleKeys(one)) {
				if (store.state.field === null) {
					press(each);
				} else {
					pressInField(store, each);
				}
			}
		}
	};

	const isBurst = useBursts();
	useInput((input, key) => {
		// A field that was open before this chunk receives its keys itself.
		if (store.state.field !== null) {
			return;
		}

		if (editor !== null && target() === 'prompt' && isBurst(input, key)) {
			store.dispatch({name: 'forgetWords'});
			editor.run({name: 'paste', text: input});
		} else {
			pressAll(keyPresses(input, key));
		}
	});

	usePaste(text => {
		if (editor !== null && store.state.field === null && store.state.overlay === null) {
			store.dispatch({name: 'focusPrompt'});
			store.dispatch({name: 'forgetWords'});
			editor.run({name: 'paste', text});
		}
	});

	const isLeaving = store.state.notice === leavingNotice;
	useEffect(() => {
		const timer = isLeaving ? setTimeout(stay, patience) : undefined;
		return () => clearTimeout(timer);
	}, [isLeaving, stay]);

	useRawKeys(name => {
		const action = boundAction(store, name, target());
		if (action !== null) {
			store.dispatch({name: action});
		}
	});

	return pressAll;
}

function boundAction(store: ScreenStore, key: string, target: KeyTarget): ActionName | null {
	const {keymap, isReplay, isPresenting, overlay, focus} = store.state;
	const bindings = isReplay ? keymap : chatKeys(keymap);
	const isPane = isPresenting && overlay === null && focus !== 'prompt';
	return (isPane ? actionOf(key, 'presenting', bindings) : null) ?? actionOf(key, target, bindings);
}

/** Whether a key without an action in a pane goes to the prompt: it types a character. What covers the panes is not written over. */
function isWriting(key: KeyPress, target: KeyTarget): key is {readonly text: string} {
	return 'text' in key && key.text !== ' ' && panes.has(target);
}

const panes: ReadonlySet<KeyTarget> = new Set(['history', 'events', 'inspector']);

/** In a pane, each character is a key of its own: a held key arrives as several characters in one chunk. */
function singleKeys(key: KeyPress): readonly KeyPress[] {
	return 'text' in key ? [...segmenter.segment(key.text)].map(({segment}) => ({text: segment})) : [key];
}

/** Handles keys typed in the same chunk as the key that opened the field. */
function pressInField(store: ScreenStore, press: KeyPress): void {
	if ('text' in press) {
		store.dispatch({name: 'typeInField', text: press.text});
	} else if (press.key === 'enter') {
		store.dispatch({name: 'submitField'});
	} else if (press.key === 'escape') {
		store.dispatch({name: 'closeField'});
	}
}
