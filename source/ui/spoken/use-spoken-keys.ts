import {useInput, usePaste} from 'ink';
import {type KeyPress, keyPresses} from '../prompt/key-press.js';
import type {PromptCommand} from '../prompt/prompt-command.js';
import {promptCommand} from '../prompt/prompt-keys.js';
import {useBursts} from '../prompt/use-bursts.js';
import type {PromptEditor} from '../prompt/use-prompt-editor.js';
import {turnsNotice} from '../screen/escape.js';
import {type ActionName, actionOf} from '../screen/keymap.js';
import {leavingNotice} from '../screen/leaving-reducer.js';
import type {ScreenStore} from '../screen/screen-store.js';

/** What works without panes. All other keys are the prompt's. */
const spokenActions: ReadonlySet<ActionName> = new Set([
	'escape',
	'interruptOrLeave',
	'keepChanges',
	'suspend',
]);

/** Dispatches every key: to the prompt, and the rest to the few actions that work without panes. */
export function useSpokenKeys(store: ScreenStore, editor: PromptEditor): void {
	const drop = (): PromptCommand | null => (store.state.notice === leavingNotice ? null : {name: 'drop'});
	const isClaimed = (command: PromptCommand | null) => command !== null && editor.claim(command);

	const press = (key: KeyPress) => {
		// Without panes, stepping has nowhere to go, and all keys are the prompt's.
		if (store.state.focus !== 'prompt') {
			store.dispatch({name: 'focusPrompt'});
		}

		const bound = 'key' in key ? actionOf(key.key, 'prompt', store.state.keymap) : null;
		const action = bound !== null && spokenActions.has(bound) ? bound : null;
		if (action !== 'interruptOrLeave' && store.state.notice !== null) {
			store.dispatch({name: 'say', notice: null});
		}

		const command = promptCommand(key, store.state.keymap);
		if (action === null) {
			if (command !== null) {
				editor.run(command);
			}
		} else if (!isClaimed(action === 'interruptOrLeave' ? drop() : command)) {
			store.dispatch({name: action});
			// Without panes no turn can be selected.
			if (store.state.notice === turnsNotice) {
				store.dispatch({name: 'say', notice: null});
			}
		}
	};

	const isBurst = useBursts();
	useInput((input, key) => {
		if (isBurst(input, key)) {
			editor.run({name: 'paste', text: input});
			return;
		}

		for (const one of keyPresses(input, key)) {
			press(one);
		}
	});
	usePaste(text => editor.run({name: 'paste', text}));
}
