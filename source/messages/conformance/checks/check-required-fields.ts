import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../../../wire/json.js';
import {blockVocabulary} from '../../vocabulary/blocks.js';
import {deltaVocabulary} from '../../vocabulary/deltas.js';
import {eventVocabulary} from '../../vocabulary/events.js';
import type {RequiredField} from '../../vocabulary/required-field.js';
import {type ConformanceState, report} from '../conformance-state.js';
import {fieldRules} from '../rules/field-rules.js';

/** Checks that an event of a known type has the required fields, including those of its block or delta. */
export function checkRequiredFields(
	state: ConformanceState,
	type: string,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const missing = missingFields(eventVocabulary(type)?.required, payload, '');
	if (type === 'content_block_start') {
		const block = objectAt(payload, 'content_block');
		missing.push(
			...missingFields(blockVocabulary(stringAt(block, 'type')).required, block, 'content_block.'),
		);
	} else if (type === 'content_block_delta') {
		const delta = objectAt(payload, 'delta');
		missing.push(...missingFields(deltaVocabulary(stringAt(delta, 'type')).required, delta, 'delta.'));
	}

	let checked = state;
	for (const severity of ['error', 'note'] as const) {
		const told = missing.filter(field => field.severity === severity).map(field => field.message);
		const message = `${type}: ${told.join(', ')}`;
		checked =
			told.length === 0 ? checked : report(checked, fieldRules.requiredField, position, message, severity);
	}

	return checked;
}

type Missing = {readonly message: string; readonly severity: 'error' | 'note'};

function missingFields(fields: readonly RequiredField[] = [], part: JsonObject, prefix: string): Missing[] {
	const missing: Missing[] = [];
	for (const {path, parents, name, what, isValid, isLenient} of fields) {
		const parent = valueAt(part, parents);
		// A missing parent has already been reported, so its fields are not listed.
		if (isObject(parent) && !isValid(parent[name])) {
			const severity = isLenient ? 'note' : 'error';
			missing.push({message: `${prefix}${path} is not ${what}`, severity});
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
