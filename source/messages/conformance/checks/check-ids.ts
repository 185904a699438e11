import type {JsonObject} from '../../../wire/json.js';
import {blockVocabulary} from '../../vocabulary/blocks.js';
import {type ConformanceState, reportOnce} from '../conformance-state.js';
import {quote} from '../quote.js';
import {fieldRules} from '../rules/field-rules.js';

const uuid = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;

/** Notes an id that does not look like the API's. `thing` is the message or block with the id. Its `type` determines the usual prefix. */
export function checkId(state: ConformanceState, thing: JsonObject, position: number): ConformanceState {
	const {type, id} = thing;
	const prefix = typeof type === 'string' ? prefixOf(type) : null;
	if (prefix === null || typeof id !== 'string' || id.startsWith(prefix)) {
		return state;
	}

	const shape = uuid.test(id) ? ' but is a UUID' : '';
	const message = `the id ${quote(id)} of the ${type} does not begin with ${prefix}${shape}`;
	return reportOnce(state, fieldRules.idShape, `${type}`, position, message);
}

function prefixOf(type: string): string | null {
	return type === 'message' ? 'msg_' : blockVocabulary(type).idPrefix;
}
