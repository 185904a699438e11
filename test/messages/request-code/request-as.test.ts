import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';
import type Anthropic from '@anthropic-ai/sdk';
import {type ClientOptions, createClient} from '../../../source/client/create-client.js';
import {startExchange} from '../../../source/client/message-exchange.js';
import {startWholeExchange} from '../../../source/client/whole-exchange.js';
import {type RequestLanguage, requestAs} from '../../../source/messages/request-code/request-as.js';
import {Trace} from '../../../source/trace/trace.js';
import type {RequestEvent} from '../../../source/trace/trace-event.js';
import {inEnvironment} from '../../helpers/in-environment.js';
import {type LoggedRequest, serveLog} from '../../helpers/logging-api.js';
import {neededProgram} from '../../helpers/needed-program.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const run = promisify(execFile);
const bash = neededProgram('bash');
const curl = neededProgram('curl');
const python = neededProgram('python3');
const key = 'sk-ant-the-key';

type Sent = {
	readonly client?: Partial<ClientOptions>;
	readonly betas?: string;
	readonly isWhole?: true;
	readonly fields?: Readonly<Record<string, unknown>>;
};

/** The ways in which a request can be sent. */
const sent: Readonly<Record<string, Sent>> = {
	'the current way': {},
	'the older version': {client: {apiVersion: '2023-06-01'}, fields: {temperature: 0}},
	'the key in its own header': {client: {auth: 'x-api-key'}},
	'the older version and the key in its own header': {
		client: {apiVersion: '2023-06-01', auth: 'x-api-key'},
		isWhole: true,
	},
	'two betas': {betas: 'fast-mode-2026-02-01,b-2', fields: {speed: 'fast', thread: {create: {}}}},
	'a beta, the older version and the key in its own header, not streamed': {
		client: {apiVersion: '2023-06-01', auth: 'x-api-key'},
		betas: 'b-1',
		isWhole: true,
	},
	'fields of every kind': {
		fields: {
			system: `It's "so": $HOME \`id\` \\ !!`,
			thinking: {type: 'adaptive', display: 'summarized'},
			output_config: {effort: 'low'},
			tools: [{name: 'f', input_schema: {type: 'object', properties: {}}}],
			tool_choice: {type: 'none'},
			stop_sequences: ['\n\n', 'END'],
			metadata: {user_id: '\u{1f980}'},
			'not-yet-known': [1.5, null, {a: {}}],
		},
	},
};

/** Sends a request through the SDK, and returns it as the trace holds it. */
const send = async (url: string, {client, betas, isWhole, fields}: Sent): Promise<RequestEvent> => {
	const trace = new Trace();
	const start = isWhole ? startWholeExchange : startExchange;
	const exchange = start({
		client: createClient({baseUrl: url, ...client}),
		fetch: globalThis.fetch,
		trace,
		lane: null,
		now: () => 0,
		params: {
			model: 'claude-haiku-5-5',
			max_tokens: 100,
			messages: [{role: 'user', content: 'Hi'}],
			...fields,
		} as Anthropic.MessageCreateParams,
		...(betas === undefined ? {} : {headers: {'anthropic-beta': betas}}),
	});
	for await (const _ of exchange) {
		// Only what was asked counts.
	}

	await exchange.finalMessage();
	const request = trace.at(0);
	assert.ok(request?.type === 'request');
	return request;
};

/** What the API goes by: everything but what names the program that sends. */
const shared = ({url, headers, body}: LoggedRequest) => ({
	url,
	version: headers['anthropic-version'],
	betas: headers['anthropic-beta'],
	authorization: headers.authorization,
	apiKey: headers['x-api-key'],
	type: headers['content-type'],
	// A program of the SDK that does not stream need not say so.
	body: Object.fromEntries(
		Object.entries(body).filter(([name, value]) => name !== 'stream' || value !== false),
	),
});

const environment = {PATH: process.env.PATH, HOME: '/nonexistent', ANTHROPIC_API_KEY: key};

/** Sends a request in every way, runs the code of all in one language, and compares what arrived. */
const compareAll = async (
	language: RequestLanguage,
	execute: (codes: readonly string[]) => Promise<unknown>,
) => {
	await using api = await serveLog();
	const requests: RequestEvent[] = [];
	for (const way of Object.values(sent)) {
		requests.push(await inEnvironment({ANTHROPIC_API_KEY: key}, () => send(api.url, way)));
	}

	const first = api.logged.splice(0);
	await execute(requests.map(request => requestAs(language, request)));
	const names = Object.keys(sent);
	assert.equal(first.length, names.length);
	assert.equal(api.logged.length, names.length);
	for (const [index, request] of api.logged.entries()) {
		assert.deepEqual(shared(request), shared(first[index] as LoggedRequest), names[index]);
	}
};

describe('the code of a request sends the request that was sent', () => {
	it('as curl, run by a shell', {skip: bash.skip || curl.skip}, async () => {
		await compareAll('curl', codes => run(bash.file, ['-ec', codes.join('\n')], {env: environment}));
	});

	it('as TypeScript, run with the SDK', async () => {
		using folder = temporaryFolder();
		symlinkSync(path.resolve('node_modules'), path.join(folder.path, 'node_modules'));
		const fileOf = (index: number) => path.join(folder.path, `request-${index}.mts`);
		const all = path.join(folder.path, 'all.mts');
		await compareAll('TypeScript', async codes => {
			for (const [index, code] of codes.entries()) {
				writeFileSync(fileOf(index), code);
			}

			writeFileSync(
				all,
				codes.map((_, index) => `await import(${JSON.stringify(fileOf(index))});`).join('\n'),
			);
			await run(process.execPath, ['--experimental-strip-types', all], {env: environment});
		});
	});

	it('as Python, which parses it', {skip: python.skip}, async () => {
		await using api = await serveLog();
		const codes: string[] = [];
		for (const way of Object.values(sent)) {
			const request = await inEnvironment({ANTHROPIC_API_KEY: key}, () => send(api.url, way));
			codes.push(requestAs('Python', request));
		}

		const check = 'import ast, sys\nfor code in sys.argv[1:]: print(len(ast.parse(code).body) > 0)';
		const {stdout, stderr} = await run(python.file, ['-c', check, ...codes]);
		assert.equal(stderr, '');
		assert.deepEqual(
			stdout.trim().split('\n'),
			codes.map(() => 'True'),
		);
	});
});

describe('a request whose headers are not known', () => {
	it('is written for the current version, or for the older one if it has fields that only that takes', () => {
		const url = 'https://api.anthropic.com/v1/messages';
		const current = requestAs('curl', {url, body: {model: 'm'}});
		assert.match(
			current,
			/"authorization: Bearer \$ANTHROPIC_API_KEY"[\s\S]*'anthropic-version: 2026-10-21'/,
		);
		const older = requestAs('curl', {url, body: {model: 'm', temperature: 1}});
		assert.match(older, /"x-api-key: \$ANTHROPIC_API_KEY"[\s\S]*'anthropic-version: 2023-06-01'/);
	});
});

describe('a request that was sent without a credential', () => {
	it('names none in any language', () => {
		const request = {
			url: 'http://127.0.0.1:8080/v1/messages',
			body: {},
			headers: {'anthropic-version': '2026-10-21'},
		};
		assert.doesNotMatch(requestAs('curl', request), /ANTHROPIC_API_KEY/);
		assert.match(requestAs('TypeScript', request), /defaultHeaders: \{authorization: null\}/);
		assert.match(requestAs('Python', request), /default_headers=\{"Authorization": anthropic\.Omit\(\)\}/);
	});
});
