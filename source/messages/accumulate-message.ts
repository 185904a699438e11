import {isObject, type JsonObject, objectAt} from '../wire/json.js';
import type {ApiSurface} from './api-surface.js';
import type {WireEvent} from './decode.js';
import {type BlockSnapshot, type MessageSnapshot, openBlock} from './message-snapshot.js';
import {blockVocabulary} from './vocabulary/blocks.js';

/**
 * Folds one event into the message. Returns the same snapshot for events that do not change it, including every unknown one. Never throws,
 * whatever the payload looks like.
 *
 * Source of the rules: `#accumulateMessage` in the SDK's `lib/MessageStream.ts` and `lib/BetaMessageStream.ts`. Where the SDK throws (a second
 * `message_start`), the snapshot does not change.
 */
export function accumulateMessage(
	snapshot: MessageSnapshot | null,
	event: WireEvent,
	surface: ApiSurface,
): MessageSnapshot | null {
	if (snapshot === null) {
		return event.kind === 'message_start' ? startMessage(event.payload.message) : null;
	}

	switch (event.kind) {
		case 'content_block_start': {
			return startBlock(snapshot, event.block, surface);
		}

		case 'content_block_delta': {
			const {known, delta} = event;
			return changeBlock(snapshot, event.index, block =>
				blockVocabulary(block.type).deltas.includes(known.name) ? known.accumulate(block, delta) : block,
			);
		}

		case 'content_block_stop': {
			return changeBlock(snapshot, event.index, block => ({...block, isClosed: true}));
		}

		case 'message_delta': {
			return {...snapshot, fields: applyMessageDelta(snapshot.fields, event.payload, surface)};
		}

		default: {
			return snapshot;
		}
	}
}

/** Starts a message, which may be complete. `null` for anything but an object. */
export function startMessage(message: unknown): MessageSnapshot | null {
	if (!isObject(message)) {
		return null;
	}

	const content = Array.isArray(message.content) ? message.content.filter(isObject) : [];
	return {fields: message, blocks: content.map(block => openBlock(block, true))};
}

function startBlock(snapshot: MessageSnapshot, start: JsonObject, surface: ApiSurface): MessageSnapshot {
	const blocks = [...snapshot.blocks, openBlock(start)];
	const model = objectAt(start, 'to').model;
	// The last fallback block names the model that served the answer.
	return surface === 'beta' && start.type === 'fallback' && model !== undefined
		? {blocks, fields: {...snapshot.fields, model}}
		: {blocks, fields: snapshot.fields};
}

function changeBlock(
	snapshot: MessageSnapshot,
	index: number | null,
	change: (block: BlockSnapshot) => BlockSnapshot,
): MessageSnapshot {
	const block = index === null ? undefined : snapshot.blocks[index];
	if (index === null || block === undefined) {
		return snapshot;
	}

	const changed = change(block);
	return changed === block
		? snapshot
		: {fields: snapshot.fields, blocks: snapshot.blocks.with(index, changed)};
}

const usageKeys: Readonly<Record<ApiSurface, readonly string[]>> = {
	stable: [
		'input_tokens',
		'cache_creation_input_tokens',
		'cache_read_input_tokens',
		'server_tool_use',
		'output_tokens_details',
	],
	beta: [
		'input_tokens',
		'cache_creation_input_tokens',
		'cache_read_input_tokens',
		'server_tool_use',
		'output_tokens_details',
		'iterations',
		'fallback_credit',
	],
};

/** The counts in `message_delta` are totals of the whole message, so they are assigned, never added. */
function applyMessageDelta(fields: JsonObject, payload: JsonObject, surface: ApiSurface): JsonObject {
	const delta = objectAt(payload, 'delta');
	const usage = objectAt(payload, 'usage');
	const topLevel =
		surface === 'beta' ? present(payload, ['context_management', 'input_transformations']) : {};
	return {
		...fields,
		stop_reason: delta.stop_reason,
		stop_sequence: delta.stop_sequence,
		stop_details: delta.stop_details,
		...present(delta, ['container']),
		...topLevel,
		usage: {
			...objectAt(fields, 'usage'),
			output_tokens: usage.output_tokens,
			...present(usage, usageKeys[surface]),
		},
	};
}

function present(source: JsonObject, keys: readonly string[]): JsonObject {
	return Object.fromEntries(
		keys.filter(key => source[key] !== undefined && source[key] !== null).map(key => [key, source[key]]),
	);
}
