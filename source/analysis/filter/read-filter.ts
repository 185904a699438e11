import type {Condition, Filter, Term} from './filter.js';
import {filterField, filterFields} from './filter-fields.js';
import {FilterError, FilterText} from './filter-text.js';
import {readValue} from './read-filter-value.js';
import {patternOf} from './read-pattern.js';
import {RegexError} from './regex-reader.js';

/** What a typed filter means, `null` for an empty one, or what is wrong with it and the right form. */
export type ReadFilter =
	| {readonly isRead: true; readonly filter: Filter | null}
	| {readonly isRead: false; readonly message: string};

/** Reads a filter as a person types it. */
export function readFilter(words: string): ReadFilter {
	try {
		return {isRead: true, filter: alternativesOf(new FilterText(words))};
	} catch (error) {
		if (error instanceof FilterError || error instanceof RegexError) {
			return {isRead: false, message: error.message};
		}

		throw error;
	}
}

/** Words stand for AND, `|` and a comma for OR, which binds less. */
function alternativesOf(text: FilterText): Filter | null {
	const alternatives: Term[][] = [];
	let terms: Term[] = [];
	text.skipSpaces();
	if (text.isAtEnd) {
		return null;
	}

	while (!text.isAtEnd) {
		const sign = text.take(/^[|,]/);
		if (sign === null) {
			terms.push(termOf(text));
		} else {
			alternatives.push(nonEmpty(terms, sign));
			terms = [];
		}

		text.skipSpaces();
	}

	return {alternatives: [...alternatives, nonEmpty(terms, '|')]};
}

function nonEmpty(terms: Term[], sign: string): Term[] {
	if (terms.length === 0) {
		throw new FilterError(`${sign} stands between two conditions, as in ping ${sign} error.`);
	}

	return terms;
}

function termOf(text: FilterText): Term {
	let isNot = false;
	while (text.take(/^!/) !== null) {
		isNot = !isNot;
	}

	return {isNot, condition: conditionOf(text)};
}

function conditionOf(text: FilterText): Condition {
	const pattern = patternOf(text);
	if (pattern !== null) {
		return {on: 'any', pattern};
	}

	const name = text.take(/^[A-Za-z]+(?=:|\s*(?:[<>]|!?=))/);
	if (name === null) {
		return {on: 'any', pattern: {kind: 'words', text: plainWord(text)}};
	}

	const field = filterField(name);
	if (field === undefined) {
		throw new FilterError(
			`There is no field ${name}. Fields: ${filterFields.map(field => field.name).join(' ')}. Quote a text with such signs: "${name}:…".`,
		);
	}

	return readValue(text, field);
}

function plainWord(text: FilterText): string {
	const word = text.take(/^[^\s|,]+/);
	if (word === null) {
		throw new FilterError('! stands before a condition, as in !type:ping.');
	}

	if (/^gaps?$/i.test(word) && text.take(/^\s+(?:(?:over|of|above|is|more than)\s+)*\d/) !== null) {
		throw new FilterError('A gap is written gap>2s or gap>500ms.');
	}

	return word;
}
