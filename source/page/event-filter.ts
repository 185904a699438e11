import type {LogFilter} from '../analysis/log-index.js';
import {findElement} from './find-element.js';
import {make} from './make.js';

/** The fields that say which events the table shows. */
export type EventFilter = {
	/** Hands on what the fields hold. */
	apply(): void;
};

/** `kinds` are those to choose from. `onChange` hears what the fields hold, now and whenever it changes. */
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
		onChange({kinds: type.value === '' ? null : new Set([type.value]), text: search.value, isFolded: false});
	};
	search.addEventListener('input', apply);
	type.addEventListener('change', apply);
	return {apply};
}
