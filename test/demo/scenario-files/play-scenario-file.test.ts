import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {startDemoServer as startServer} from '../../../source/demo/demo-server.js';
import {readScenarioFile} from '../../../source/demo/scenario-files/read-scenario-file.js';
import {startDemoServer} from '../../../source/demo.js';
import {checkStream} from '../../../source/messages/conformance/check-stream.js';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {ask, post, readWhatComes, textOf} from '../demo-client.js';

/** What a server that plays the text sends: the events, and whether the response came to its end. */
async function streamOf(content: string, request: object = ask('Why?')) {
	await using demo = await startDemoServer({scenario: 'mine', scenarios: {mine: content}});
	const response = await post(demo.url, {...request, stream: true});
	const {text, isWhole} = await readWhatComes(response);
	return {status: response.status, headers: response.headers, text, isWhole};
}

/** The events' names in order, runs as one, and the deltas' texts. */
function readable(stream: string) {
	const events = parseSse(stream);
	const names = events.map(({event}) => event).filter((name, index) => name !== events[index - 1]?.event);
	const texts = events.flatMap(({data}) => {
		const {delta = {}} = data.startsWith('{') ? JSON.parse(data) : {};
		return delta.text ?? delta.thinking ?? [];
	});
	return {names, texts};
}

/** Where the ping comes depends on the seed. */
const withoutPings = (stream: string) => readable(stream).names.filter(name => name !== 'ping');

const usual = [
	'message_start',
	'content_block_start',
	'content_block_delta',
	'content_block_stop',
	'message_delta',
	'message_stop',
];

describe('a scenario file', () => {
	test('of one line is an answer like any other', async () => {
		const {text} = await streamOf('text: You asked: {prompt}');
		assert.deepEqual(withoutPings(text), usual);
		assert.equal(readable(text).texts.join(''), 'You asked: Why?');
		assert.deepEqual(checkStream(parseSse(text), {body: text}), []);
	});

	test('sends each line as a delta where it asks for that, with events between', async () => {
		const {text} = await streamOf(
			'deltas: lines\ntext: one\nping\nmore:  two\nevent: {"type": "note", "n": 1}\nblock: {"type": "hologram", "frames": 3}\nraw: ": a comment\\n\\n"\ntext: three',
		);
		assert.deepEqual(readable(text).texts, ['one', ' two', 'three']);
		assert.deepEqual(readable(text).names, [
			'message_start',
			'content_block_start',
			'content_block_delta',
			'ping',
			'content_block_delta',
			'content_block_stop',
			'note',
			'content_block_start',
			'content_block_stop',
			'content_block_start',
			'content_block_delta',
			'content_block_stop',
			'message_delta',
			'message_stop',
		]);
		assert.match(text, /"content_block":\{"type":"hologram","frames":3\}/);
		assert.match(text, /\n\n: a comment\n\nevent: content_block_start\n/);
	});

	test('ends in an error event, and not streamed in the error itself', async () => {
		const file = 'text: a\nwait: 1s\nerror: overloaded_error Too busy';
		assert.deepEqual(withoutPings((await streamOf(file)).text), [
			'message_start',
			'content_block_start',
			'content_block_delta',
			'error',
		]);
		await using demo = await startDemoServer({scenario: 'mine', scenarios: {mine: file}});
		const whole = await post(demo.url, ask('Why?'));
		assert.equal(whole.status, 529);
		assert.match(await whole.text(), /"overloaded_error","message":"Too busy"/);
	});

	test('counts as it says', async () => {
		const {text} = await streamOf(
			'text: a\nusage: input_tokens=40 output_tokens=9 cache_read_input_tokens=7',
		);
		const usages = [...text.matchAll(/"usage":(\{[^}]*)/g)].map(([, usage]) => usage);
		assert.match(usages[0] ?? '', /"input_tokens":40,.*"cache_read_input_tokens":7,/);
		assert.doesNotMatch(usages[0] ?? '', /"output_tokens":9/);
		assert.match(usages[1] ?? '', /"input_tokens":40,.*"cache_read_input_tokens":7,"output_tokens":9/);
	});

	test('has faults, to which those of the request are added', async () => {
		await using demo = await startDemoServer({
			scenario: 'mine',
			scenarios: {mine: 'text: a b c\nfaults: crlf'},
		});
		const response = await post(
			demo.url,
			{...ask('Why?'), stream: true},
			{
				headers: {
					'x-api-key': 'demo',
					'anthropic-version': '2023-06-01',
					'x-streamscope-fault': 'ends-after=2',
				},
			},
		);
		const text = await response.text();
		assert.match(text, /\r\n/);
		assert.equal(parseSse(text).length, 2);
	});

	test('thinks without the text where the request hides it, and not at all where it turns it off', async () => {
		const file = 'thinking: Let me\nwait: 1s\nmore:  see.\ntext: a';
		const asked = async (thinking: object) =>
			readable((await streamOf(file, {...ask('Why?'), thinking})).text).texts;
		assert.equal(
			(await asked({type: 'adaptive', display: 'summarized'})).join('|').replaceAll('|', ''),
			'Let me see.a',
		);
		assert.equal((await asked({type: 'adaptive', display: 'omitted'})).join(''), 'a');
		assert.equal((await asked({type: 'disabled'})).join(''), 'a');
	});

	test('is cut by the limits of the request, and nothing that came later is sent', async () => {
		const {text} = await streamOf(
			'text: one two three four five\nevent: {"type": "note"}\nmore: six\nping\ntext: seven',
			{...ask('Why?'), max_tokens: 3},
		);
		assert.match(text, /"stop_reason":"max_tokens"/);
		assert.doesNotMatch(text, /note|ping|seven/);
	});

	test('says so if none of its replies fits', async () => {
		const {status, text} = await streamOf('when: prompt weather\ntext: a');
		assert.equal(status, 400);
		assert.match(text, /The scenario mine has no reply to this request\./);
	});
});

