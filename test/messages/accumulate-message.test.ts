import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {accumulateMessage} from '../../source/messages/accumulate-message.js';
import type {ApiSurface} from '../../source/messages/api-surface.js';
import {decode, decodePayload} from '../../source/messages/decode.js';
import {type MessageSnapshot, messageOf} from '../../source/messages/message-snapshot.js';
import type {Json, JsonObject} from '../../source/wire/json.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {foundCaptures} from '../helpers/captures.js';
import {sdkMessage} from '../helpers/sdk-message.js';
import {streamFixtures} from '../helpers/stream-fixtures.js';
import {toSseBody, validStream} from '../helpers/valid-stream.js';

const betaOnly = /"type":\s*"(compaction|fallback|mcp_tool_use|mcp_tool_result|advisor_tool_result)"/;

function accumulate(body: string, surface: ApiSurface): unknown {
	let snapshot: MessageSnapshot | null = null;
	for (const event of parseSse(body)) {
		if (event.event !== null && !event.unterminated) {
			snapshot = accumulateMessage(snapshot, decode(event), surface);
		}
	}

	return snapshot === null ? null : JSON.parse(JSON.stringify(messageOf(snapshot)));
}

for (const {name, kind, body, surfaces} of streamFixtures) {
	for (const surface of surfaces) {
		test(`accumulates ${name} to the final message of the SDK's ${surface} helper`, async () => {
			const {message, error} = await sdkMessage(body, surface);
			if (kind === 'valid') {
				assert.equal(error, undefined);
			}

			if (error === undefined) {
				assert.deepEqual(accumulate(body, surface), message);
			} else {
				// A failed answer is shown as far as it arrived.
				assert.ok(accumulate(body, surface) !== null);
			}
		});
	}
}

for (const {name, body} of foundCaptures) {
	test(`accumulates ${name} to the SDK's final message`, async t => {
		const surface = betaOnly.test(body) ? 'beta' : 'stable';
		const {message, error} = await sdkMessage(body, surface);
		const ours = accumulate(body, surface);
		if (error) {
			t.diagnostic(`the SDK throws: ${String(error).slice(0, 100)}`);
		} else {
			assert.deepEqual(ours, message);
		}
	});
}

const anyJson = fc.jsonValue({maxDepth: 3}).map(value => value as Json);
const deltaType = fc.constantFrom(
	'text_delta',
	'thinking_delta',
	'input_json_delta',
	'signature_delta',
	'citations_delta',
	'compaction_delta',
	'new_delta',
);
const blockType = fc.constantFrom(
	'text',
	'thinking',
	'tool_use',
	'server_tool_use',
	'mcp_tool_use',
	'compaction',
	'new',
);
const orAny = <T>(arbitrary: fc.Arbitrary<T>) =>
	fc.oneof({weight: 6, arbitrary}, {weight: 1, arbitrary: anyJson});
const index = orAny(fc.integer({min: -1, max: 4}));

/** Payloads that resemble those of a stream, in any order, with fields missing or of the wrong kind. */
const payload = fc
	.oneof(
		fc.record({
			type: fc.constant('message_start'),
			message: orAny(fc.record({content: anyJson, usage: anyJson})),
		}),
		fc.record({
			type: fc.constant('content_block_start'),
			index,
			content_block: orAny(
				fc.record(
					{type: blockType, text: anyJson, thinking: anyJson, input: anyJson, citations: anyJson},
					{requiredKeys: ['type']},
				),
			),
		}),
		fc.record({
			type: fc.constant('content_block_delta'),
			index,
			delta: orAny(
				fc.record(
					{
						type: deltaType,
						text: orAny(fc.string()),
						thinking: orAny(fc.string()),
						partial_json: orAny(fc.string()),
						signature: anyJson,
						citation: anyJson,
					},
					{requiredKeys: ['type']},
				),
			),
		}),
		fc.record({type: fc.constant('content_block_stop'), index}),
		fc.record({type: fc.constant('message_delta'), delta: anyJson, usage: anyJson}),
		fc.record({type: fc.constantFrom('message_stop', 'ping', 'new_event'), rest: anyJson}),
		fc.dictionary(fc.string(), anyJson),
	)
	// As from a server: plain objects made by JSON.parse.
	.map(value => JSON.parse(JSON.stringify(value)) as JsonObject);

const payloads = fc.array(payload, {maxLength: 20});
const surfaces = fc.constantFrom<ApiSurface>('stable', 'beta');

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(deepFreeze);
	}

	return value;
}

test('no payload makes it throw, and any snapshot can become a message', () => {
	fc.assert(
		fc.property(payloads, surfaces, (events, surface) => {
			let snapshot: MessageSnapshot | null = null;
			for (const event of events) {
				snapshot = accumulateMessage(snapshot, decodePayload(event), surface);
				if (snapshot !== null) {
					assert.ok(Array.isArray(messageOf(snapshot).content));
				}
			}
		}),
	);
});

test('neither a payload nor a snapshot is ever changed', () => {
	fc.assert(
		fc.property(payloads, surfaces, (events, surface) => {
			let snapshot: MessageSnapshot | null = null;
			for (const event of events) {
				// In a module, writing to a frozen object throws.
				snapshot = deepFreeze(accumulateMessage(snapshot, decodePayload(deepFreeze(event)), surface));
				if (snapshot !== null) {
					messageOf(snapshot);
				}
			}
		}),
	);
});

test('an event that does not change the message returns the same snapshot', () => {
	fc.assert(
		fc.property(payloads, surfaces, (events, surface) => {
			let snapshot: MessageSnapshot | null = null;
			for (const event of [{type: 'message_start', message: {}}, ...events]) {
				snapshot = accumulateMessage(snapshot, decodePayload(event), surface);
			}

			for (const type of ['ping', 'message_stop', 'new_event', 'message_start', 'error']) {
				assert.equal(
					accumulateMessage(snapshot, decodePayload({type, message: {id: 'second'}}), surface),
					snapshot,
				);
			}
		}),
	);
});

test('before message_start nothing is accumulated', () => {
	fc.assert(
		fc.property(payloads, surfaces, (events, surface) => {
			for (const event of events.filter(({type}) => type !== 'message_start')) {
				assert.equal(accumulateMessage(null, decodePayload(event), surface), null);
			}
		}),
	);
});

test('random valid streams are accumulated to the SDK’s result', async () => {
	await fc.assert(
		fc.asyncProperty(validStream, async events => {
			const body = toSseBody(events);
			const {message, error} = await sdkMessage(body, 'beta');
			assert.equal(error, undefined);
			assert.deepEqual(accumulate(body, 'beta'), message);
		}),
		{numRuns: 60},
	);
});

test('a type that is an object with a toString of its own is an unknown type', () => {
	const payloads = [
		{type: 'message_start', message: {content: []}},
		{type: 'content_block_start', index: 0, content_block: {type: 'text', text: 'a'}},
		{type: 'content_block_delta', index: 0, delta: {type: {toString: 1, valueOf: null}, text: 'b'}},
	];
	let snapshot: MessageSnapshot | null = null;
	for (const payload of payloads) {
		snapshot = accumulateMessage(snapshot, decodePayload(payload as JsonObject), 'stable');
	}

	assert.deepEqual(snapshot && messageOf(snapshot), {content: [{type: 'text', text: 'a'}]});
});
