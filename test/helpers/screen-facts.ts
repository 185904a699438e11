// Single facts of a frame, for tests that look at one thing before and after a key.

import type {Chat, ChatFrame} from './open-chat.js';

/** The title of the pane with double lines, which has the focus: `Conversation`, `Events`, a tab of the inspector, `Prompt`, `Keys`. */
export const focusOf = ({rows}: ChatFrame): string => {
	for (const row of rows) {
		const title = /╔═ (\S+)/.exec(row)?.[1];
		if (title !== undefined) {
			return title;
		}
	}

	return '';
};

export const titlesOf = ({panes}: ChatFrame): readonly string[] =>
	panes.map(({title}) => title.split(' ', 1).join());

/** The number of the selected event; a log that follows marks none. */
export const selectedEvent = ({log}: ChatFrame): number | 'follows' => {
	const row = log.find(each => each.startsWith('▸'));
	return row === undefined ? 'follows' : Number(/\d+/.exec(row)?.[0]);
};

/** The words behind a pane's title. */
export const noteOf = ({panes}: ChatFrame, title: string): string =>
	panes
		.find(pane => pane.title.startsWith(title))
		?.title.slice(title.length)
		.trim() ?? '';

const scrubberOf = ({rows}: ChatFrame): string => rows.find(row => /^ (▶|❚❚) /.test(row)) ?? '';

/** Where the playhead stands: after so many events of all, or at the live end. */
export const playheadOf = (frame: ChatFrame): string => /\d+\/\d+/.exec(scrubberOf(frame))?.[0] ?? 'live';

/** How it plays: the sign, the speed, and the sign of a loop. */
export const playingOf = (frame: ChatFrame): string =>
	/^ (?:▶|❚❚) [\d.×max]+(?: ↻)?/.exec(scrubberOf(frame))?.[0].trim() ?? '';

/** The name of the field that is open in the place of the status line. */
export const fieldOf = ({status}: ChatFrame): string | null =>
	/^ (Search|Filter|Go to|Stop when): /.exec(status)?.[1] ?? null;

/** What the open tab of the inspector is called. */
export const openTab = ({rows}: ChatFrame): string => /▸(\w+)◂/.exec(rows.join('\n'))?.[1] ?? '';

/** The text that was given to the terminal's clipboard last. */
export const lastCopied = (chat: Chat): string | null => {
	const last = chat.osc().findLast(({ident}) => ident === 52);
	return last === undefined ? null : Buffer.from(last.data.slice(2), 'base64').toString();
};

/** The text in the prompt with the cursor as `|` in it, without what stands above the text. */
export const promptWithCursor = (chat: Chat, {panes}: ChatFrame): string => {
	const prompt = panes.at(-1);
	const {x, y} = chat.cursor();
	const start = prompt?.rows.findIndex(row => row.startsWith('> ')) ?? -1;
	const rows = prompt?.rows.slice(Math.max(0, start)) ?? [];
	const at = {row: y - (prompt?.y ?? 0) - 1 - start, column: x - (prompt?.x ?? 0) - 1};
	const shown = rows.map((row, index) =>
		index === at.row ? `${row.padEnd(at.column).slice(0, at.column)}|${row.slice(at.column)}` : row,
	);
	return shown
		.map(row => row.slice(2))
		.join('\n')
		.replace('|Type a message, / for commands', '|');
};
