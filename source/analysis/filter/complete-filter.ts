import {filterField, filterFields} from './filter-fields.js';

/**
 * Completes the last word of a typed filter: the name of a field, or one of its values. Each further call on a completed word gives the next
 * possibility, so `typed` is what the person wrote. Returns `null` if there is nothing to complete.
 */
export function completeFilter(typed: string, turn: number): string | null {
	const [word = ''] = /[^\s|]*$/.exec(typed) ?? [];
	const [, head = '', part = ''] = /^(!*(?:[A-Za-z]+:(?:[^,]*,)*)?)(.*)$/s.exec(word) ?? [];
	const name = /([A-Za-z]+):/.exec(head)?.[1];
	const options = (name === undefined ? fieldStarts() : valuesOf(name)).filter(option =>
		option.startsWith(part.toLowerCase()),
	);
	const chosen = options[turn % options.length];
	return chosen === undefined ? null : typed.slice(0, typed.length - part.length) + chosen;
}

/** A field's name with the sign after it. */
function fieldStarts(): readonly string[] {
	return filterFields.map(({name, example}) => name + (/^[a-z]+(:|[<>]=?)/.exec(example)?.[1] ?? ':'));
}

function valuesOf(name: string): readonly string[] {
	const form = filterField(name)?.form;
	return form?.kind === 'names' ? form.values : [];
}
