import type {SetField} from '../../messages/request/chat-settings.js';
import {requestFields} from '../../messages/request/request-fields.js';
import {nearestName} from '../../text/nearest-name.js';

/**
 * Names the set fields that the program does not know; `null` if it knows all of them. They are sent anyway, because the API may be newer than the
 * program.
 */
export function fieldNote(set: readonly SetField[]): string | null {
	const names = set.map(({path}) => path.split('.')[0] ?? '').filter(name => !requestFields.has(name));
	const [first, ...more] = new Set(names);
	if (first === undefined) {
		return null;
	}

	if (more.length > 0) {
		return `These are not known fields of a request: ${[first, ...more].join(', ')}. They are sent anyway.`;
	}

	const nearest = nearestName(first, [...requestFields]);
	const meant = nearest === null ? '' : ` Did you mean ${nearest}?`;
	return `${first} is not a known field of a request. It is sent anyway.${meant}`;
}
