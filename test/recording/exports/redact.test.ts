import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {clocksOf, outputRateOf} from '../../../source/analysis/clocks.js';
import {wireWords} from '../../../source/messages/wire-words.js';
import {exportTrace} from '../../../source/recording/exports/export-trace.js';
import {createJsonMask} from '../../../source/recording/exports/mask-json.js';
import {pageScript} from '../../../source/recording/exports/page-bundle.js';
import {redact} from '../../../source/recording/exports/redact.js';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {isObject, parseJson} from '../../../source/wire/json.js';
import {captures} from '../../helpers/captures.js';

const viewOf = (events: readonly TraceEvent[]) => {
	const view = lastItem(foldTrace(events).exchanges);
	assert.ok(view);
	return view;
};

/** The keys whose strings are still to be read. */
function* readable(value: unknown, key = ''): Generator<string> {
	if (typeof value === 'string') {
		const payload = key === 'data' ? parseJson(value) : undefined;
		if (payload !== undefined) {
			yield* readable(payload);
		} else if (!(key === 'partial_json' || key === 'data' ? /^[\s{}[\],:"x1.+-]*$/ : /^x*$/).test(value)) {
			yield `${key}${/\s/.test(value) ? ' (with blanks)' : ''}`;
		}
	} else if (Array.isArray(value)) {
		for (const item of value) {
			yield* readable(item, key);
		}
	} else if (isObject(value)) {
		for (const [name, inner] of Object.entries(value)) {
			yield* readable(inner, name);
		}
	}
}

for (const {name, body} of captures) {
	test(`no word of ${name} is left, and its times, counts and usage are`, async () => {
		const {events} = await openTraceSource([body]);
		const redacted = redact(events);
		assert.deepEqual(
			redacted.map(({type, at}) => [type, at]),
			events.map(({type, at}) => [type, at]),
		);

		const before = viewOf(events);
		const after = viewOf(redacted);
		assert.deepEqual(clocksOf(after), clocksOf(before));
		assert.deepEqual(outputRateOf(after), outputRateOf(before));
		assert.equal(after.contentLength, before.contentLength);
		assert.equal(after.phase, before.phase);
		assert.deepEqual(
			after.message?.blocks.map(({type, text}) => [type, text.length]),
			before.message?.blocks.map(({type, text}) => [
				wireWords.has(type) ? type : 'x'.repeat(type.length),
				text.length,
			]),
		);
		for (const [index, block] of (before.message?.blocks ?? []).entries()) {
			const masked = after.message?.blocks[index]?.partialJson ?? null;
			assert.equal(parseJson(masked ?? '') === undefined, parseJson(block.partialJson ?? '') === undefined);
		}

		const wireKeys = [
			'type',
			'role',
			'model',
			'id',
			'tool_use_id',
			'name',
			'event',
			'stop_reason',
			'service_tier',
			'inference_geo',
			'error_code',
			'media_type',
			'request_id',
		];
		const ours = ['method', 'url', 'outcome', 'kind', 'requestId'];
		const left = [...new Set(readable(redacted))].filter(key => ![...wireKeys, ...ours].includes(key));
		assert.deepEqual(left, []);
	});
}

test('JSON in pieces keeps its shape and length, and loses its texts and numbers', () => {
	fc.assert(
		fc.property(fc.json({stringUnit: 'binary'}), fc.integer({min: 1, max: 9}), (text, size) => {
			const mask = createJsonMask();
			let masked = '';
			for (let start = 0; start < text.length; start += size) {
				masked += mask(text.slice(start, start + size));
			}

			assert.equal(masked.length, text.length);
			assert.notEqual(parseJson(masked), undefined);
			assert.match(masked, /^(?:[\s{}[\],:]|"x*"|-?[1.eE+-]+|true|false|null)*$/);
		}),
	);
});

test('what is no JSON is masked whole', () => {
	assert.equal(createJsonMask()('<html>no</html>'), 'xxxxxxxxxxxxxxx');
	assert.equal(createJsonMask()('trust me'), 'truxx xx');
});

test('prompts, tools, errors, titles and unknown fields are masked, the wire’s own words are not', () => {
	const events: readonly TraceEvent[] = [
		{
			type: 'request',
			at: 0,
			exchange: 1,
			attempt: 1,
			method: 'POST',
			url: 'https://gateway.internal.example/secret/v1/messages?beta=true',
			body: {
				model: 'claude-test-1',
				max_tokens: 100,
				system: 'secret',
				messages: [{role: 'user', content: [{type: 'text', text: 'secret'}]}],
				tools: [
					{name: 'secret', description: 'secret', input_schema: {type: 'object', properties: {secret: {}}}},
					{type: 'web_search_20250305', name: 'web_search'},
				],
				metadata: {user_id: 'secret'},
			},
		},
		{
			type: 'response',
			at: 1,
			exchange: 1,
			attempt: 1,
			status: 500,
			headers: {'request-id': 'req_1', via: 'secret'},
		},
		{
			type: 'body',
			at: 2,
			exchange: 1,
			attempt: 1,
			data: '{"type":"error","error":{"type":"api_error","message":"secret"}}',
		},
		{
			type: 'sse',
			at: 2,
			exchange: 1,
			attempt: 1,
			chunk: 1,
			event: 'secret_event',
			data: '{"type":"secret_event","secret_count":7,"secret_word":"secret","container":{"id":"container_secret"}}',
		},
		{
			type: 'end',
			at: 3,
			exchange: 1,
			outcome: 'failed',
			error: {
				kind: 'api_error',
				title: 'A secret failed',
				detail: 'secret',
				hint: 'Try secret again',
				requestId: 'req_1',
			},
			message: null,
		},
	];
	const [request, response, body, unknown, end] = redact(events);
	assert.ok(!JSON.stringify(redact(events)).includes('secret'));
	assert.deepEqual(request, {
		...events[0],
		url: `https://${'x'.repeat('gateway.internal.example'.length)}${'x'.repeat('/secret/v1/messages'.length)}?beta=true`,
		body: {
			model: 'claude-test-1',
			max_tokens: 100,
			system: 'xxxxxx',
			messages: [{role: 'user', content: [{type: 'text', text: 'xxxxxx'}]}],
			tools: [
				{name: 'xxxxxx', description: 'xxxxxx', input_schema: {xxxx0: 'xxxxxx', xxxxxxxxxx1: {xxxxxx0: {}}}},
				{type: 'web_search_20250305', name: 'web_search'},
			],
			metadata: {xxxxxxx0: 'xxxxxx'},
		},
	});
	assert.deepEqual(response, {...events[1], headers: {'request-id': 'req_1', via: 'xxxxxx'}});
	assert.equal(
		body?.type === 'body' && body.data,
		'{"type":"error","error":{"type":"api_error","message":"xxxxxx"}}',
	);
	assert.equal(
		unknown?.type === 'sse' && unknown.data,
		'{"type":"xxxxxxxxxxxx","xxxxxxxxxxxx1":7,"xxxxxxxxxxx2":"xxxxxx","container":{"id":"xxxxxxxxxxxxxxxx"}}',
	);
	assert.equal(end?.type === 'end' && end.error?.detail, 'xxxxxx');
	assert.ok(!JSON.stringify(redact(events, {ids: 'mask'})).includes('req_1'));

	const header = {
		type: 'recording',
		version: 1,
		app: 'secret',
		startedAt: 'secret',
		mode: 'secret',
		title: 'secret',
		more: 'secret',
	} as const;
	const others = [{before: 0, line: {type: 'title', title: 'secret'}}];
	for (const format of ['recording', 'sse', 'jsonl', 'json', 'md', 'html', 'otlp'] as const) {
		const {pieces, notes} = exportTrace({header, title: 'secret', events, others}, format, {
			redact: {ids: 'mask'},
		});
		// The page's own script explains the API, secrets and all.
		const written = [...pieces].join('').replace(pageScript, '');
		assert.ok(!written.includes('secret'), format);
		assert.match(
			notes.join(' '),
			/Redacted: every text is replaced .* Digits in tool inputs are replaced by 1/,
		);
	}
});
