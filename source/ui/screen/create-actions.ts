import {historyActions} from '../conversation/history-actions.js';
import {jumpActions, logActions} from '../events/log-actions.js';
import {inspectorActions} from '../inspector/inspector-actions.js';
import {playerActions} from '../player/player-actions.js';
import {type Copy, copyActions} from './copy-actions.js';
import type {ActionName} from './keymap.js';
import {paneActions} from './pane-actions.js';
import type {ScreenModel} from './screen-model.js';

/** What keys can do beyond the screen itself. */
export type ActionEffects = {
	interrupt(): void;
	leave(): void;
	suspend(): void;
	readonly copy: Copy;
};

export type Actions = Readonly<Record<ActionName, () => void>>;

/** Every action that the key map names. */
export function createActions(model: ScreenModel, effects: ActionEffects): Actions {
	return {
		...paneActions(model),
		...historyActions(model),
		...logActions(model),
		...jumpActions(model),
		...inspectorActions(model),
		...playerActions(model),
		...copyActions(model, effects.copy),
		...leavingActions(model, effects),
		suspend: effects.suspend,
	};
}

/** While this is said, Ctrl+C leaves. */
export const leavingNotice = 'Ctrl+C again leaves';

/** Escape and Ctrl+C: what they stop depends on what there is to stop. */
function leavingActions(model: ScreenModel, effects: ActionEffects) {
	return {
		escape() {
			if (model.state.overlay !== null) {
				model.store.update(state => ({...state, overlay: null}));
			} else if (model.state.isPresenting && !model.isAnswering) {
				model.store.update(state => ({...state, isPresenting: false}));
			} else if (model.state.focus !== 'prompt' && !model.isReplay) {
				model.store.update(state => ({...state, focus: 'prompt'}));
			} else if (model.isAnswering) {
				effects.interrupt();
			}
		},
		/** In the chat a single key must not leave. */
		leaveReplay() {
			if (model.isReplay) {
				effects.leave();
			}
		},
		interruptOrLeave() {
			if (model.state.notice === leavingNotice) {
				effects.leave();
				return;
			}

			if (model.isAnswering) {
				effects.interrupt();
			}

			model.store.update(state => ({...state, notice: leavingNotice}));
		},
	};
}
