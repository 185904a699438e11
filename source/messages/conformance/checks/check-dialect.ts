import type {JsonObject} from '../../../wire/json.js';
import {objectAt, stringAt} from '../../../wire/json.js';
import {type ConformanceState, report} from '../conformance-state.js';
import {foreignText} from '../foreign-dialect.js';
import {quote} from '../quote.js';
import {contentRules} from '../rules/content-rules.js';

/** Reports text in a field of a delta where no client of the Messages API looks for it. */
export function checkForeignText(
	state: ConformanceState,
	type: string,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const field = foreignText(type, payload);
	if (field === null) {
		return state;
	}

	const text = quote(stringAt(objectAt(payload, 'delta'), field));
	const message = `${type} has text in delta.${field}, where clients do not look for it: ${text}`;
	return report(state, contentRules.otherDialect, position, message);
}

/** Reports an event of another API. */
export function reportDialect(state: ConformanceState, dialect: string, position: number): ConformanceState {
	return report(
		state,
		contentRules.otherDialect,
		position,
		`an event of ${dialect}: clients skip it or fail`,
	);
}
