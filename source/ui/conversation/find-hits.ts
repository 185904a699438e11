import {stripVTControlCharacters} from 'node:util';
import {lightParts} from '../../text/light-parts.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {perScreen} from '../screen/selector.js';
import {withoutMark} from './highlighted-text.js';
import {selectTurnLines} from './select-turn.js';

/** A hit of the search: its turn by index and by exchange, its count in the turn, and the line of the turn in which it begins. */
export type Hit = {
	readonly turn: number;
	readonly exchange: number;
	readonly nth: number;
	readonly line: number;
	/** The number of lines of its turn. */
	readonly of: number;
};

type KnownHits = {readonly text: string; readonly lines: readonly number[]};

/** Keyed by the lines of a turn: a turn that has not changed is searched once. */
const known = new WeakMap<readonly string[], KnownHits>();

/** The hits of the search, from the oldest turn to the newest. What is folded is not found. */
export const selectHits: (screen: Screen) => readonly Hit[] = perScreen(screen =>
	screen.find === null ? [] : hitsOf(screen, screen.find.text),
);

/** The turns that are searched while a text is typed. A turn is laid out when it is first searched, which takes some milliseconds. */
const countedTurns = 60;

/** What the field of the search says while it is typed: how many hits there are. */
export const selectFindNote: (screen: Screen) => {readonly text: string; readonly isWrong: boolean} | null =
	perScreen(screen => {
		const {field} = screen;
		if (field?.kind !== 'find' || field.value.trim() === '') {
			return null;
		}

		const {length} = hitsOf(screen, field.value, countedTurns);
		const count = length === 0 ? 'no hits' : length === 1 ? '1 hit' : `${length} hits`;
		const isPart = selectView(screen).exchanges.length > countedTurns;
		return {text: isPart ? `${count} in the last ${countedTurns} turns` : count, isWrong: false};
	});

/** Searches the newest `turns` turns. */
function hitsOf(screen: Screen, text: string, turns = Number.POSITIVE_INFINITY): readonly Hit[] {
	const {exchanges} = selectView(screen);
	const first = exchanges.length - turns;
	const hits: Hit[] = [];
	let turn = 0;
	for (const view of itemsOf(exchanges)) {
		if (turn >= first) {
			const lines = selectTurnLines(screen, view);
			for (const [nth, line] of hitLines(lines, text).entries()) {
				hits.push({turn, exchange: view.exchange, nth, line, of: lines.length});
			}
		}

		turn++;
	}

	return hits;
}

/** The line in which each hit begins. A hit may continue in the next line, where a blank stands for the end of a line. @internal */
export function hitLines(lines: readonly string[], text: string): readonly number[] {
	const before = known.get(lines);
	if (before?.text === text) {
		return before.lines;
	}

	const found = findLines(lines, text);
	known.set(lines, {text, lines: found});
	return found;
}

type PlainLines = {readonly plain: readonly string[]; readonly joined: string};

/** Keyed by the lines of a turn, because every letter typed searches all turns. */
const plainText = new WeakMap<readonly string[], PlainLines>();

function plainLines(lines: readonly string[]): PlainLines {
	const before = plainText.get(lines);
	if (before !== undefined) {
		return before;
	}

	const plain = lines.map(line => stripVTControlCharacters(withoutMark(line)).trim().toLowerCase());
	const made = {plain, joined: plain.join(' ')};
	plainText.set(lines, made);
	return made;
}

function findLines(lines: readonly string[], text: string): readonly number[] {
	const wanted = text.trim().toLowerCase();
	const {plain, joined} = plainLines(lines);
	const found: number[] = [];
	let line = 0;
	let end = plain[0]?.length ?? 0;
	for (let at = wanted === '' ? -1 : joined.indexOf(wanted); at !== -1; ) {
		while (at > end) {
			line++;
			end += 1 + (plain[line]?.length ?? 0);
		}

		found.push(line);
		at = joined.indexOf(wanted, at + wanted.length);
	}

	return found;
}

/** A styled line with every occurrence of `text` in it lit, whatever styles begin or end inside it. */
export function lightHits(line: string, text: string, light: (part: string) => string): string {
	const plain = stripVTControlCharacters(line).toLowerCase();
	const wanted = text.trim().toLowerCase();
	const isHit = new Set<number>();
	for (let at = wanted === '' ? -1 : plain.indexOf(wanted); at !== -1; at = plain.indexOf(wanted, at + 1)) {
		for (let index = at; index < at + wanted.length; index++) {
			isHit.add(index);
		}
	}

	if (isHit.size === 0) {
		return line;
	}

	return lightParts(line, index => isHit.has(index), light);
}
