import type {ActionName} from '../keymap.js';
import type {ScreenModel} from '../screen-model.js';
import {historyActions} from './history-actions.js';
import {inspectorActions} from './inspector-actions.js';
import {logActions} from './log-actions.js';
import {paneActions} from './pane-actions.js';

/** What keys can do beyond the screen itself. */
export type ActionEffects = {
	interrupt(): void;
	leave(): void;
	suspend(): void;
};

export type Actions = Readonly<Record<ActionName, () => void>>;

/** Every action that the key map names. */
export function createActions(model: ScreenModel, effects: ActionEffects): Actions {
	return {
		...paneActions(model),
		...historyActions(model),
		...logActions(model),
		...inspectorActions(model),
		...leavingActions(model, effects),
		suspend: effects.suspend,
	};
}

/** Escape and Ctrl+C: what they stop depends on what there is to stop. */
function leavingActions(model: ScreenModel, effects: ActionEffects) {
	const isAnswering = () => {
		const phase = latestPhase(model);
		return phase === 'connecting' || phase === 'streaming';
	};

	const notice = (words: string) => model.store.update(state => ({...state, notice: words}));
	return {
		escape() {
			if (model.state.overlay !== null) {
				model.store.update(state => ({...state, overlay: null}));
			} else if (model.state.focus !== 'prompt') {
				model.store.update(state => ({...state, focus: 'prompt'}));
			} else if (isAnswering()) {
				effects.interrupt();
			}
		},
		interruptOrLeave() {
			if (isAnswering()) {
				effects.interrupt();
				notice('Ctrl+C again leaves');
			} else if (model.state.notice === 'Ctrl+C again leaves') {
				effects.leave();
			} else {
				notice('Ctrl+C again leaves');
			}
		},
	};
}

function latestPhase(model: ScreenModel): string {
	return model.latest?.phase ?? 'idle';
}
