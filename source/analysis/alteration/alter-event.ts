import type {SseTraceEvent, TraceEvent} from '../../trace/trace-event.js';
import {isObject, type JsonObject, parseJson, stringAt} from '../../wire/json.js';
import {eventsAlone} from '../filter/filter-context.js';
import {type FilterTest, filterTest} from '../filter/match-filter.js';
import type {Alteration} from './alteration.js';
import {mergePatch} from './merge-patch.js';

/** An event that a client gets in place of another, or besides it. */
export type SentEvent = Pick<SseTraceEvent, 'event' | 'data' | 'id' | 'retry'>;

/**
 * How one event goes on to a client. `sent` is what it gets of the event: as it came, something else, nothing, or nothing and the end of its
 * connection. The stream waits before the event, in milliseconds, and until it is let go if it `isHeld`.
 */
export type AlteredPassage = {
	readonly isHeld: boolean;
	readonly delay: number;
	readonly before: readonly SentEvent[];
	readonly sent: 'unchanged' | 'nothing' | 'cut' | SentEvent;
	readonly after: readonly SentEvent[];
};

/** The passage of an event that nothing is done to. */
export const unchangedPassage: AlteredPassage = {
	isHeld: false,
	delay: 0,
	before: [],
	sent: 'unchanged',
	after: [],
};

/**
 * Decides how each event of one attempt goes on. Call it with every event, in order. `current` is what is altered now; another array is another
 * choice. `before` is what came before the events.
 */
export function createAlterer(
	current: () => readonly Alteration[],
	before: readonly TraceEvent[],
): (event: SseTraceEvent) => AlteredPassage {
	const events: TraceEvent[] = [...before];
	let known: readonly Alteration[] = [];
	let tests: ReadonlyArray<readonly [Alteration, FilterTest]> = [];
	return event => {
		const position = events.push(event) - 1;
		const alterations = current();
		if (alterations !== known) {
			known = alterations;
			tests = known.map(one => [one, filterTest(one.filter, eventsAlone(events))]);
		}

		return tests
			.filter(([, test]) => test(position) === true)
			.reduce((passage, [alteration]) => altered(passage, alteration, event), unchangedPassage);
	};
}

function altered(passage: AlteredPassage, alteration: Alteration, event: SseTraceEvent): AlteredPassage {
	const {before, sent, after} = passage;
	switch (alteration.does) {
		case 'drop': {
			return {...passage, sent: sent === 'cut' ? sent : 'nothing'};
		}

		case 'cut': {
			return {...passage, sent: 'cut'};
		}

		case 'hold': {
			return {...passage, isHeld: true};
		}

		case 'delay': {
			return {...passage, delay: passage.delay + alteration.time};
		}

		case 'edit': {
			const isGone = sent === 'nothing' || sent === 'cut';
			return isGone ? passage : {...passage, sent: edited(event, sent, alteration.json) ?? sent};
		}

		case 'inject': {
			const injected = {
				event: event.event === null ? null : typeOf(alteration.json),
				data: JSON.stringify(alteration.json),
			};
			return alteration.where === 'before'
				? {...passage, before: [...before, injected]}
				: {...passage, after: [...after, injected]};
		}
	}
}

/** `null` for an event whose data is no JSON object. Its name follows its type, where it did so before. */
function edited(original: SseTraceEvent, sent: 'unchanged' | SentEvent, patch: JsonObject): SentEvent | null {
	const {event, data, id, retry} = sent === 'unchanged' ? original : sent;
	const json = parseJson(data);
	if (!isObject(json)) {
		return null;
	}

	const patched = mergePatch(json, patch);
	return {
		event: event !== null && event === stringAt(json, 'type') ? (typeOf(patched) ?? event) : event,
		data: JSON.stringify(patched),
		...(id === undefined ? {} : {id}),
		...(retry === undefined ? {} : {retry}),
	};
}

function typeOf(json: JsonObject): string | null {
	return stringAt(json, 'type') || null;
}
