import {bookmarkRange} from '../../analysis/bookmarks.js';
import {rangeName} from '../../analysis/measure-range.js';
import {messageOf} from '../../messages/message-snapshot.js';
import {languageAfter} from '../../messages/request-code/request-as.js';
import {answerText} from '../../messages/text-passages.js';
import {codeBlocks} from '../../text/markdown/code-blocks.js';
import type {Row} from '../../text/segment.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {printJson} from '../../wire/json.js';
import {selectedTurn, turnAnswer} from '../conversation/turn-reducer.js';
import {
	selectEvent,
	selectLogIndex,
	selectLogRow,
	selectPosition,
	selectSelectedExchange,
} from '../events/select-log.js';
import {bytesTab} from '../inspector/bytes-tab.js';
import {prettyValue, rawText} from '../inspector/event-facts.js';
import {requestCode} from '../inspector/request-tab.js';
import {selectInspectorRows} from '../inspector/select-inspector-rows.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from './screen.js';
import {type Step, step} from './screen-effect.js';

/** Copies a text to the clipboard. Resolves to the ways it took and what is known of them, in a few words. */
export type Copy = (text: string) => Promise<string>;

/** Copies what a copy key asks for. */
export function copyKey(
	screen: Screen,
	name: 'copyAnswer' | 'copyCode' | 'copyEvent' | 'copyRange' | 'copyTab',
): Step {
	switch (name) {
		case 'copyAnswer': {
			const turn = selectedTurn(screen);
			return copy(screen, 'answer', turn === null ? newestAnswer(screen) : turnAnswer(turn));
		}

		case 'copyCode': {
			const count = blocksOf(screen).length;
			return selectedTurn(screen) === null || count < 2
				? copyCodeBlock(screen, '')
				: step({...screen, field: {kind: 'code', value: ''}, notice: null});
		}

		case 'copyEvent': {
			return copy(screen, 'event', eventText(screen));
		}

		case 'copyRange': {
			return copyRange(screen);
		}

		case 'copyTab': {
			return screen.tab === 'request' ? copyRequest(screen) : copy(screen, 'tab', tabText(screen));
		}
	}
}

/** Copies a code block of the selected turn, or of the newest answer. `number` counts from 1; without it, the last one. */
export function copyCodeBlock(screen: Screen, number: string): Step {
	const blocks = blocksOf(screen);
	if (number.trim() === '') {
		return copy(screen, 'code block', blocks.at(-1));
	}

	const text = /^\d+$/.test(number.trim()) ? blocks[Number(number) - 1] : undefined;
	return text === undefined
		? step({
				...screen,
				notice: `enter a number from 1 to ${blocks.length}: the answer has as many code blocks`,
			})
		: copy(screen, `code block ${Number(number)} of ${blocks.length}`, text);
}

function blocksOf(screen: Screen): readonly string[] {
	const turn = selectedTurn(screen);
	return codeBlocks((turn === null ? newestAnswer(screen) : turnAnswer(turn)) ?? '');
}

function copy(screen: Screen, what: string, text: string | null | undefined): Step {
	return !text
		? step({...screen, notice: `there is no ${what} to copy`})
		: step(screen, {name: 'copy', text, what, next: ''});
}

/** The request as code, in the next language each time. */
function copyRequest(screen: Screen): Step {
	const {copiedNext: language} = screen;
	const text = requestCode(screen, language);
	if (text === null) {
		return step({...screen, notice: 'there is no request to copy'});
	}

	const copiedNext = languageAfter(language);
	return step(
		{...screen, copiedNext},
		{name: 'copy', text, what: language, next: `; y again copies ${copiedNext}`},
	);
}

/** The text of the newest answer up to the playhead. */
export function newestAnswer(screen: Screen): string | null {
	const message = lastItem(selectView(screen).exchanges)?.message;
	return message ? answerText(message.blocks) : null;
}

/** A fenced code block of the newest answer: number `number`, counted from 1, or the last one. */
export function codeBlock(screen: Screen, number: number | null): string | null {
	const blocks = codeBlocks(newestAnswer(screen) ?? '');
	return (number === null ? blocks.at(-1) : blocks[number - 1]) ?? null;
}

/** The events from one bookmark to the other, both included. */
function copyRange(screen: Screen): Step {
	const range = bookmarkRange(screen.bookmarks);
	if (range === null) {
		return step({...screen, notice: 'set two bookmarks with m: Y copies the events from one to the other'});
	}

	const events = screen.trace.events.slice(range.from, range.to + 1);
	return copy(screen, rangeName(range), textOf(events, screen.isRaw));
}

/** The selected event, or all events of the selected folded run: as JSON, or raw. */
function eventText(screen: Screen): string | null {
	return textOf(eventsOfRow(screen), screen.isRaw);
}

/** Events as JSON, or as they came over the wire. */
function textOf(events: readonly TraceEvent[], isRaw: boolean): string | null {
	if (isRaw) {
		return events.map(rawText).join('\n\n');
	}

	const [event] = events;
	return event === undefined
		? null
		: printJson(events.length === 1 ? prettyValue(event) : events.map(prettyValue), 2);
}

function eventsOfRow(screen: Screen): readonly TraceEvent[] {
	const {trace} = screen;
	const position = selectPosition(screen);
	const index = selectLogIndex(screen);
	const row = index.holds(position)
		? selectLogRow(screen, index.lineOf(position))
		: {first: position, last: position};
	return trace.events.slice(Math.max(0, row?.first ?? 0), (row?.last ?? -1) + 1);
}

/** More cells than any line that is kept. */
const uncut = 1e9;

/** What the tab shows: its whole JSON, or its rows. */
function tabText(screen: Screen): string | null | undefined {
	switch (screen.tab) {
		case 'message': {
			const message = selectSelectedExchange(screen)?.message ?? null;
			return message === null ? null : printJson(messageOf(message), 2);
		}

		case 'event': {
			const event = selectEvent(screen);
			return event && (screen.isRaw ? rawText(event) : printJson(prettyValue(event), 2));
		}

		case 'request':
		case 'timeline':
		case 'usage':
		case 'findings':
		case 'stats':
		case 'bytes': {
			// Long lines of bytes are not cut in the copy.
			const rows = screen.tab === 'bytes' ? bytesTab(screen, uncut) : selectInspectorRows(screen);
			return rows
				.slice(0, rows.count)
				.map(({row}) => rowText(row).trimEnd())
				.join('\n');
		}
	}
}

function rowText(row: Row): string {
	return row.map(({text}) => text).join('');
}
