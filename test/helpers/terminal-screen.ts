import xterm, {type IBufferCell, type Terminal} from '@xterm/headless';
import {createGraphemeWidthProvider} from './grapheme-width-provider.js';
import {trackKittyKeyboardFlags} from './kitty-keyboard-flags.js';
import {type Glyph, type ScreenCell, toGlyph, toScreenCell} from './screen-cell.js';
import type {TerminalModes} from './terminal-modes.js';
import {type WatchedSequences, watchSequences} from './watch-sequences.js';

/** What a terminal shows after its output so far, and its modes. Rows and columns count from 0. */
export type TerminalScreen = Pick<WatchedSequences, 'osc' | 'title' | 'bells'> & {
	/** Feeds output. Resolves when all of it has been parsed. */
	readonly feed: (output: string | Uint8Array) => Promise<void>;
	readonly resize: (columns: number, rows: number) => void;
	readonly size: () => {readonly columns: number; readonly rows: number};
	/** The visible rows, without trailing blanks. */
	readonly rows: () => string[];
	/** Every row, including those scrolled out of view. */
	readonly scrollback: () => string[];
	readonly cell: (x: number, y: number) => ScreenCell;
	readonly cells: () => ScreenCell[][];
	/** The cells without their styles, which takes a quarter of the time. */
	readonly glyphs: () => Glyph[][];
	readonly cursor: () => {readonly x: number; readonly y: number; readonly visible: boolean};
	readonly modes: () => TerminalModes;
	readonly dispose: () => void;
};

type ScreenOptions = {
	readonly columns: number;
	readonly rows: number;
	/** Whether the terminal knows the kitty keyboard protocol. */
	readonly kittyKeyboard?: boolean;
	/** Receives the terminal's answer to a query, such as the cursor position. */
	readonly reply?: (data: string) => void;
};

const createXterm = (columns: number, rows: number): Terminal => {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		scrollback: 100_000,
		allowProposedApi: true,
		windowOptions: {pushTitle: true, popTitle: true},
	});
	terminal.unicode.register(createGraphemeWidthProvider('graphemes'));
	terminal.unicode.activeVersion = 'graphemes';
	return terminal;
};

const readModes = (terminal: Terminal, watched: WatchedSequences, kittyKeyboard: number): TerminalModes => ({
	alternateScreen: terminal.buffer.active.type === 'alternate',
	applicationCursorKeys: terminal.modes.applicationCursorKeysMode,
	applicationKeypad: terminal.modes.applicationKeypadMode,
	bracketedPaste: terminal.modes.bracketedPasteMode,
	cursorStyle: watched.cursorStyle(),
	cursorVisible: watched.cursorVisible(),
	focusReports: terminal.modes.sendFocusMode,
	insert: terminal.modes.insertMode,
	kittyKeyboard,
	mouseTracking: terminal.modes.mouseTrackingMode,
	origin: terminal.modes.originMode,
	synchronizedOutput: terminal.modes.synchronizedOutputMode,
	wraparound: terminal.modes.wraparoundMode,
});

const noReply = (): void => {};

export const createTerminalScreen = (options: ScreenOptions): TerminalScreen => {
	const {columns, rows, kittyKeyboard = false, reply = noReply} = options;
	const terminal = createXterm(columns, rows);
	const watched = watchSequences(terminal);
	// xterm's own decoder loses characters with a 0x80 byte, such as '…', if they are split between two reads.
	const decoder = new TextDecoder();
	const keyboard = trackKittyKeyboardFlags(terminal, kittyKeyboard, reply);
	terminal.onData(reply);

	const top = (): number => terminal.buffer.active.baseY;
	// After a resize, a line in xterm may have cells beyond the last column.
	const lines = (from: number, to: number): string[] => {
		const {active} = terminal.buffer;
		const {cols} = terminal;
		return Array.from(
			{length: to - from},
			(_, index) => active.getLine(from + index)?.translateToString(true, 0, cols) ?? '',
		);
	};

	/** Reads every cell. xterm looks up the buffer anew each time it is asked for, which takes longer than reading a cell. */
	const readCells = <Read>(read: (cell: IBufferCell) => Read): Read[][] => {
		const {active} = terminal.buffer;
		const {cols, rows: height} = terminal;
		const reused = active.getNullCell();
		return Array.from({length: height}, (_, y) => {
			const line = active.getLine(active.baseY + y);
			return Array.from({length: cols}, (__, x) => read(found(line?.getCell(x, reused), x, y)));
		});
	};

	const found = (cell: IBufferCell | undefined, x: number, y: number): IBufferCell => {
		if (!cell) {
			throw new RangeError(`No cell at column ${x}, row ${y} of ${terminal.cols}×${terminal.rows}`);
		}

		return cell;
	};

	return {
		osc: watched.osc,
		title: watched.title,
		bells: watched.bells,
		feed: output =>
			new Promise(resolve =>
				terminal.write(typeof output === 'string' ? output : decoder.decode(output, {stream: true}), resolve),
			),
		resize: (newColumns, newRows) => terminal.resize(newColumns, newRows),
		size: () => ({columns: terminal.cols, rows: terminal.rows}),
		rows: () => lines(top(), top() + terminal.rows),
		scrollback: () => lines(0, terminal.buffer.active.length),
		cell: (x, y) => toScreenCell(found(terminal.buffer.active.getLine(top() + y)?.getCell(x), x, y)),
		cells: () => readCells(toScreenCell),
		glyphs: () => readCells(toGlyph),
		cursor: () => ({
			x: terminal.buffer.active.cursorX,
			y: terminal.buffer.active.cursorY,
			visible: watched.cursorVisible(),
		}),
		modes: () => readModes(terminal, watched, keyboard.current()),
		dispose: () => terminal.dispose(),
	};
};
