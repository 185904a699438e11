import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../../json.js';
import {type ConformanceState, report} from '../conformance-state.js';
import {
	type RequiredField,
	requiredBlockFields,
	requiredDeltaFields,
	requiredEventFields,
} from '../required-fields.js';
import {fieldRules} from '../rules/field-rules.js';

/** Checks that an event of a known type has the fields of its type, down to its block or delta. */
export function checkRequiredFields(
	state: ConformanceState,
	type: string,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const missing = missingFields(requiredEventFields.get(type), payload, '');
	if (type === 'content_block_start') {
		const block = objectAt(payload, 'content_block');
		missing.push(...missingFields(requiredBlockFields.get(stringAt(block, 'type')), block, 'content_block.'));
	} else if (type === 'content_block_delta') {
		const delta = objectAt(payload, 'delta');
		missing.push(...missingFields(requiredDeltaFields.get(stringAt(delta, 'type')), delta, 'delta.'));
	}

	return missing.length === 0
		? state
		: report(state, fieldRules.requiredField, position, `${type}: ${missing.join(', ')}`);
}

function missingFields(fields: readonly RequiredField[] = [], part: JsonObject, prefix: string): string[] {
	const missing: string[] = [];
	for (const {path, parents, name, what, isValid} of fields) {
		const parent = valueAt(part, parents);
		// Where the parent is missing, that has been said: its fields need not be listed as well.
		if (isObject(parent) && !isValid(parent[name])) {
			missing.push(`${prefix}${path} is not ${what}`);
		}
	}

	return missing;
}

function valueAt(part: JsonObject, path: readonly string[]): Json | undefined {
	let value: Json | undefined = part;
	for (const key of path) {
		value = isObject(value) ? value[key] : undefined;
	}

	return value;
}
