// Single facts of a frame, for tests that compare one fact before and after a key.

import type {Chat, ChatFrame} from './open-chat.js';

/** The title of the pane with the heavy rule, which has the focus: `Conversation`, `Events`, a tab of the inspector, `Prompt`, `Keys`. */
export const focusOf = ({panes}: ChatFrame): string =>
	panes
		.find(({isFocused}) => isFocused)
		?.title.split(' ', 1)
		.join() ?? '';

export const titlesOf = ({panes}: ChatFrame): readonly string[] =>
	panes.map(({title}) => title.split(' ', 1).join());

/** The number of the selected event. A log that follows selects none. */
export const selectedEvent = ({log}: ChatFrame): number | 'follows' => {
	const row = log.find(each => each.startsWith('▸'));
	return row === undefined ? 'follows' : Number(/\d+/.exec(row)?.[0]);
};

/** The words after a pane's title. */
export const noteOf = ({panes}: ChatFrame, title: string): string =>
	panes
		.find(pane => pane.title.startsWith(title))
		?.title.slice(title.length)
		.trim() ?? '';

const scrubberOf = ({rows}: ChatFrame): string => rows.find(row => /^ (▶|❚❚) /.test(row)) ?? '';

/** The playhead: the number of events out of all, or the live end. */
export const playheadOf = (frame: ChatFrame): string => /\d+\/\d+/.exec(scrubberOf(frame))?.[0] ?? 'live';

/** The playback state: its sign, the speed, and the sign of a loop. */
export const playingOf = (frame: ChatFrame): string =>
	/^ (?:▶|❚❚) [\d.×max]+(?: ↻)?/.exec(scrubberOf(frame))?.[0].trim() ?? '';

/** The name of the field that replaces the status line. */
export const fieldOf = ({status}: ChatFrame): string | null =>
	/^ (Search|Find|Filter|Go to|Stop when|Note|Keep the filter as): /.exec(status)?.[1] ?? null;

/** The name of the inspector's open tab. */
export const openTab = ({rows}: ChatFrame): string => /▸(\w+)◂/.exec(rows.join('\n'))?.[1] ?? '';

/** The text last copied to the terminal's clipboard. tmux leaves the name of the selection out. */
export const lastCopied = (chat: Chat): string | null => {
	const last = chat.osc().findLast(({ident}) => ident === 52);
	return last === undefined
		? null
		: Buffer.from(last.data.slice(last.data.indexOf(';') + 1), 'base64').toString();
};

/** The text that a key copied, once the screen says so: it reaches the terminal before the frame, and a case that ends by it leaves an old screen. */
export const saidCopied = ({chat, frame}: {readonly chat: Chat; readonly frame: ChatFrame}): string | null =>
	frame.status.includes('copied') ? lastCopied(chat) : null;

/** The text in the prompt with the cursor as `|`, without anything above the text. */
export const promptWithCursor = (chat: Chat, {panes}: ChatFrame): string => {
	const prompt = panes.at(-1);
	const {x, y} = chat.cursor();
	const start = prompt?.rows.findIndex(row => row.startsWith('> ')) ?? -1;
	const rows = prompt?.rows.slice(Math.max(0, start)) ?? [];
	const at = {row: y - (prompt?.y ?? 0) - 1 - start, column: x};
	const shown = rows.map((row, index) =>
		index === at.row ? `${row.padEnd(at.column).slice(0, at.column)}|${row.slice(at.column)}` : row,
	);
	return shown
		.map(row => row.slice(2))
		.join('\n')
		.replace('|Type a message, / for commands, @ for files', '|');
};
