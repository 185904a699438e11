import {useInput, usePaste} from 'ink';
import {useCallback, useEffect} from 'react';
import {closeField, submitField} from '../events/field-actions.js';
import {type KeyPress, keyPresses} from '../prompt/key-press.js';
import {promptCommand} from '../prompt/prompt-keys.js';
import type {PromptEditor} from '../prompt/use-prompt-editor.js';
import {type Actions, leavingNotice} from './create-actions.js';
import {type ActionName, actionOf, type KeyTarget} from './keymap.js';
import type {ScreenModel} from './screen-model.js';
import {useRawKeys} from './use-raw-keys.js';

const segmenter = new Intl.Segmenter();

/** Milliseconds in which a second Ctrl+C leaves. */
const patience = 3000;

/**
 * Hands out every key, one at a time: to the key map's action where it has one, else to the prompt. A key that moves the focus counts
 * for the keys after it in the same chunk of input, so that nothing typed is lost or lands in the wrong place. Without a prompt `editor`
 * is `null`. Gives the function that hands keys out, for those that a field has heard but that came after it was closed.
 */
export function useScreenKeys(
	model: ScreenModel,
	actions: Actions,
	editor: PromptEditor | null,
): (presses: readonly KeyPress[]) => void {
	const target = (): KeyTarget => (model.state.overlay === null ? model.state.focus : model.state.overlay);

	const act = (action: ActionName) => {
		// A word about the key before is old news, except to the key that was told to be pressed again.
		if (action !== 'interruptOrLeave' && model.state.notice !== null) {
			model.store.update(state => ({...state, notice: null}));
		}

		actions[action]();
	};

	const stay = useCallback(() => {
		model.store.update(state => (state.notice === leavingNotice ? {...state, notice: null} : state));
	}, [model]);

	const press = (key: KeyPress) => {
		if ('text' in key || key.key !== 'ctrl+c') {
			stay();
		}

		// Typed in one chunk, the letters of `tab` are no key of that name.
		const isText = 'text' in key && key.text.length > 1;
		const name = 'text' in key ? (key.text === ' ' ? 'space' : key.text) : key.key;
		const action = isText ? null : actionOf(name, target(), model.keymap);
		const command = target() === 'prompt' ? promptCommand(key, model.keymap) : null;
		if (action === null) {
			if (command !== null) {
				editor?.run(command);
			}
		} else if (command === null || editor?.claim(command) !== true) {
			act(action);
		}
	};

	const pressAll = (presses: readonly KeyPress[]) => {
		for (const one of presses) {
			for (const each of target() === 'prompt' ? [one] : singleKeys(one)) {
				if (model.state.field === null) {
					press(each);
				} else {
					pressInField(model, each);
				}
			}
		}
	};

	useInput((input, key) => {
		// A field that was open before this chunk hears its keys itself.
		if (!isLateAnswer(input) && model.state.field === null) {
			pressAll(keyPresses(input, key));
		}
	});

	usePaste(text => {
		if (editor !== null && model.state.field === null && model.state.overlay === null) {
			model.store.update(state => ({...state, focus: 'prompt'}));
			editor.run({name: 'paste', text});
		}
	});

	const isLeaving = model.state.notice === leavingNotice;
	useEffect(() => {
		const timer = isLeaving ? setTimeout(stay, patience) : undefined;
		return () => clearTimeout(timer);
	}, [isLeaving, stay]);

	useRawKeys(name => {
		const action = actionOf(name, target(), model.keymap);
		if (action !== null) {
			act(action);
		}
	});

	return pressAll;
}

/** True for what a terminal answers to the question for its colours, when it comes after the wait for it has ended: nobody typed it. */
function isLateAnswer(input: string): boolean {
	return /^\]?1[01];rgb:[\da-f]{1,4}\/[\da-f]{1,4}\/[\da-f]{1,4}/i.test(input);
}

/** In a pane each character is a key of its own: a held key comes as several in one chunk. */
function singleKeys(key: KeyPress): readonly KeyPress[] {
	return 'text' in key ? [...segmenter.segment(key.text)].map(({segment}) => ({text: segment})) : [key];
}

/** What is typed in the same chunk as the key that opened the field. */
function pressInField(model: ScreenModel, press: KeyPress): void {
	const {field} = model.state;
	if (field === null) {
		return;
	}

	if ('text' in press) {
		model.store.update(state => ({...state, field: {...field, value: field.value + press.text}}));
	} else if (press.key === 'enter') {
		submitField(model, field.value);
	} else if (press.key === 'escape') {
		closeField(model);
	}
}
