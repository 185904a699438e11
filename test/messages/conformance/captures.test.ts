import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkStream} from '../../../source/messages/conformance/check-stream.js';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {foundCaptures} from '../../helpers/captures.js';
import {streamFixtures} from '../../helpers/stream-fixtures.js';

const findingsIn = (body: string) =>
	checkStream(parseSse(body), {body}).map(({severity, rule}) => `${severity} ${rule}`);
const bodyOf = (name: string) => foundCaptures.find(capture => capture.name.startsWith(name))?.body ?? '';

/** All findings of the captures that differ from what the API sends, or that surprise. The others have none. */
const expected: Readonly<Record<string, readonly string[]>> = {
	chatlas__test_anthropic_empty_response: ['note empty-text-block'],
	codegate__streaming_messages_error: ['note error-event'],
	'coder-aibridge__stream_error': ['note error-event'],
	'issue-excerpts__bedrock_invoke': ['note unknown-field'],
	'issue-excerpts__gateway-vertex_retry300': ['note sse-extras', 'note space-after-colon'],
	'issue-excerpts__gptel-1512': ['note error-event'],
	'issue-excerpts__litellm-34701': [
		'error message-start-first',
		'note empty-text-block',
		'error message-stop-missing',
	],
	'issue-excerpts__ollama-17101': [
		'note required-field',
		'error block-index-reused',
		'warning thinking-signature',
		'error message-stop-missing',
		'warning usage-all-zero',
	],
	'issue-excerpts__vllm_qwen38': ['error event-name-missing', 'note id-shape'],
	'other-protocol-bedrock-converse': [
		'note unknown-event',
		'error other-dialect',
		'error message-start-first',
	],
	'sdk-python__basic_response': ['note final-blank-line'],
	'sdk-python__compaction_response': ['note final-blank-line'],
	'sdk-python__fallback_response': ['note final-blank-line'],
	'sdk-python__incomplete_partial_json': [
		'error block-not-closed',
		'note tool-json',
		'note final-blank-line',
	],
	'sdk-python__refusal_response': ['note empty-text-block', 'note final-blank-line'],
	'vercel-ai__anthropic-programmatic-tool-calling': ['note whole-message-start'],
	'vercel-ai__duplicate-message-start': ['error message-start-once'],
};

describe('the stream fixtures', () => {
	for (const {name, kind, body, findings} of streamFixtures) {
		it(`${name} is ${kind} and has ${findings.join(', ') || 'no finding'}`, () => {
			assert.deepEqual([...new Set(findingsIn(body))], findings);
			const isLoud = findings.some(finding => !finding.startsWith('note'));
			assert.equal(kind, isLoud ? 'broken' : findings.length > 0 ? 'legal' : 'valid');
		});
	}
});

describe('the captured streams', {
	skip: foundCaptures.length === 0 && 'no captured streams lie beside the project',
}, () => {
	for (const [name, findings] of Object.entries(expected)) {
		it(`${name} has ${findings.join(', ')}`, () => {
			assert.deepEqual([...new Set(findingsIn(bodyOf(name)))], findings);
		});
	}

	it('have no error or warning if they are real', () => {
		const real = foundCaptures.filter(({kind}) => kind === 'real');
		const loud = real.filter(({body}) => findingsIn(body).some(finding => !finding.startsWith('note')));
		assert.deepEqual(
			loud.map(({name}) => name),
			[],
		);
		assert.ok(real.length > 0);
	});

	it('have no finding if they are ordinary', () => {
		const ordinary = foundCaptures.filter(
			({name}) => !Object.keys(expected).some(prefix => name.startsWith(prefix)),
		);
		assert.deepEqual(
			ordinary.flatMap(({name, body}) => findingsIn(body).map(finding => `${name}: ${finding}`)),
			[],
		);
	});
});
