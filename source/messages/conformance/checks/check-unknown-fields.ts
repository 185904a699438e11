import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../../../wire/json.js';
import {blockVocabulary} from '../../vocabulary/blocks.js';
import {deltaVocabulary} from '../../vocabulary/deltas.js';
import {eventVocabulary} from '../../vocabulary/events.js';
import type {KnownPart} from '../../vocabulary/known-part.js';
import {type ConformanceState, reportOnce} from '../conformance-state.js';
import {quote} from '../quote.js';
import {fieldRules} from '../rules/field-rules.js';

/** Notes fields that are not in the SDK's types, each once per stream. */
export function checkUnknownFields(
	state: ConformanceState,
	type: string,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const noted = noteUnknown(state, position, type, payload, eventVocabulary(type)?.known ?? []);
	switch (type) {
		case 'content_block_start': {
			const block = objectAt(payload, 'content_block');
			const blockType = stringAt(block, 'type');
			return noteUnknown(noted, position, `${blockType} block`, block, blockVocabulary(blockType).known);
		}
		case 'content_block_delta': {
			const delta = objectAt(payload, 'delta');
			const deltaType = stringAt(delta, 'type');
			return noteUnknown(noted, position, deltaType, delta, deltaVocabulary(deltaType).known);
		}
		default:
			return noted;
	}
}

/** Looks at `whole` and at the objects in it whose fields are known. Nearly always all are, so a name is made only for one that is not. */
function noteUnknown(
	state: ConformanceState,
	position: number,
	name: string,
	whole: JsonObject,
	known: readonly KnownPart[],
): ConformanceState {
	let noted = state;
	for (const {path, fields} of known) {
		for (const field of Object.keys(partAt(whole, path))) {
			if (!fields.has(field)) {
				const part = [name, ...path].join('.');
				const message = `${part} has the unknown field ${quote(field)}`;
				noted = reportOnce(noted, fieldRules.unknownField, `${part}.${field}`, position, message);
			}
		}
	}

	return noted;
}

const nothing: JsonObject = {};

function partAt(whole: JsonObject, path: readonly string[]): JsonObject {
	let part: Json | undefined = whole;
	for (const key of path) {
		part = isObject(part) ? part[key] : undefined;
	}

	return isObject(part) ? part : nothing;
}
