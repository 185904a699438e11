import {createReadStream} from 'node:fs';
import {type Bookmark, bookmarksInOrder} from '../../analysis/bookmarks.js';
import {bookmarksIn} from '../../recording/bookmark-lines.js';
import {openTraceSource} from '../../recording/open-trace-source.js';
import type {CommandContext} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {fileOf} from '../open-named-source.js';
import {settleEnds} from '../settle-ends.js';
import {UsageError} from '../usage-error.js';
import {compareSides, type Side} from './against.js';
import {printAgainst} from './print-against.js';

export type FilesCall = {
	/** One file, of which two exchanges are compared, or two files. */
	readonly files: readonly string[];
	/** `2,5`: the exchanges to compare, by number or by a bookmark in them, `b1`; without it, the last ones. */
	readonly exchange?: string;
	readonly json?: true;
	readonly context: CommandContext;
};

/** Compares two streams that were recorded or captured, without asking anybody. The exit code is 1 if they differ. */
export async function compareFiles({files, exchange, json, context}: FilesCall): Promise<ExitCode> {
	const places = exchangePlaces(exchange);
	const [first = '', second = first] = files;
	const [one, other = one] = places;
	if (files.length === 1 && places.length < 2) {
		throw new UsageError(
			'There is only one stream to compare.',
			'Name two files, or two exchanges: --exchange 2,5, or two bookmarks: --exchange b1,b2.',
		);
	}

	const opened = await openFile(first, context);
	const left = sideOf(opened, one);
	const right = sideOf(first === second ? opened : await openFile(second, context), other);
	const report = compareSides(left, right);
	printAgainst(report, {isJson: json === true, hasLog: true, context});
	return report.isSame ? exitCodes.fine : exitCodes.failed;
}

type Opened = {readonly side: Side; readonly bookmarks: readonly Bookmark[]};

async function openFile(name: string, {env}: CommandContext): Promise<Opened> {
	const source = await openTraceSource(createReadStream(fileOf(name, env)));
	if (source.refusal !== null) {
		throw new UsageError(
			`${name} cannot be compared: ${source.refusal}`,
			'Compare recordings or captured streams.',
		);
	}

	const events = await settleEnds(source);
	return {
		side: {name, events, hasTimes: source.pacing === 'recorded'},
		bookmarks: bookmarksInOrder(bookmarksIn(source.others, events.length)),
	};
}

/** The exchange of a number, or the one in which a bookmark is. */
function sideOf({side, bookmarks}: Opened, place: string | undefined): Side {
	if (place === undefined) {
		return side;
	}

	if (!place.startsWith('b')) {
		return {...side, exchange: Number(place)};
	}

	const bookmark = bookmarks[Number(place.slice(1)) - 1];
	const event = bookmark === undefined ? undefined : side.events[bookmark.position];
	if (event === undefined) {
		const {length} = bookmarks;
		throw new UsageError(
			`${side.name} has no bookmark ${place}.`,
			length === 0
				? 'It has none. m in the event log sets one.'
				: `It has b1${length === 1 ? '' : ` to b${length}`}.`,
		);
	}

	return {...side, exchange: event.exchange};
}

function exchangePlaces(text: string | undefined): readonly string[] {
	if (text === undefined) {
		return [];
	}

	if (!/^\s*b?[1-9]\d*\s*(?:,\s*b?[1-9]\d*\s*)?$/.test(text)) {
		throw new UsageError(
			`--exchange cannot be ${text}.`,
			'Write one number, or two: --exchange 2,5. A bookmark names its exchange: b1.',
		);
	}

	return text.split(',').map(place => place.trim());
}
