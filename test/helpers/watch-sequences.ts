import type {Terminal} from '@xterm/headless';

/** An operating system command that reached the terminal: its number, and everything after the first semicolon. */
export type OscSequence = {readonly ident: number; readonly data: string};

/** Sequences that xterm obeys without keeping their state in readable form. */
export type WatchedSequences = {
	readonly osc: () => readonly OscSequence[];
	readonly title: () => string;
	readonly bells: () => number;
	readonly cursorVisible: () => boolean;
	readonly cursorStyle: () => number;
};

/** The highest OSC number to watch. The highest in common use is 1337. */
const lastOsc = 9999;

export const watchSequences = (terminal: Terminal): WatchedSequences => {
	const osc: OscSequence[] = [];
	let title = '';
	let bells = 0;
	let cursorVisible = true;
	let cursorStyle = 0;

	for (let ident = 0; ident <= lastOsc; ident++) {
		terminal.parser.registerOscHandler(ident, data => {
			osc.push({ident, data});
			return false;
		});
	}

	for (const final of ['h', 'l']) {
		terminal.parser.registerCsiHandler({prefix: '?', final}, parameters => {
			cursorVisible = parameters.includes(25) ? final === 'h' : cursorVisible;
			return false;
		});
	}

	terminal.parser.registerCsiHandler({intermediates: ' ', final: 'q'}, ([style]) => {
		cursorStyle = typeof style === 'number' ? style : 0;
		return false;
	});
	terminal.onTitleChange(value => {
		title = value;
	});
	terminal.onBell(() => {
		bells++;
	});

	return {
		osc: () => osc,
		title: () => title,
		bells: () => bells,
		cursorVisible: () => cursorVisible,
		cursorStyle: () => cursorStyle,
	};
};
