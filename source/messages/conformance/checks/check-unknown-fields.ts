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
	let noted = state;
	for (const {name, part, fields} of partsOf(type, payload)) {
		for (const field of Object.keys(part)) {
			if (!fields.has(field)) {
				const message = `${name} has the unknown field ${quote(field)}`;
				noted = reportOnce(noted, fieldRules.unknownField, `${name}.${field}`, position, message);
			}
		}
	}

	return noted;
}

type Part = {
	readonly name: string;
	readonly part: JsonObject;
	readonly fields: ReadonlySet<string>;
};

/** The event and the objects in it whose fields are known. */
function partsOf(type: string, payload: JsonObject): readonly Part[] {
	const event = knownParts(type, payload, eventVocabulary(type)?.known ?? []);
	switch (type) {
		case 'content_block_start': {
			const block = objectAt(payload, 'content_block');
			const blockType = stringAt(block, 'type');
			return [...event, ...knownParts(`${blockType} block`, block, blockVocabulary(blockType).known)];
		}
		case 'content_block_delta': {
			const delta = objectAt(payload, 'delta');
			const deltaType = stringAt(delta, 'type');
			return [...event, ...knownParts(deltaType, delta, deltaVocabulary(deltaType).known)];
		}
		default:
			return event;
	}
}

function knownParts(name: string, whole: JsonObject, known: readonly KnownPart[]): readonly Part[] {
	return known.flatMap(({path, fields}) => {
		let part: Json | undefined = whole;
		for (const key of path) {
			part = isObject(part) ? part[key] : undefined;
		}

		return isObject(part) ? [{name: [name, ...path].join('.'), part, fields}] : [];
	});
}
