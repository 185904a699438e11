import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {explainEvent} from '../../source/messages/explain-event.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {captures} from '../helpers/captures.js';

/** Explains an event whose name is the type of its payload, as in a valid stream. */
function explain(payload: {readonly type: string; readonly [key: string]: unknown}) {
	return explainEvent({event: payload.type, data: JSON.stringify(payload)});
}

/** One or two sentences each: a dot ends a sentence or is part of a field name. */
function assertSentences({purpose, payload}: {readonly purpose: string; readonly payload: string}): void {
	assert.match(purpose, /^[A-Z][^.]*\.( [A-Z][^.]*\.)?$/);
	assert.match(payload, /^[^.]([^.]|\.[a-z_])*\.( [A-Z`]([^.]|\.[a-z_])*\.)?$/);
}

const unknownWords = 'unknown type';

const blockTypes = [
	'text',
	'thinking',
	'redacted_thinking',
	'tool_use',
	'server_tool_use',
	'web_search_tool_result',
	'web_fetch_tool_result',
	'code_execution_tool_result',
	'bash_code_execution_tool_result',
	'text_editor_code_execution_tool_result',
	'tool_search_tool_result',
	'advisor_tool_result',
	'mcp_tool_use',
	'mcp_tool_result',
	'mcp_tool_listing',
	'container_upload',
	'compaction',
	'fallback',
];

const deltaFields = {
	text_delta: 'delta.text',
	input_json_delta: 'delta.partial_json',
	thinking_delta: 'delta.thinking',
	signature_delta: 'delta.signature',
	citations_delta: 'delta.citation',
	compaction_delta: 'delta.content',
};

describe('explainEvent', () => {
	it('explains each event of the Messages API under its own name', () => {
		for (const type of [
			'message_start',
			'content_block_stop',
			'message_delta',
			'message_stop',
			'ping',
			'error',
		]) {
			const {title, purpose} = explain({type});
			assert.equal(title, type);
			assertSentences(explain({type}));
			assert.ok(!purpose.includes(unknownWords), type);
		}
	});

	it('explains the start of each block type that the SDK knows, each in its own words', () => {
		const explained = blockTypes.map(type => explain({type: 'content_block_start', content_block: {type}}));
		assert.deepEqual(
			explained.map(({title}) => title),
			blockTypes.map(type => `content_block_start · ${type}`),
		);
		assert.equal(new Set(explained.map(({purpose}) => purpose)).size, blockTypes.length);
		explained.forEach(assertSentences);
		assert.ok(explained.every(({purpose}) => !purpose.includes(unknownWords)));
	});

	it('names the field that holds the payload of each delta type', () => {
		for (const [type, field] of Object.entries(deltaFields)) {
			const explained = explain({type: 'content_block_delta', delta: {type}});
			assert.equal(explained.title, `content_block_delta · ${type}`);
			assertSentences(explained);
			assert.ok(explained.payload.includes(`\`${field}\``), type);
		}
	});

	it('explains a result of an unknown tool as a result, and any other unknown block as unknown', () => {
		const start = (type: string) => explain({type: 'content_block_start', content_block: {type}});
		assert.match(start('hologram_tool_result').payload, /content_block\.tool_use_id/);
		assert.equal(start('hologram').title, 'content_block_start · hologram');
		assert.match(start('hologram').purpose, /keep them unchanged/);
		assert.match(start('constructor').purpose, /keep them unchanged/);
	});

	it('explains unknown events and deltas without claiming to know them', () => {
		assert.ok(explain({type: 'weather_report'}).purpose.includes(unknownWords));
		assert.ok(explain({type: '__proto__'}).purpose.includes(unknownWords));
		const delta = explain({type: 'content_block_delta', delta: {type: 'smell_delta'}});
		assert.ok(delta.purpose.includes(unknownWords));
		assert.equal(explain({type: 'content_block_delta'}).title, 'content_block_delta · unknown');
	});

	it('uses the payload type when the name differs, but the name for a ping or an error', () => {
		const data = JSON.stringify({type: 'message_stop'});
		assert.equal(explainEvent({event: 'message', data}).title, 'message_stop');
		assert.equal(explainEvent({event: 'ping', data}).title, 'ping');
		assert.equal(explainEvent({event: 'error', data: 'Bad gateway'}).title, 'error');
	});

	it('says that the SDK drops an event without a name, and still says where its payload is', () => {
		const payload = {type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: 'Hi'}};
		const {title, ...sentences} = explainEvent({event: null, data: JSON.stringify(payload)});
		assert.equal(title, 'content_block_delta · text_delta (no event name)');
		assert.match(sentences.purpose, /the official SDK drops it/);
		assert.equal(sentences.payload, explain(payload).payload);
	});

	it('distinguishes broken data, missing data and the end mark of another protocol', () => {
		assert.match(explainEvent({event: 'content_block_delta', data: '{"type":"cont'}).purpose, /not JSON/);
		assert.match(explainEvent({event: 'message_stop', data: ''}).purpose, /without data/);
		assert.equal(explainEvent({event: 'data', data: '[DONE]'}).title, 'data · [DONE]');
		assert.equal(explainEvent({event: null, data: '[DONE]'}).title, 'data · [DONE]');
	});

	it('writes plain sentences for any input', () => {
		const text = fc.oneof(fc.string(), fc.json());
		fc.assert(
			fc.property(fc.option(fc.string()), text, (event, data) => {
				const explained = explainEvent({event, data});
				assert.notEqual(explained.title, '');
				assertSentences(explained);
			}),
		);
	});

	it('knows every event in streams of the Messages API', () => {
		const ours = captures.filter(
			({name, kind}) =>
				kind !== 'other-protocol' && !['unknown-types.sse', 'gateway-faults.sse'].includes(name),
		);
		for (const {name, body} of ours) {
			for (const event of parseSse(body)) {
				const {title, purpose} = explainEvent(event);
				assert.ok(!purpose.includes(unknownWords), `${name}: ${title}`);
			}
		}
	});
});
