import type {Comparison, Condition, NumberField, Pattern} from './filter.js';
import type {FieldForm, FilterField} from './filter-fields.js';
import {FilterError, type FilterText} from './filter-text.js';
import {patternOf} from './read-pattern.js';

/** Reads the operator and the value after the name of a field. */
export function readValue(text: FilterText, field: FilterField): Condition {
	const {form, example} = field;
	switch (form.kind) {
		case 'names': {
			expectColon(text, field);
			return {on: 'names', field: form.field, values: listOf(text, () => nameOf(text, field, form))};
		}

		case 'number': {
			return numberCondition(text, field, form.field, form.unit);
		}

		case 'text': {
			expectColon(text, field);
			return {on: 'text', pattern: patternOf(text) ?? wordsOf(text, example)};
		}

		case 'json': {
			expectColon(text, field);
			return jsonCondition(text, example);
		}
	}
}

function expectColon(text: FilterText, {example}: FilterField): void {
	if (text.take(/^(?::|\s*=)\s*/) === null) {
		throw new FilterError(`Write ${example}.`);
	}
}

/** Values with commas between them. Another condition after a comma is an alternative. */
function listOf<Value>(text: FilterText, read: () => Value): readonly Value[] {
	const values = [read()];
	while (text.take(/^,(?=[^\s,|!/])(?![A-Za-z]+(?::|[<>]|!?=))/) !== null) {
		values.push(read());
	}

	return values;
}

type NamesForm = Extract<FieldForm, {readonly kind: 'names'}>;

function nameOf(text: FilterText, {name, example}: FilterField, {values, isOpen}: NamesForm): string {
	const written = text.quoted() ?? text.take(/^[^\s|,"/][^\s|,]*/);
	if (written === null) {
		throw new FilterError(`Something is missing after ${name}:, as in ${example}.`);
	}

	if (!isOpen && !values.includes(written.toLowerCase())) {
		throw new FilterError(`${name}: knows ${values.join(', ')}.`);
	}

	return isOpen ? written : written.toLowerCase();
}

function wordsOf(text: FilterText, example: string): Pattern {
	const word = text.take(/^[^\s|,]+/);
	if (word === null) {
		throw new FilterError(`Something is missing, as in ${example}.`);
	}

	return {kind: 'words', text: word};
}

const units: Readonly<Record<'count' | 'time' | 'size', ReadonlyMap<string, number>>> = {
	count: new Map([['', 1]]),
	time: new Map([
		['ms', 1],
		['s', 1000],
		['m', 60_000],
	]),
	size: new Map([
		['', 1],
		['b', 1],
		['k', 1000],
		['kb', 1000],
		['m', 1_000_000],
		['mb', 1_000_000],
	]),
};

function numberCondition(
	text: FilterText,
	{name, example}: FilterField,
	field: NumberField,
	unit: keyof typeof units,
): Condition {
	const sign = text.take(/^(?::|\s*(?:[<>]=?|!?=))/)?.trim() ?? '';
	const comparison: Comparison = isComparison(sign) ? sign : '=';
	if (sign === ':' && unit !== 'count') {
		throw new FilterError(`${name} is compared: ${example}.`);
	}

	const read = () => {
		const [, digits = '', letters = ''] =
			/^\s*(\d+(?:\.\d+)?)(?:\s*([A-Za-z]+)(?![^\s|,]))?$/.exec(
				text.take(/^\s*\d+(?:\.\d+)?(?:\s+(?:ms|s|m|k|kb|mb|b)|[A-Za-z]*)(?![^\s|,])/i) ?? '',
			) ?? [];
		const factor = units[unit].get(letters.toLowerCase());
		if (digits === '' || factor === undefined) {
			throw new FilterError(`${name} needs a ${unitWords[unit]}, as in ${example}.`);
		}

		return Number(digits) * factor;
	};
	const values = comparison === '=' || comparison === '!=' ? listOf(text, read) : [read()];
	return {on: 'number', field, comparison, values};
}

const unitWords = {count: 'number', time: 'time with its unit', size: 'size'} as const;

const comparisons: ReadonlySet<string> = new Set(['=', '!=', '>', '>=', '<', '<=']);

function isComparison(sign: string): sign is Comparison {
	return comparisons.has(sign);
}

function jsonCondition(text: FilterText, example: string): Condition {
	const path = text.take(/^[^\s|,~=<>!"]+/)?.split('.') ?? [];
	if (path.length === 0 || path.includes('')) {
		throw new FilterError(`A path is missing, as in ${example}.`);
	}

	const sign = text.take(/^(?:~|[<>]=?|!?=)/);
	if (sign === null) {
		return {on: 'json', path, comparison: 'exists', value: ''};
	}

	const value = text.quoted() ?? text.take(/^[^\s|,]+/);
	if (value === null) {
		throw new FilterError(`Something is missing after ${sign}, as in ${example}.`);
	}

	if (/^[<>]/.test(sign) && !/^-?\d+(?:\.\d+)?$/.test(value)) {
		throw new FilterError(`${sign} compares numbers, as in json:usage.output_tokens>100.`);
	}

	return {on: 'json', path, comparison: isComparison(sign) ? sign : '~', value};
}
