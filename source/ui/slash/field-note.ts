import type {SetField} from '../../messages/request/chat-settings.js';
import {requestFields} from '../../messages/request/request-fields.js';
import {nearestName} from '../../text/nearest-name.js';

/**
 * Says which of the set fields are in no request that the program knows; `null` if there are none. They are sent all the same: the API may know
 * them by now.
 */
export function fieldNote(set: readonly SetField[]): string | null {
	const names = set.map(({path}) => path.split('.')[0] ?? '').filter(name => !requestFields.has(name));
	const [first, ...more] = new Set(names);
	if (first === undefined) {
		return null;
	}

	if (more.length > 0) {
		return `Not fields of a request, as far as is known: ${[first, ...more].join(', ')}. They are sent all the same.`;
	}

	const nearest = nearestName(first, [...requestFields]);
	const meant = nearest === null ? '' : ` Did you mean ${nearest}?`;
	return `${first} is not a field of a request, as far as is known. It is sent all the same.${meant}`;
}
