import type {EventSummary} from '../../analysis/event-summary.js';
import type {Explanation} from '../../messages/vocabulary/explanation.js';
import {bigText} from '../../text/drawings/big-text.js';
import type {RawRows} from '../../text/json-tree/raw-rows.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {RowSource} from '../inspector/row-source.js';
import type {Size} from '../screen/layout.js';
import {eventLegend} from './event-legend.js';
import {type TextSoFar, textSoFarRows} from './text-so-far.js';

/** What is shown of a presented event. */
export type PresentedEvent = {
	readonly summary: EventSummary;
	/** What is drawn in big letters: the piece that the event brings, or the event's name. One sanitised line. */
	readonly large: string;
	/** The note that is the caption, `''` without one. */
	readonly caption: string;
	/** The facts in a row or two: kind, times, what the SDK did. */
	readonly facts: readonly Row[];
	/** A figure below the large words, `''` without one: the output tokens of a `message_delta`. */
	readonly figure: string;
	readonly soFar: TextSoFar;
	readonly explanation: Explanation;
	/** The payload as indented JSON, and in as few rows as possible. */
	readonly pretty: RowSource;
	readonly compact: RawRows;
	/** The events up to this one, in one row. */
	readonly strip: Row;
};

/** With at least this many rows, blank rows separate the paragraphs. */
export const roomyHeight = 18;
/** With at least this many rows, a row is kept for the text so far, and one for the legend. */
const legendHeight = 12;
/** The rows of the text so far, if there is room for all of it. */
const soFarHeight = 3;
/** What a caption may take of the payload's room. */
const maxCaptionRows = 3;
/** With fewer rows than this, the payload is not indented. */
const prettyHeight = 8;
/** The share of the height that the name may take. */
const nameShare = 0.6;
/** The longest name that the API sends. All names get the room that it needs, so that nothing moves from one event to the next. */
const maxName = 'content_block_delta';

/**
 * The rows of a presented event: the facts, its piece or its kind in big letters, the text so far, its two sentences, its payload, the events
 * before it, and what their signs mean.
 */
export function presentedRows(event: PresentedEvent, {width, height}: Size): readonly Row[] {
	const gap: readonly Row[] = height >= roomyHeight ? [[]] : [];
	const {purpose, payload} = event.explanation;
	const head: readonly Row[] = [
		...event.facts,
		...gap,
		...bigRows(event.large, event.summary.role, {width, height: Math.floor(height * nameShare)}),
		...gap,
		...soFarRows(event, {width, height}),
		...gap,
		...sentenceRows(purpose, width),
		...gap,
		...sentenceRows(payload, width),
		...gap,
	];
	const foot: readonly Row[] = [
		...gap,
		...captionRows(event.caption, width),
		event.strip,
		...legendRows({width, height}),
	];
	const room = Math.max(0, height - head.length - foot.length);
	const body = room < prettyHeight ? event.compact.slice(0, room) : cut(event.pretty, room);
	const blank = Array.from({length: Math.max(0, room - body.length)}, (): Row => []);
	return [...head, ...body, ...blank, ...foot].slice(0, height);
}

/** What is shown while the next event is hidden: the question in big letters, the text so far, and the events so far. */
export function guessRows(
	{facts, soFar, strip}: Pick<PresentedEvent, 'facts' | 'soFar' | 'strip'>,
	{width, height}: Size,
): readonly Row[] {
	const gap: readonly Row[] = height >= roomyHeight ? [[]] : [];
	const head: readonly Row[] = [
		...facts,
		...gap,
		...bigRows('?', 'accent', {width, height: Math.floor(height * nameShare)}),
		...gap,
		...soFarRows({figure: '', soFar}, {width, height}),
		...gap,
		...sentenceRows('What comes next? `.` shows it.', width),
	];
	const foot: readonly Row[] = [strip, ...legendRows({width, height})];
	const blank = Array.from({length: Math.max(0, height - head.length - foot.length)}, (): Row => []);
	return [...head, ...blank, ...foot].slice(0, height);
}

/** The text so far, below the figure. All events get the same rows, so that nothing moves from one to the next. */
function soFarRows(
	{figure, soFar}: Pick<PresentedEvent, 'figure' | 'soFar'>,
	{width, height}: Size,
): readonly Row[] {
	const room = height >= roomyHeight ? soFarHeight : height >= legendHeight ? 1 : 0;
	const first: readonly Row[] = figure === '' ? [] : [[segment(figure, 'title')]];
	return [...first, ...textSoFarRows(soFar, {width, height: room - first.length})].slice(0, room);
}

function captionRows(caption: string, width: number): readonly Row[] {
	return caption === ''
		? []
		: wrapText(`◈ ${caption}`, width)
				.lines.slice(0, maxCaptionRows)
				.map(({text}): Row => [segment(text, 'accent')]);
}

function legendRows({width, height}: Size): readonly Row[] {
	return height >= legendHeight ? [eventLegend(width)] : [];
}

/** A text in big letters; one that does not fit is written, in as many rows. */
function bigRows(large: string, role: string, room: Size): readonly Row[] {
	const area = bigText(maxName, room).rows.length;
	const drawn = bigText(large, {width: room.width, height: area});
	const {isDrawn} = drawn;
	const rows = isDrawn
		? drawn.rows
		: wrapText(large, room.width)
				.lines.slice(0, area)
				.map(({text}) => text);
	const blank = Array.from({length: area - rows.length}, (): Row => []);
	return [...rows.map((row): Row => [segment(row, isDrawn ? role : 'title')]), ...blank];
}

/** A sentence with its field names highlighted. They are written in backticks, which are not shown. */
function sentenceRows(sentence: string, width: number): readonly Row[] {
	let isName = false;
	return wrapText(sanitizeLine(sentence), width).lines.map(({text}): Row => {
		return text.split(/(`)/).flatMap((part): Row => {
			if (part === '`') {
				isName = !isName;
				return [];
			}

			return part === '' ? [] : [segment(part, isName ? 'jsonKey' : 'strong')];
		});
	});
}

function cut(source: RowSource, room: number): readonly Row[] {
	if (source.count <= room) {
		return source.slice(0, source.count).map(({row}) => row);
	}

	const shown = room - 1;
	const rest: Row = [segment(`… ${source.count - shown} more rows`, 'dim')];
	return [...source.slice(0, shown).map(({row}) => row), rest];
}
