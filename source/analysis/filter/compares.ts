import type {Comparison} from './filter.js';

/** `=` asks for one of the values, `!=` for none of them. */
export function compares(number: number, comparison: Comparison, values: readonly number[]): boolean {
	const [value = Number.NaN] = values;
	switch (comparison) {
		case '=': {
			return values.includes(number);
		}

		case '!=': {
			return !values.includes(number);
		}

		case '>': {
			return number > value;
		}

		case '>=': {
			return number >= value;
		}

		case '<': {
			return number < value;
		}

		case '<=': {
			return number <= value;
		}
	}
}
