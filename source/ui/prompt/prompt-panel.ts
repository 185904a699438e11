import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {SlashMenu} from '../slash/slash-menu.js';
import type {SlashReply} from '../slash/slash-reply.js';

/** A list of choices, or a note in its place. */
export type PromptMenu = Pick<SlashMenu, 'items' | 'count' | 'selected' | 'note'>;

/** What is shown above the prompt's text, in its pane: rows, and below them the rows of a list. */
export type PromptPanel = {
	readonly rows: readonly Row[];
	readonly menu: {readonly menu: PromptMenu; readonly height: number} | null;
	readonly height: number;
	/** How many of the rows are drawn over the panes: those of a menu or a reply, which soon go away. */
	readonly over: number;
};

export type PanelContent = {
	/** Prompts that wait for an answer to end. */
	readonly queued: readonly string[];
	readonly menu: PromptMenu | null;
	readonly reply: SlashReply | null;
};

const highestMenu = 8;
const highestReply = 8;
const highestQueue = 3;

/** The cells before the text of a reply: as in the conversation, its sign is in the third and its text in the fifth. */
const replyIndent = 4;
const rightMargin = 2;

/** Lays out what fits into `room` rows of `width` cells: the queued prompts, and below them the reply of a command or the menu. */
export function layoutPanel(
	{queued, menu, reply}: PanelContent,
	{width, room}: {readonly width: number; readonly room: number},
): PromptPanel {
	const spare = Math.max(0, room);
	if (menu !== null && reply === null) {
		const height = Math.min(spare, highestMenu, Math.max(1, menu.items.length));
		const waiting = queueRows(queued, spare - height);
		const isList = menu.items.length > 0;
		const note: Row = [segment(`  ${sanitizeLine(menu.note)}`, 'dim')];
		const rest = isList ? [] : Array.from({length: height}, (_, index): Row => (index === 0 ? note : []));
		return {
			rows: [...waiting, ...rest],
			menu: isList && height > 0 ? {menu, height} : null,
			height: waiting.length + height,
			over: height,
		};
	}

	const said = reply === null ? [] : cutRows(replyRows(reply, width), Math.min(spare, highestReply));
	const rows = [...queueRows(queued, spare - said.length), ...said];
	return {rows, menu: null, height: rows.length, over: said.length};
}

function cutRows(rows: readonly Row[], height: number): readonly Row[] {
	return rows.length <= height || height === 0
		? rows.slice(0, height)
		: [...rows.slice(0, height - 1), [segment('    …', 'dim')]];
}

function queueRows(queued: readonly string[], room: number): readonly Row[] {
	const height = Math.min(room, highestQueue, queued.length);
	return queued.slice(0, Math.max(0, height)).map((prompt, index): Row => {
		const more = queued.length - height;
		const isLast = index === height - 1;
		const rest = isLast && more > 0 ? ` … and ${more} more` : '';
		return [
			segment(`  queued${rest}${isLast ? ' (↑ edits)' : ''} › `, 'warning'),
			segment(sanitizeLine(prompt), 'dim'),
		];
	});
}

function replyRows({text, isProblem}: SlashReply, width: number): readonly Row[] {
	const role = isProblem ? 'bad' : undefined;
	const {lines} = wrapText(sanitize(text ?? ''), width - replyIndent - rightMargin);
	return lines.map(
		(line, index): Row => [
			segment((index > 0 ? '' : isProblem ? '  ✗' : '  →').padEnd(replyIndent), role ?? 'accent'),
			segment(line.text, role),
		],
	);
}
