import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {serve} from '../helpers/capture-server.js';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const env = {ANTHROPIC_API_KEY: 'sk-ant-test'};

type Answer = {readonly name: string; readonly type: string; readonly body: string; readonly says: RegExp};

const json = 'application/json';
const message = {type: 'message', role: 'assistant', content: [{type: 'text', text: 'Hi'}], usage: {}};
const sse = 'event: message_start\ndata: {"type":"message_start"}\n\n';

/** What gateways, proxies and other servers answer with status 200 in place of a message. */
const answers: readonly Answer[] = [
	{
		name: 'a page of HTML',
		type: 'text/html',
		body: '<html><title>Log in</title></html>',
		says: /an HTML page, "Log in"/,
	},
	{
		name: 'a page of HTML that says it is JSON',
		type: json,
		body: '<html><title>Log in</title></html>',
		says: /an HTML page, "Log in"/,
	},
	{name: 'an empty body', type: json, body: '', says: /The body is empty/},
	{name: 'an empty list', type: json, body: '[]', says: /not a message: \[\]/},
	{name: 'null', type: json, body: 'null', says: /not a message: null/},
	{
		name: 'an error',
		type: json,
		body: '{"type":"error","error":{"type":"overloaded_error","message":"Try later"}}',
		says: /The API is overloaded: Try later/,
	},
	{
		name: 'an event stream',
		type: 'text/event-stream',
		body: sse,
		says: /an event stream, which was not requested/,
	},
	{name: 'an object of another kind', type: json, body: '{"ok":true}', says: /not a message: \{"ok":true\}/},
	{
		name: 'half a message',
		type: json,
		body: JSON.stringify(message).slice(0, 40),
		says: /invalid JSON/,
	},
];

const serveAnswer = ({type, body}: Answer) =>
	serve((response, asked) => {
		if (asked.includes('"stream":true')) {
			response.writeHead(200, {'content-type': 'text/event-stream'});
			response.end(
				[
					{type: 'message_start', message: {...message, id: 'msg_1', model: 'm', content: []}},
					{type: 'message_delta', delta: {stop_reason: 'end_turn'}, usage: {output_tokens: 1}},
					{type: 'message_stop'},
				]
					.map(event => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
					.join(''),
			);
		} else {
			response.writeHead(200, {'content-type': type});
			response.end(body);
		}
	});

for (const answer of answers) {
	test(`an answer that is ${answer.name} instead of a message is a failure, and said so`, async () => {
		await using api = await serveAnswer(answer);
		using home = temporaryFolder();
		const file = path.join(home.path, 'a.ndjson');
		const base = ['--base-url', api.url];
		const asked = await runProgram(['ask', ...base, '--no-stream', '--record', file, 'Hi'], {env});
		assert.deepEqual([asked.code, asked.stdout], [1, '']);
		assert.match(asked.stderr, answer.says);
		assert.doesNotMatch(asked.stderr, /\bat .*\.js:\d+/);

		const compared = await runProgram(['compare', ...base, '--csv', 'Hi'], {env});
		assert.equal(compared.code, 1);
		assert.match(compared.stdout, /,whole,1,failed,/);
		assert.match(compared.stdout, /,streaming,1,complete,/);
		assert.match(compared.stderr, answer.says);

		const inspected = await runProgram(['inspect', '--quiet', file]);
		assert.equal(inspected.code, 1);
		assert.match(inspected.stdout, /not valid/);
	});
}

test('a recording that took such an answer for a message is not valid either', async () => {
	using home = temporaryFolder();
	const place = {at: 0, exchange: 1, attempt: 1};
	for (const {body, name, type} of answers) {
		const file = path.join(home.path, `${name}.ndjson`);
		const url = 'https://api.anthropic.com/v1/messages';
		const lines = [
			{type: 'recording', version: 1, app: 'streamscope/0.1.0', startedAt: '', mode: 'live', title: null},
			{type: 'request', ...place, method: 'POST', url, body: {model: 'm', messages: []}},
			{type: 'response', ...place, status: 200, headers: {'content-type': type}},
			{type: 'body', ...place, data: body},
			{type: 'end', at: 1, exchange: 1, outcome: 'complete', error: null, message: body},
		];
		writeFileSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
		const {code, stdout} = await runProgram(['inspect', '--quiet', file]);
		assert.equal(code, 1, `${name}: ${stdout}`);
	}
});
