import {isObject, type JsonObject, objectAt, parseJson, stringAt} from '../../wire/json.js';
import {explainBlock} from './block-explanations.js';
import {deltaExplanations, unknownDelta} from './delta-explanations.js';
import {
	brokenEvent,
	doneMark,
	emptyEvent,
	eventExplanations,
	unknownEvent,
	unnamedPurpose,
} from './event-explanations.js';
import type {TitledExplanation} from './explanation.js';

/**
 * What a server-sent event is for and where its payload lies. `event` is `null` where there was no `event:` line; `data` is the text of
 * its `data:` lines. Any text is explained, also one that no Messages API ever sent.
 */
export function explainEvent(sse: {readonly event: string | null; readonly data: string}): TitledExplanation {
	const {event, data} = sse;
	// The SDK decides by these two names alone, whatever the data says.
	const decided = event === 'ping' || event === 'error' ? eventExplanations.get(event) : undefined;
	if (event !== null && decided !== undefined) {
		return {title: event, ...decided};
	}

	const name = event || 'data';
	const text = data.trim();
	if (text === '' || text === '[DONE]') {
		return text === '' ? {title: name, ...emptyEvent} : {title: `${name} · ${text}`, ...doneMark};
	}

	const payload = parseJson(text);
	if (payload === undefined) {
		return {title: name, ...brokenEvent};
	}

	const explained = explainPayload(isObject(payload) ? payload : {}, name);
	return event === null
		? {...explained, title: `${explained.title} (no event name)`, purpose: unnamedPurpose}
		: explained;
}

function explainPayload(payload: JsonObject, name: string): TitledExplanation {
	const type = stringAt(payload, 'type') || name;
	if (type === 'content_block_start') {
		const block = stringAt(objectAt(payload, 'content_block'), 'type');
		return {title: `${type} · ${block || 'unknown'}`, ...explainBlock(block)};
	}

	if (type === 'content_block_delta') {
		const delta = stringAt(objectAt(payload, 'delta'), 'type');
		return {title: `${type} · ${delta || 'unknown'}`, ...(deltaExplanations.get(delta) ?? unknownDelta)};
	}

	return {title: type, ...(eventExplanations.get(type) ?? unknownEvent)};
}
