import {summarize} from '../analysis/event-summary.js';
import type {LogFilter} from '../analysis/log-index.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {findElement} from './find-element.js';
import {make} from './make.js';

/** The fields that say which events the table shows. */
export type EventFilter = {
	/** Hands on what the fields hold. */
	apply(): void;
};

/** `onChange` hears what the fields hold, now and whenever it changes. */
export function createEventFilter(
	events: readonly TraceEvent[],
	onChange: (filter: LogFilter) => void,
): EventFilter {
	const search = findElement('search', HTMLInputElement);
	const type = findElement('type', HTMLSelectElement);
	for (const kind of new Set(events.map(event => summarize(event).kind).sort())) {
		const option = type.appendChild(make('option', '', kind));
		option.value = kind;
	}

	const apply = () => {
		const kinds = type.value === '' ? null : new Set([type.value]);
		onChange({kinds, text: search.value, isFolded: false});
	};
	search.addEventListener('input', apply);
	type.addEventListener('change', apply);
	return {apply};
}
