import {type AttentionState, initialAttention} from '../attention/attention-state.js';
import {type CallState, initialCalls} from '../conversation/call-state.js';
import {type ConversationState, initialConversation} from '../conversation/conversation-state.js';
import {type DiffState, initialDiff} from '../diff/diff-state.js';
import {type FieldState, initialField} from '../events/field-state.js';
import {initialLog, type LogState} from '../events/log-state.js';
import {initialPicker, type PickerState} from '../events/picker-state.js';
import {type ExchangesState, initialExchanges} from '../exchanges/exchanges-state.js';
import {type HelpState, initialHelp} from '../help/help-state.js';
import {type InspectorState, initialInspector} from '../inspector/inspector-state.js';
import {initialPlayer, type PlayerState} from '../player/player-state.js';
import {initialKeeping, type KeepingState} from './keeping-state.js';
import {initialPanes, type PaneState} from './pane-state.js';
import {initialPointer, type PointerState} from './pointer-state.js';

/** Everything on the screen that is not a fold of the trace: what the user looks at, and how. Each feature has its own part. */
export type ScreenState = PaneState &
	PointerState &
	ConversationState &
	CallState &
	LogState &
	FieldState &
	InspectorState &
	PlayerState &
	HelpState &
	AttentionState &
	PickerState &
	KeepingState & {
		/** The list of exchanges over the panes. */
		readonly exchanges: ExchangesState;
		/** Two exchanges side by side, over the panes. */
		readonly diff: DiffState;
		/** A notice about what a key just did. */
		readonly notice: string | null;
	};

export const initialScreen: ScreenState = {
	...initialPanes,
	...initialPointer,
	...initialConversation,
	...initialCalls,
	...initialLog,
	...initialField,
	...initialInspector,
	...initialPlayer,
	...initialHelp,
	...initialAttention,
	...initialPicker,
	...initialExchanges,
	...initialDiff,
	...initialKeeping,
	notice: null,
};
