import type {Theme} from '../../text/theme.js';
import type {FieldAction} from '../events/field-reducer.js';
import type {TabName} from '../inspector/inspector-state.js';
import type {PlayAction} from '../player/play.js';
import type {ActionName} from './keymap.js';
import type {PaneName, Size} from './layout.js';

/** An action that the key map names. */
export type KeyAction = {readonly name: ActionName};

/** What has become known without anybody asking for it. */
export type FactAction =
	/** The size of the terminal, and the rows between the panes and the status line. */
	| {readonly name: 'layOut'; readonly size: Size; readonly promptHeight: number}
	/** Something was found out about events that are already there. */
	| {readonly name: 'learn'}
	| {readonly name: 'useTheme'; readonly theme: Theme}
	/** A word about what just happened; `null` takes it away. */
	| {readonly name: 'say'; readonly notice: string | null};

/** What commands and the program itself ask of the screen. */
export type CommandAction =
	| {readonly name: 'openTab'; readonly tab: TabName}
	| {readonly name: 'selectEvent'; readonly position: number}
	| {readonly name: 'seek'; readonly length: number}
	| {readonly name: 'showEvents'; readonly isShown: boolean}
	| {readonly name: 'openHelp'}
	| {readonly name: 'closeHelp'}
	/** A new conversation begins with the exchange `since`. */
	| {readonly name: 'clear'; readonly since: number}
	/** A comparison begins or is over; it is shown that it runs, and Esc stops it. */
	| {readonly name: 'compare'; readonly isRunning: boolean}
	| {readonly name: 'forgetLeaving'}
	/** Stops at the event that has just come, where the breakpoint is about it. */
	| {readonly name: 'checkBreakpoint'};

/** A cell inside a pane's frame, counted from 0. */
export type Cell = {readonly row: number; readonly column: number};

/** What the mouse asks for. */
export type PointerAction =
	/** The wheel over a pane, or over the help that covers them. */
	| {readonly name: 'scroll'; readonly over: PaneName | 'help'; readonly by: number}
	/** Gives a pane the focus, and selects what is at the cell; `null` stands for the frame. */
	| {readonly name: 'pressPane'; readonly pane: PaneName; readonly cell: Cell | null}
	| {readonly name: 'pressPrompt'};

/** Everything that changes the screen: keys, the mouse, commands and facts send the same named actions. */
export type ScreenAction = KeyAction | FactAction | CommandAction | PointerAction | FieldAction | PlayAction;
