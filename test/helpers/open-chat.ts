import type {DemoScenarioName} from '../../source/demo/scenario-names.js';
import {patience} from './patience.js';
import {readWholeScreen, type ScreenPane} from './screen-panes.js';
import {openTerminal, type Terminal} from './terminal.js';

type ChatOptions = {
	/** The scenario of the embedded demo. Without it, the arguments choose the server. */
	readonly demo?: DemoScenarioName;
	readonly speed?: number | 'max';
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string>>;
	readonly kittyKeyboard?: boolean;
	readonly changeReply?: (reply: string) => string;
	/** The child's home folder, for a session that continues in another process. */
	readonly home?: string;
	readonly cwd?: string;
};

/** What a complete frame shows. */
export type ChatFrame = {
	readonly rows: readonly string[];
	readonly panes: readonly ScreenPane[];
	/** The last row. */
	readonly status: string;
	/** The conversation as one text with its lines joined, or `''` if the pane is not on the screen. */
	readonly conversation: string;
	/** The rows of the event log without its heading. Empty if the pane is not on the screen. */
	readonly log: readonly string[];
	/** The names of the events in the log. */
	readonly events: readonly string[];
	/** The text of the inspector with its lines joined. */
	readonly inspector: string;
};

/** The built program in a terminal. */
export type Chat = Terminal & {
	/** Types a text and sends it. */
	readonly send: (text: string) => void;
	/** Types and sends several texts, each once the prompt shows it: what arrives at once is a paste. */
	readonly sendEach: (...texts: readonly string[]) => Promise<void>;
	/** The first frame that meets the condition, is fully drawn, and has unbroken edges. */
	readonly frame: (isMet: (frame: ChatFrame) => boolean, timeout?: number) => Promise<ChatFrame>;
	/** The first complete frame whose status line contains a word. */
	readonly status: (word: string, timeout?: number) => Promise<ChatFrame>;
};

/** Starts the chat and waits until it accepts keys. */
export const openChat = async ({demo, speed = 'max', args = [], ...options}: ChatOptions): Promise<Chat> => {
	const demoArgs = demo === undefined ? [] : ['--demo', demo, '--demo-speed', String(speed)];
	const terminal = openTerminal({columns: 150, rows: 60, ...options, args: [...demoArgs, ...args]});
	const chat = {...terminal, ...chatMethods(terminal)};
	try {
		// Bracketed paste is switched on when the prompt starts to listen.
		await terminal.waitFor(() => terminal.modes().bracketedPaste);
		return chat;
	} catch (error) {
		await terminal.close();
		throw error;
	}
};

/** What the chat adds to a terminal in which it runs. */
export const chatMethods = (terminal: Terminal): Pick<Chat, 'send' | 'sendEach' | 'frame' | 'status'> => {
	const frame: Chat['frame'] = async (isMet, timeout = patience) => {
		let problem = '';
		let found: ChatFrame | undefined;
		const isFound = () => {
			if (terminal.modes().synchronizedOutput) {
				return false;
			}

			try {
				const seen = readFrame(terminal);
				problem = '';
				found = isMet(seen) ? seen : undefined;
			} catch (error) {
				problem = String(error);
			}

			return found !== undefined;
		};

		try {
			await terminal.waitFor(isFound, {timeout});
		} catch (error) {
			throw new Error(`No such frame: ${isMet}\n${problem}\n${String(error)}`, {cause: error});
		}

		return found as ChatFrame;
	};

	return {
		frame,
		send: text => terminal.write(`${text}\r`),
		async sendEach(...texts) {
			for (const text of texts) {
				terminal.write(text);
				await terminal.waitFor(rows => rows.some(row => row.startsWith('> ') && row.includes(text)));
				terminal.press('enter');
			}
		},
		status: (word, timeout) => frame(({status}) => status.includes(word), timeout),
	};
};

const readFrame = (terminal: Terminal): ChatFrame => {
	const rows = terminal.screen();
	const panes = readWholeScreen(terminal.glyphs());
	const titled = (title: string) => panes.find(pane => pane.title.startsWith(title));
	const events = titled('Events');
	const inspector = panes.find(pane => pane.x === events?.x && pane.y > events.y && pane !== panes.at(-1));
	// Rows without a number say what is still to come.
	const log = events?.rows.slice(1).filter(row => row !== '' && !/^ {12,}\S/.test(row)) ?? [];
	return {
		rows,
		panes,
		status: rows.at(-1) ?? '',
		conversation: joinLines((titled('Conversation')?.rows ?? []).map(row => row.replace(/^▌/, ''))),
		log,
		events: log.map(row => row.split(/\s+/).find(word => /^[a-z_]{3,}$/.test(word)) ?? ''),
		inspector: joinLines(inspector?.rows ?? []),
	};
};

const joinLines = (rows: readonly string[]): string => rows.join(' ').replaceAll(/\s+/g, ' ').trim();
