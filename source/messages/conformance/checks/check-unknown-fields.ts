import {type JsonObject, objectAt, stringAt} from '../../../wire/json.js';
import {type ConformanceState, reportOnce} from '../conformance-state.js';
import {blockFields, deltaFields, partFields} from '../known-fields.js';
import {quote} from '../quote.js';
import {fieldRules} from '../rules/field-rules.js';

/** Notes the fields that the SDK's types do not have, each once in a stream. */
export function checkUnknownFields(
	state: ConformanceState,
	type: string,
	payload: JsonObject,
	position: number,
): ConformanceState {
	let noted = state;
	for (const {name, part, known} of partsOf(type, payload)) {
		for (const field of known === undefined ? [] : Object.keys(part)) {
			if (!known?.has(field)) {
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
	readonly known: ReadonlySet<string> | undefined;
};

/** The event and the objects in it whose fields are known. */
function partsOf(type: string, payload: JsonObject): readonly Part[] {
	const inEvent = (name: string, part: JsonObject) => ({name, part, known: partFields.get(name)});
	const event = inEvent(type, payload);
	switch (type) {
		case 'message_start': {
			const message = objectAt(payload, 'message');
			const usage = objectAt(message, 'usage');
			return [event, inEvent(`${type}.message`, message), inEvent(`${type}.message.usage`, usage)];
		}
		case 'message_delta': {
			const usage = objectAt(payload, 'usage');
			return [event, inEvent(`${type}.delta`, objectAt(payload, 'delta')), inEvent(`${type}.usage`, usage)];
		}
		case 'error':
			return [event, inEvent(`${type}.error`, objectAt(payload, 'error'))];
		case 'content_block_start': {
			const part = objectAt(payload, 'content_block');
			const blockType = stringAt(part, 'type');
			return [event, {name: `${blockType} block`, part, known: blockFields.get(blockType)}];
		}
		case 'content_block_delta': {
			const part = objectAt(payload, 'delta');
			const deltaType = stringAt(part, 'type');
			return [event, {name: deltaType, part, known: deltaFields.get(deltaType)}];
		}
		default:
			return [event];
	}
}
