import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../wire/json.js';
import {type BlockSnapshot, type MessageSnapshot, openBlock} from './message-snapshot.js';

/** Which of the SDK's two message helpers reads the stream: they keep different fields of `message_delta`. */
export type ApiSurface = 'stable' | 'beta';

/**
 * Folds one event's payload into the message. Gives the same snapshot back for events that do not change it, among them every
 * unknown one; never throws, whatever the payload looks like.
 *
 * Source of the rules: the SDK's `lib/MessageStream.ts` and `lib/BetaMessageStream.ts`, `#accumulateMessage`. Where the SDK throws
 * (a second `message_start`), the snapshot stays as it was.
 */
export function accumulateMessage(
	snapshot: MessageSnapshot | null,
	payload: JsonObject,
	surface: ApiSurface,
): MessageSnapshot | null {
	if (snapshot === null) {
		return payload.type === 'message_start' ? startMessage(payload) : null;
	}

	switch (payload.type) {
		case 'content_block_start': {
			return startBlock(snapshot, objectAt(payload, 'content_block'), surface);
		}

		case 'content_block_delta': {
			return changeBlock(snapshot, payload.index, block => applyDelta(block, objectAt(payload, 'delta')));
		}

		case 'content_block_stop': {
			return changeBlock(snapshot, payload.index, block => ({...block, isClosed: true}));
		}

		case 'message_delta': {
			return {...snapshot, fields: applyMessageDelta(snapshot.fields, payload, surface)};
		}

		default: {
			return snapshot;
		}
	}
}

function startMessage(payload: JsonObject): MessageSnapshot | null {
	const {message} = payload;
	if (!isObject(message)) {
		return null;
	}

	const content = Array.isArray(message.content) ? message.content.filter(isObject) : [];
	return {fields: message, blocks: content.map(block => openBlock(block, true))};
}

function startBlock(snapshot: MessageSnapshot, start: JsonObject, surface: ApiSurface): MessageSnapshot {
	const blocks = [...snapshot.blocks, openBlock(start)];
	const model = objectAt(start, 'to').model;
	// The last hop's fallback block names the model that served the answer.
	return surface === 'beta' && start.type === 'fallback' && model !== undefined
		? {blocks, fields: {...snapshot.fields, model}}
		: {blocks, fields: snapshot.fields};
}

function changeBlock(
	snapshot: MessageSnapshot,
	index: Json | undefined,
	change: (block: BlockSnapshot) => BlockSnapshot,
): MessageSnapshot {
	const block = typeof index === 'number' ? snapshot.blocks[index] : undefined;
	if (block === undefined) {
		return snapshot;
	}

	const changed = change(block);
	return changed === block
		? snapshot
		: {fields: snapshot.fields, blocks: snapshot.blocks.with(index as number, changed)};
}

const toolTypes: ReadonlySet<string> = new Set(['tool_use', 'server_tool_use', 'mcp_tool_use']);

/** True for blocks whose `input` is streamed as `partial_json`. */
export function isToolBlock(type: string): boolean {
	return toolTypes.has(type);
}

function applyDelta(block: BlockSnapshot, delta: JsonObject): BlockSnapshot {
	switch (`${block.type} ${stringAt(delta, 'type')}`) {
		case 'text text_delta': {
			return {...block, text: block.text + stringAt(delta, 'text')};
		}

		case 'thinking thinking_delta': {
			return {...block, text: block.text + stringAt(delta, 'thinking')};
		}

		case 'text citations_delta': {
			return {...block, citations: [...block.citations, delta.citation ?? null]};
		}

		case 'thinking signature_delta': {
			return {...block, assigned: {...block.assigned, signature: delta.signature}};
		}

		case 'compaction compaction_delta': {
			const {type: _, ...assigned} = delta;
			return {...block, assigned: {...block.assigned, ...assigned}};
		}

		default: {
			return delta.type === 'input_json_delta' && isToolBlock(block.type)
				? {...block, partialJson: (block.partialJson ?? '') + stringAt(delta, 'partial_json')}
				: block;
		}
	}
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

/** The counters of `message_delta` are totals of the whole message: they are assigned, never added. */
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
