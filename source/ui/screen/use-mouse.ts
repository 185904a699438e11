import {useEffect, useEffectEvent} from 'react';
import {promptIndent} from '../prompt/prompt.js';
import type {PromptEditor} from '../prompt/use-prompt-editor.js';
import type {AssembledInput} from '../terminal/assembled-input.js';
import type {MouseReport} from '../terminal/mouse-reports.js';
import {pointerActions} from './pointer-actions.js';
import type {ScreenStore} from './screen-store.js';

/** Handles mouse reports, if the terminal sends them. A press in the prompt puts the cursor there. Without a prompt, `editor` is `null`. */
export function useMouse(
	store: ScreenStore,
	mouse: Pick<AssembledInput, 'subscribe'> | null,
	editor: Pick<PromptEditor, 'layout' | 'place'> | null,
): void {
	const handle = useEffectEvent((report: MouseReport) => {
		for (const action of pointerActions(store.newest(), report)) {
			store.dispatch(action);
			if (action.name === 'pressPrompt' && editor !== null) {
				const {row, column} = action.cell;
				const top = store.state.promptHeight - editor.layout.rows.length;
				editor.place({row: row - top, column: column - promptIndent});
			}
		}
	});
	useEffect(() => mouse?.subscribe(handle), [mouse]);
}
