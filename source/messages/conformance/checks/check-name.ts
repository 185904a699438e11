import {isObject, type Json} from '../../../wire/json.js';
import type {SseEvent} from '../../../wire/sse-event.js';
import {eventVocabulary} from '../../vocabulary/events.js';
import {type ConformanceState, report} from '../conformance-state.js';
import {quote} from '../quote.js';
import {fieldRules} from '../rules/field-rules.js';
import {nameRules} from '../rules/name-rules.js';

/** Compares the name of an event with the type in its data. `payload` is the data as JSON, or `undefined` if it does not parse. */
export function checkName(
	state: ConformanceState,
	{event, data}: SseEvent,
	payload: Json | undefined,
	position: number,
): ConformanceState {
	const type = isObject(payload) ? payload.type : undefined;
	// Words are made only for a finding, because nearly every event has none.
	const about = () => (event === null ? 'an event without a name' : `event ${quote(event)}`);
	let named = state;
	if (event === null) {
		const message = `no event: line before the data of type ${quote(type)}: the SDK skips the event`;
		named = report(state, nameRules.eventNameMissing, position, message);
	}

	// The SDK skips a ping without reading its data.
	const severity = event === 'ping' ? 'note' : 'error';
	if (event !== null && data === '') {
		const message = `the line "event: ${quote(event).slice(1, -1)}" was left without data: clients drop it`;
		return report(named, nameRules.dataMissing, position, message, severity);
	}

	if (!isObject(payload)) {
		const message = `the data of ${about()} is not a JSON object: ${quote(data)}`;
		return report(named, nameRules.dataJson, position, message);
	}

	if (typeof type !== 'string') {
		const isOurs = event === null || eventVocabulary(event) !== undefined;
		const message = `${about()}: type is not a string`;
		return isOurs ? report(named, fieldRules.requiredField, position, message, severity) : named;
	}

	if (event === null || event === type) {
		return named;
	}

	const message = `${about()}, but data.type is ${quote(type)}`;
	return report(named, nameRules.eventNameMismatch, position, message);
}
