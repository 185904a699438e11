import {type Filter, textFilter, typeFilter} from '../analysis/filter/filter.js';
import type {LogFilter} from '../analysis/log-index.js';
import {findElement} from './find-element.js';
import {make} from './make.js';

/** The fields that choose which events the table shows. */
export type EventFilter = {
	/** Reports the current values of the fields. */
	apply(): void;
};

/** `kinds` are the options. `onChange` receives the values of the fields, at once and after each change. */
export function createEventFilter(
	kinds: ReadonlySet<string>,
	onChange: (filter: LogFilter) => void,
): EventFilter {
	const search = findElement('search', HTMLInputElement);
	const type = findElement('type', HTMLSelectElement);
	for (const kind of [...kinds].sort()) {
		const option = type.appendChild(make('option', '', kind));
		option.value = kind;
	}

	const apply = () => {
		onChange({passing: chosen(type.value, search.value), isFolded: false});
	};
	search.addEventListener('input', apply);
	type.addEventListener('change', apply);
	return {apply};
}

/** A type, a text, or both. */
function chosen(type: string, text: string): Filter | null {
	const filters = [...(type === '' ? [] : [typeFilter(type)]), ...(text === '' ? [] : [textFilter(text)])];
	const terms = filters.flatMap(({alternatives}) => alternatives.flat());
	return terms.length === 0 ? null : {alternatives: [terms]};
}
