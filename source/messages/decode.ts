import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../wire/json.js';
import type {SseEvent} from '../wire/sse-event.js';
import {parseEventData} from './parse-event-data.js';
import {rememberRecent} from './recent-memo.js';
import type {BlockVocabulary} from './vocabulary/block-vocabulary.js';
import {blockVocabulary} from './vocabulary/blocks.js';
import type {DeltaVocabulary} from './vocabulary/delta-vocabulary.js';
import {deltaVocabulary} from './vocabulary/deltas.js';
import type {EventVocabulary} from './vocabulary/event-vocabulary.js';
import {type EventName, eventVocabulary, unknownEvent} from './vocabulary/events.js';
import {type Piece, pieceIn} from './vocabulary/piece.js';

type Decoded = {
	/** The data as JSON, or `undefined` if it is not JSON. */
	readonly json: Json | undefined;
	/** The data if it is an object, else an empty object. */
	readonly payload: JsonObject;
	/** The type in the data, else the event's name. `null` if there is neither. */
	readonly type: string | null;
	/** The index of its block. `null` if it has none, or if the index is not a whole number from 0. */
	readonly index: number | null;
	/** What it adds to its block: the content of a delta, or the text that the start of a block already holds. */
	readonly piece: Piece | null;
	readonly vocabulary: EventVocabulary;
};

type BlockStart = {readonly block: JsonObject; readonly blockType: string; readonly known: BlockVocabulary};
type BlockDelta = {readonly delta: JsonObject; readonly deltaType: string; readonly known: DeltaVocabulary};

/** The known events without block or delta parts. */
type PlainName = Exclude<EventName, 'content_block_start' | 'content_block_delta'>;

/**
 * What a server-sent event says. The kind of a known event is its type. The other kinds are: `unknown`, a type that this program does not know;
 * `done`, the end mark of another protocol; `empty`, an event without data; `not-json` and `not-object`, for data that is not what it should
 * be; and `unreadable`, for data on which reading failed.
 */
export type WireEvent =
	| (Decoded & {readonly kind: PlainName | 'unknown' | 'done' | 'empty' | 'not-json' | 'not-object'})
	| (Decoded & BlockStart & {readonly kind: 'content_block_start'})
	| (Decoded & BlockDelta & {readonly kind: 'content_block_delta'})
	| (Decoded & {readonly kind: 'unreadable'; readonly reason: string});

/**
 * Reads any event and never throws. An event is parsed only once, as long as it is among the last few thousand.
 *
 * As in the SDK's `core/streaming.ts`, the names `ping` and `error` take precedence over the data. The `type` in the data decides for all other
 * events.
 */
export const decode: (event: SseEvent) => WireEvent = rememberRecent(read, 512);

function read({event, data}: SseEvent): WireEvent {
	try {
		return readData(event, data);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return {kind: 'unreadable', reason, ...withoutPayload(event, undefined)};
	}
}

function readData(event: string | null, data: string): WireEvent {
	const json = parseEventData(data);
	if (isObject(json)) {
		return decodePayload(json, event);
	}

	const bare = withoutPayload(event, json);
	if (event === 'ping' || event === 'error') {
		return {kind: event, ...bare};
	}

	const text = data.trim();
	if (text === '' || text === '[DONE]') {
		return {kind: text === '' ? 'empty' : 'done', ...bare};
	}

	return {kind: json === undefined ? 'not-json' : 'not-object', ...bare};
}

/** Reads a payload that is already JSON. `event` is the event's name, or `null` if it had none. */
export function decodePayload(payload: JsonObject, event: string | null = null): WireEvent {
	const type = typeof payload.type === 'string' ? payload.type : event;
	const name = event === 'ping' || event === 'error' ? event : type || event;
	const vocabulary = name === null ? undefined : eventVocabulary(name);
	const index = indexOf(payload.index);
	if (vocabulary === undefined) {
		return {kind: 'unknown', json: payload, payload, type, index, piece: null, vocabulary: unknownEvent};
	}

	switch (vocabulary.name) {
		case 'content_block_start': {
			const block = objectAt(payload, 'content_block');
			const blockType = stringAt(block, 'type');
			const known = blockVocabulary(blockType);
			const piece = pieceIn(block, known);
			// Written out, because copying with `...` would double the cost of a stream's most frequent events.
			return {
				kind: vocabulary.name,
				json: payload,
				payload,
				type,
				index,
				piece,
				vocabulary,
				block,
				blockType,
				known,
			};
		}

		case 'content_block_delta': {
			const delta = objectAt(payload, 'delta');
			const deltaType = stringAt(delta, 'type');
			const known = deltaVocabulary(deltaType);
			const piece = pieceIn(delta, known);
			return {
				kind: vocabulary.name,
				json: payload,
				payload,
				type,
				index,
				piece,
				vocabulary,
				delta,
				deltaType,
				known,
			};
		}

		default: {
			return {kind: vocabulary.name, json: payload, payload, type, index, piece: null, vocabulary};
		}
	}
}

function withoutPayload(event: string | null, json: Json | undefined): Decoded {
	const decided = event === 'ping' || event === 'error' ? eventVocabulary(event) : undefined;
	const vocabulary = decided ?? unknownEvent;
	return {json, payload: {}, type: event, index: null, piece: null, vocabulary};
}

function indexOf(value: Json | undefined): number | null {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
