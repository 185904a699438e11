import type {SseEvent} from '../../wire/sse-event.js';
import {checkBodyText} from './check-body-text.js';
import {checkEvent} from './check-event.js';
import {findingsOf, startConformance} from './conformance-state.js';
import type {Finding} from './finding.js';
import {finishConformance} from './finish-conformance.js';
import type {ResponseFacts} from './response-facts.js';
import type {StreamEnding} from './stream-ending.js';

/** What is known about a stream besides its events. `body` is its text, if it was kept. It shows what parsers hide. */
export type StreamFacts = {
	readonly response?: ResponseFacts | null;
	readonly ending?: StreamEnding;
	readonly body?: string;
};

/** Checks a whole stream. Positions are indices into `events`. */
export function checkStream(
	events: Iterable<SseEvent>,
	{response = null, ending = 'end', body = ''}: StreamFacts = {},
): readonly Finding[] {
	let state = startConformance(response);
	let position = 0;
	for (const event of events) {
		state = checkEvent(state, event, position);
		position += 1;
	}

	return [...findingsOf(finishConformance(state, ending)), ...checkBodyText(body)];
}
