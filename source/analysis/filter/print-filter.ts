import type {Condition, Filter, NumberField, Pattern} from './filter.js';
import {filterFields} from './filter-fields.js';

/** Writes a filter as a person types it. `readFilter` reads it back as the same filter. */
export function printFilter({alternatives}: Filter): string {
	return alternatives
		.map(terms =>
			terms.map(({isNot, condition}) => `${isNot ? '!' : ''}${printCondition(condition)}`).join(' '),
		)
		.join(' | ');
}

function printCondition(condition: Condition): string {
	switch (condition.on) {
		case 'any': {
			return printPattern(condition.pattern);
		}

		case 'text': {
			return `text:${printPattern(condition.pattern)}`;
		}

		case 'names': {
			return `${condition.field}:${condition.values.map(printWord).join(',')}`;
		}

		case 'number': {
			const {field, comparison, values} = condition;
			const sign = comparison === '=' && unitOf(field) === 'count' ? ':' : comparison;
			return `${field}${sign}${values.map(value => printNumber(value, unitOf(field))).join(',')}`;
		}

		case 'json': {
			const {path, comparison, value} = condition;
			const end = comparison === 'exists' ? '' : `${comparison}${printWord(value)}`;
			return `json:${path.join('.')}${end}`;
		}
	}
}

function printPattern(pattern: Pattern): string {
	return pattern.kind === 'regex' ? `/${pattern.source}/${pattern.flags}` : printWord(pattern.text);
}

/** A word that could mean something else is quoted. */
function printWord(word: string): string {
	return /^[^\s|,!"/:=<>\\]+$/.test(word) && !/^gaps?$/i.test(word)
		? word
		: `"${word.replaceAll(/["\\]/g, '\\$&')}"`;
}

const units: ReadonlyMap<NumberField, 'count' | 'time' | 'size'> = new Map(
	filterFields.flatMap(({form}) => (form.kind === 'number' ? [[form.field, form.unit] as const] : [])),
);

function unitOf(field: NumberField): 'count' | 'time' | 'size' {
	return units.get(field) ?? 'count';
}

function printNumber(value: number, unit: 'count' | 'time' | 'size'): string {
	switch (unit) {
		case 'count': {
			return String(value);
		}

		case 'time': {
			return value >= 1000 && (value / 1000) * 1000 === value ? `${value / 1000}s` : `${value}ms`;
		}

		case 'size': {
			return value >= 1000 && (value / 1000) * 1000 === value ? `${value / 1000}k` : String(value);
		}
	}
}