test('waits in the middle of a text, and before the headers, as long as the file says', async () => {
	const read = readScenarioFile(
		'headers: 60ms\npace: 1ms\ndeltas: lines\ntext: a\nwait: 90ms\nmore: b',
		'mine',
	);
	assert.ok('scenario' in read);
	const server = await startServer({scenario: 'mine', scenarioFiles: [read.scenario], speed: 1, seed: 1});
	try {
		const started = performance.now();
		const response = await post(server.url, {...ask('Hi'), stream: true});
		const headers = performance.now() - started;
		await response.text();
		const total = performance.now() - started;
		assert.ok(headers >= 55, String(headers));
		assert.ok(total >= 155, String(total));
	} finally {
		await server.close();
	}
});

test('the examples of the page play: a refusal, a tool call, an answer from its result, an error', async () => {
	const page = readFileSync('docs/scenarios.md', 'utf8');
	const examples = [...page.matchAll(/```scenario\n([\s\S]*?)```/g)].map(([, example = '']) => example);
	const json = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, example = '']) => example);
	assert.deepEqual([examples.length, json.length], [3, 1]);
	const [hello = '', weather = '', overloaded = ''] = examples;
	await using demo = await startDemoServer({scenarios: {hello, weather, overloaded, json: json[0] ?? ''}});
	const client = new Anthropic({baseURL: demo.url, apiKey: 'demo', maxRetries: 0, logLevel: 'off'});
	const say = (model: string, messages: Anthropic.MessageParam[] = [{role: 'user', content: 'Weather?'}]) =>
		client.messages.stream({model, max_tokens: 999, messages}).finalMessage();
	assert.equal(textOf(await say('demo-hello')), 'Hello, class! You asked: Weather?');
	await assert.rejects(say('demo-weather'), Anthropic.InternalServerError);
	const call = await say('demo-weather');
	assert.deepEqual(
		call.content.map(({type}) => type),
		['thinking', 'text', 'tool_use'],
	);
	assert.deepEqual(
		[textOf(call), call.stop_reason, call.usage.output_tokens],
		['Let me look that up.', 'tool_use', 31],
	);
	const id = call.content.find(block => block.type === 'tool_use')?.id ?? '';
	const answer = await say('demo-weather', [
		{role: 'user', content: 'Weather?'},
		{role: 'assistant', content: call.content},
		{role: 'user', content: [{type: 'tool_result', tool_use_id: id, content: '19 °C'}]},
	]);
	assert.equal(textOf(answer), 'The weather in Lisbon: 19 °C');
	await assert.rejects(say('demo-overloaded'), /Overloaded/);
	await assert.rejects(say('demo-json'), Anthropic.InternalServerError);
	assert.equal(textOf(await say('demo-json')), 'Hello again.');
});

test('the same seed gives the same bytes', async () => {
	const file = 'text: one two three four five six seven eight\nthinking: nine ten\ntool: look {"at": [1, 2]}';
	assert.equal((await streamOf(file)).text, (await streamOf(file)).text);
});
