import {isObject, type JsonObject, parseJson, stringAt} from '../../wire/json.js';
import {asksAbout, type Filter} from '../filter/filter.js';
import {readFilter} from '../filter/read-filter.js';
import type {Alteration} from './alteration.js';
import {alterationForms} from './alteration-forms.js';

/** What a typed alteration means, or what is wrong with it and the right form. */
export type ReadAlteration =
	| {readonly isRead: true; readonly alteration: Alteration}
	| {readonly isRead: false; readonly message: string};

class AlterationError extends Error {}

/** Reads an alteration as a person types it: `drop type:ping`. */
export function readAlteration(words: string): ReadAlteration {
	try {
		return {isRead: true, alteration: alterationOf(words.trim())};
	} catch (error) {
		if (error instanceof AlterationError) {
			return {isRead: false, message: error.message};
		}

		throw error;
	}
}

/** Reads the filter of a hold or of an alteration. It is asked while the event passes, so it cannot ask what is known only later. */
export function readPassingFilter(
	words: string,
	example = 'type:message_stop',
): {readonly isRead: true; readonly filter: Filter} | {readonly isRead: false; readonly message: string} {
	const read = readFilter(words);
	if (!read.isRead) {
		return read;
	}

	if (read.filter === null) {
		return {isRead: false, message: `It needs a filter, as in ${example}.`};
	}

	if (asksAbout(read.filter, 'sdk') || asksAbout(read.filter, 'finding')) {
		return {isRead: false, message: 'While an event passes, sdk: and finding: are not known yet.'};
	}

	return {isRead: true, filter: read.filter};
}

function alterationOf(words: string): Alteration {
	const [verb = '', rest = ''] = splitWord(words);
	const form = alterationForms.find(({name}) => name === verb.toLowerCase());
	if (form === undefined) {
		throw new AlterationError(`It knows ${alterationForms.map(({name}) => name).join(', ')}.`);
	}

	const {name, example} = form;
	switch (name) {
		case 'drop':
		case 'hold':
		case 'cut': {
			return {does: name, filter: filterOf(rest, example)};
		}

		case 'delay': {
			const [time, filter] = splitWord(rest);
			return {does: name, time: timeOf(time, example), filter: filterOf(filter, example)};
		}

		case 'edit': {
			return {does: name, ...filterAndJson(rest, example)};
		}

		case 'inject': {
			const [where, behind] = splitWord(rest);
			if (where !== 'before' && where !== 'after') {
				throw new AlterationError(`Write before or after, as in ${example}.`);
			}

			return {does: name, where, ...filterAndJson(behind, example)};
		}
	}
}

function splitWord(words: string): [string, string] {
	const [, first = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(words) ?? [];
	return [first, rest];
}

function filterOf(words: string, example: string): Filter {
	const read = readPassingFilter(words, example);
	if (!read.isRead) {
		throw new AlterationError(read.message);
	}

	return read.filter;
}

/** The JSON begins at the first brace from which on the rest is JSON: a filter may hold braces too. */
function filterAndJson(words: string, example: string): {readonly filter: Filter; readonly json: JsonObject} {
	for (const {index} of words.matchAll(/\s\{/g)) {
		const json = parseJson(words.slice(index));
		if (isObject(json)) {
			return {filter: filterOf(words.slice(0, index), example), json: checkedType(json)};
		}
	}

	throw new AlterationError(`It ends in a JSON object, as in ${example}.`);
}

/** The type becomes the name of the event, which is a line of the stream. */
function checkedType(json: JsonObject): JsonObject {
	if (/[\r\n]/.test(stringAt(json, 'type'))) {
		throw new AlterationError('The type of an event is one line.');
	}

	return json;
}

const longestTime = 2 ** 31 - 1;

function timeOf(text: string, example: string): number {
	const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
	const time = Number(digits) * (unit === 'ms' ? 1 : unit === 's' ? 1000 : 60_000);
	if (digits === '' || time > longestTime) {
		throw new AlterationError(`It needs a time, as in ${example}.`);
	}

	return time;
}
