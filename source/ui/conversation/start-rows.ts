import {type Row, rowWidth, segment} from '../../text/segment.js';
import {textWidth} from '../../text/text-width.js';
import {wrapText} from '../../text/wrap-text.js';
import {type StartChoice, startChoices} from './start-choices.js';
import {startDrawing} from './start-drawing.js';

/** Where a choice is: its row, and its columns [from, to). */
export type StartPlace = {
	readonly choice: StartChoice;
	readonly row: number;
	readonly from: number;
	readonly to: number;
};

export type StartRows = {readonly rows: readonly Row[]; readonly places: readonly StartPlace[]};

export type StartFacts = {
	/** The index of the choice that the arrows are at; `null` for none. */
	readonly chosen: number | null;
	readonly hasSessions: boolean;
	/** Where the messages go. */
	readonly welcome: readonly string[];
};

type Room = {readonly width: number; readonly height: number};

/** Some rows. Where all do not fit, those of the highest rank are left out first. */
type Section = {readonly rank: number; readonly rows: readonly Row[]};

const sentence = 'Chat with Claude and watch the stream that carries each answer.';
/** The first are the most important. */
const keys = ['1–4 or ↓ chooses', 'Tab panes', 'F1 help', '/ commands', '@ files'];
const noRow: Section = {rank: 7, rows: [[]]};

/** What the conversation shows before the first turn: what this is, what can be done, and where messages go. */
export function startRows({chosen, hasSessions, welcome}: StartFacts, {width, height}: Room): StartRows {
	const {rows, places} = choiceRows({chosen, hasSessions}, {width, height});
	const before: readonly Section[] = [
		{rank: 9, rows: [[]]},
		{rank: 2, rows: [[segment('streamscope', 'title')]]},
		{rank: 4, rows: rowWidth(startDrawing[1] ?? []) <= width ? startDrawing : []},
		{rank: 3, rows: wrapped(sentence, width)},
		noRow,
	];
	const after: readonly Section[] = [
		{...noRow, rank: 8},
		{rank: 1, rows: welcome.flatMap(line => wrapped(line, width, 'accent'))},
		{rank: 5, rows: [keyRow(width)]},
	];
	const fitting = fittingRank([...before, ...after], height - rows.length);
	const shown = (sections: readonly Section[]) =>
		sections.filter(({rank}) => rank <= fitting).flatMap(section => section.rows);
	const above = shown(before);
	return {
		rows: [...above, ...rows, ...shown(after)].slice(0, height),
		places: places.map(place => ({...place, row: place.row + above.length})),
	};
}

/** The highest rank up to which all sections fit. */
function fittingRank(sections: readonly Section[], height: number): number {
	const ranks = sections.map(({rank}) => rank).toSorted((a, b) => b - a);
	return (
		ranks.find(
			most => sections.reduce((sum, {rank, rows}) => sum + (rank <= most ? rows.length : 0), 0) <= height,
		) ?? 0
	);
}

/** One row for each choice, or as many in a row as fit. */
function choiceRows({chosen, hasSessions}: Omit<StartFacts, 'welcome'>, {width, height}: Room): StartRows {
	const titleWidth = Math.max(...startChoices.map(({title}) => textWidth(title)));
	if (height < startChoices.length || width < titleWidth + 2) {
		return packedRows(chosen, width);
	}

	const widest = Math.max(...startChoices.map(({summary}) => textWidth(summary)));
	const hasSummaries = titleWidth + 5 + widest <= width;
	const rows = startChoices.map(({name, title, summary}, index): Row => {
		const words = name === 'last' && !hasSessions ? 'there is none yet' : summary;
		const rest = segment(`${' '.repeat(titleWidth - textWidth(title) + 3)}${words}`, 'dim');
		const row = choiceRow(index, title, chosen);
		return hasSummaries ? [...row, rest] : row;
	});
	return {
		rows,
		places: startChoices.map(({name}, row) => ({choice: name, row, from: 0, to: width})),
	};
}

function packedRows(chosen: number | null, width: number): StartRows {
	const rows: Row[] = [];
	const places: StartPlace[] = [];
	let row: Row = [];
	for (const [index, {name, short}] of startChoices.entries()) {
		const choice = choiceRow(index, short, chosen);
		if (row.length > 0 && rowWidth(row) + 2 + rowWidth(choice) > width) {
			rows.push(row);
			row = [];
		}

		const from = row.length === 0 ? 0 : rowWidth(row) + 2;
		row = [...row, segment(' '.repeat(from - rowWidth(row))), ...choice];
		places.push({choice: name, row: rows.length, from, to: rowWidth(row)});
	}

	return {rows: [...rows, row], places};
}

function choiceRow(index: number, title: string, chosen: number | null): Row {
	return index === chosen
		? [segment(`${index + 1}›${title}`, 'highlight')]
		: [segment(String(index + 1), 'key'), segment(` ${title}`, 'strong')];
}

function keyRow(width: number): Row {
	const fitting = keys.findLast((_, last) => textWidth(keys.slice(0, last + 1).join(' · ')) <= width);
	return [segment(keys.slice(0, keys.indexOf(fitting ?? '') + 1).join(' · '), 'dim')];
}

function wrapped(words: string, width: number, role?: string): readonly Row[] {
	return wrapText(words, width).lines.map(({text}): Row => [segment(text, role)]);
}
