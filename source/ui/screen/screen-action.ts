import type {Theme} from '../../text/theme.js';
import type {NotifyWay, WindowFocus} from '../attention/attention-state.js';
import type {CallAction} from '../conversation/call-reducer.js';
import type {FieldAction} from '../events/field-reducer.js';
import type {Overlay} from '../help/help-state.js';
import type {TabName} from '../inspector/inspector-state.js';
import type {PlayerAction} from '../player/reduce-play.js';
import type {UnkeptSetting} from './keeping-state.js';
import type {ActionName} from './keymap.js';
import type {PaneName, Size} from './layout.js';
import type {PaneSizes} from './pane-state.js';
import type {Cell} from './pointer-state.js';

/** An action named in the key map. `key` is the key, for actions of several keys. */
export type KeyAction = {readonly name: ActionName; readonly key?: string};

/** Facts that arrive without a user action. */
export type FactAction =
	/** The terminal's size, the number of rows between the panes and the status line, and what the conversation says before the first turn. */
	| {
			readonly name: 'layOut';
			readonly size: Size;
			readonly promptHeight: number;
			readonly welcome: readonly string[];
	  }
	/** The terminal got the keyboard or lost it. */
	| {readonly name: 'noteWindowFocus'; readonly focus: WindowFocus}
	/** Something new is known about earlier events. */
	| {readonly name: 'learn'}
	/** It is time for the next step of a hunt. */
	| {readonly name: 'continueHunt'}
	/** It is time for the next step of a filter, or of counting for the statistics. */
	| {readonly name: 'continueFilter'}
	| {readonly name: 'useTheme'; readonly theme: Theme}
	/** A notice about what just happened; `null` removes it. */
	| {readonly name: 'say'; readonly notice: string | null};

/** Actions of commands and of the program itself. */
export type CommandAction =
	| {readonly name: 'openTab'; readonly tab: TabName}
	| {readonly name: 'selectEvent'; readonly position: number}
	| {readonly name: 'seek'; readonly length: number}
	| {readonly name: 'showEvents'; readonly isShown: boolean}
	| {readonly name: 'setSizes'; readonly sizes: Partial<PaneSizes>}
	| {readonly name: 'setNotify'; readonly way: NotifyWay}
	| {readonly name: 'openHelp'}
	/** Shows two exchanges side by side. What is not named is chosen. */
	| {readonly name: 'openDiff'; readonly exchanges: readonly number[]}
	| {readonly name: 'closeHelp'}
	/** A text was typed while the help is open. */
	| {readonly name: 'typeInHelp'; readonly text: string}
	/** A new conversation begins with the exchange `since`. */
	| {readonly name: 'clear'; readonly since: number}
	/** A comparison begins or ends. The screen shows that it runs, and Esc stops it. */
	| {readonly name: 'compare'; readonly isRunning: boolean}
	/** Several streams come at once, so their list is shown, unless something else is open. */
	| {readonly name: 'showExchanges'}
	| {readonly name: 'forgetLeaving'}
	/** A key was typed into the prompt: what was said about the key before is out of date. */
	| {readonly name: 'forgetWords'}
	/** A key was pressed that the start screen does not use. */
	| {readonly name: 'forgetStart'}
	/** A prompt is sent. `isStopped` asks the screen to stop at its request. */
	| {readonly name: 'sendPrompt'; readonly isStopped: boolean}
	/** Whether every prompt stops at its request. */
	| {readonly name: 'setStepping'; readonly isOn: boolean}
	/** Whether answers are shown rendered. */
	| {readonly name: 'showMarkdown'; readonly isOn: boolean}
	/** A command changed settings without keeping them. */
	| {readonly name: 'changeSettings'; readonly changes: readonly UnkeptSetting[]}
	/** These values of settings were kept. */
	| {readonly name: 'forgetChanges'; readonly kept: ReadonlyMap<string, unknown>};

/** Actions of the mouse. */
export type PointerAction =
	/** The wheel was turned over a pane, or over what covers the panes. */
	| {readonly name: 'scroll'; readonly over: PaneName | Overlay; readonly by: number}
	/** The button is pressed in a pane, moves to a cell, which may be outside the pane, and is released. */
	| {readonly name: 'grab'; readonly pane: PaneName; readonly cell: Cell}
	| {readonly name: 'drag'; readonly cell: Cell}
	| {readonly name: 'letGo'}
	/** Focuses a pane and selects what is at the cell. `null` means the frame. */
	| {readonly name: 'pressPane'; readonly pane: PaneName; readonly cell: Cell | null}
	/** The cell is counted from the top of the area below the panes. */
	| {readonly name: 'pressPrompt'; readonly cell: Cell}
	/** Whether the terminal is to report the mouse. */
	| {readonly name: 'useMouse'; readonly isOn: boolean};

/** Everything that changes the screen. Keys, the mouse, commands and facts send the same named actions. */
export type ScreenAction =
	| KeyAction
	| FactAction
	| CommandAction
	| PointerAction
	| FieldAction
	| PlayerAction
	| CallAction;
