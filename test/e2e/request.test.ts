import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {rootCertificates} from 'node:tls';
import {apiComplaints} from '../helpers/api-validator.js';
import {serve} from '../helpers/capture-server.js';
import {serveLog} from '../helpers/logging-api.js';
import {openChat} from '../helpers/open-chat.js';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const env = {ANTHROPIC_API_KEY: 'sk-ant-test'};

test('the program with certificates in the environment reaches its server: they are loaded in the bundle too', async () => {
	await using api = await serveLog();
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'certificates.pem');
	writeFileSync(file, rootCertificates[0] ?? '');
	const {code, stdout} = await runProgram(['ask', '--base-url', api.url, 'Hi'], {
		env: {...env, SSL_CERT_FILE: file},
	});
	assert.deepEqual([code, stdout], [0, 'Yes.\n']);
});

test('what is set goes out as it is, with the version and the betas', async () => {
	await using api = await serveLog();
	const args = [
		'--set',
		'speed="fast"',
		'--set',
		'tools.0={"type":"web_search_20260209","name":"web_search"}',
	];
	const betas = ['--beta', 'fast-mode-2026-02-01', '--beta', 'b-2'];
	const {code} = await runProgram(['ask', '--base-url', api.url, ...args, ...betas, 'Hi'], {env});
	assert.equal(code, 0);
	const [{headers, body} = assert.fail()] = api.logged;
	assert.deepEqual(
		[headers['anthropic-version'], headers.authorization, headers['x-api-key'], headers['anthropic-beta']],
		['2026-10-21', 'Bearer sk-ant-test', undefined, 'fast-mode-2026-02-01,b-2'],
	);
	assert.deepEqual(body, {
		model: 'claude-haiku-5-5',
		max_tokens: 4096,
		speed: 'fast',
		tools: [{type: 'web_search_20260209', name: 'web_search'}],
		messages: [{role: 'user', content: 'Hi'}],
		stream: true,
	});
});

test('the older ways of a gateway: version, key and temperature, by flags, by the config file and by the environment', async () => {
	await using api = await serveLog();
	using home = temporaryFolder();
	const flags = ['--api-version', '2023-06-01', '--auth', 'x-api-key', '--set', 'temperature=0'];
	await runProgram(['ask', '--base-url', api.url, ...flags, 'Hi'], {env});
	const config = {apiVersion: '2023-06-01', auth: 'x-api-key', set: {temperature: 0}};
	writeFileSync(path.join(home.path, 'config.json'), JSON.stringify(config));
	const args = ['ask', '--base-url', api.url];
	await runProgram([...args, 'Hi'], {env: {...env, STREAMSCOPE_HOME: home.path}, home: home.path});
	const variables = {STREAMSCOPE_API_VERSION: '2023-06-01', STREAMSCOPE_AUTH: 'x-api-key'};
	await runProgram([...args, '--set', 'temperature=0', 'Hi'], {env: {...env, ...variables}});
	assert.deepEqual(
		api.logged.map(({headers, body}) => [
			headers['anthropic-version'],
			headers.authorization,
			headers['x-api-key'],
			body.temperature,
		]),
		Array.from({length: 3}, () => ['2023-06-01', undefined, 'sk-ant-test', 0]),
	);
});

test('a body in a file goes out with its messages, and options change it', async () => {
	await using api = await serveLog();
	using folder = temporaryFolder();
	const messages = [
		{role: 'user', content: [{type: 'text', text: 'One', cache_control: {type: 'ephemeral'}}]},
		{role: 'assistant', content: 'Two'},
		{role: 'user', content: 'Three'},
	];
	const file = path.join(folder.path, 'body.json');
	const body = {
		model: 'claude-opus-5-5',
		max_tokens: 77,
		messages,
		output_config: {effort: 'low', format: null},
	};
	writeFileSync(file, JSON.stringify({...body, stream: false}));
	await runProgram(['ask', '--base-url', api.url, '--body', file], {env});
	await runProgram(['ask', '--base-url', api.url, '--body', file, '--effort', 'high', 'Four'], {env});
	assert.deepEqual(api.logged[0]?.body, {...body, stream: true});
	assert.deepEqual(api.logged[1]?.body, {
		...body,
		output_config: {effort: 'high', format: null},
		messages: [...messages, {role: 'user', content: 'Four'}],
		stream: true,
	});
});

test('every setting with two of the models in turn sends a body that the API takes, or is refused before it is sent, with what to do', async () => {
	await using api = await serveLog();
	const models = [
		'claude-haiku-4-5',
		'claude-sonnet-5-5',
		'claude-haiku-5-5',
		'claude-opus-5-5',
		'claude-fable-5-2',
	];
	using folder = temporaryFolder();
	const body = path.join(folder.path, 'body.json');
	writeFileSync(body, JSON.stringify({max_tokens: 50, messages: [{role: 'user', content: 'One'}]}));
	const picture = path.join(folder.path, 'picture.png');
	writeFileSync(
		picture,
		Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
			'base64',
		),
	);
	const tool = {name: 'f', input_schema: {type: 'object'}, cache_control: {type: 'ephemeral'}};
	const settings = [
		['--thinking', 'off'],
		['--thinking', 'adaptive', '--effort', 'max'],
		['--thinking', '2048'],
		['--thinking', '5000'],
		['--effort', 'xhigh', '--thinking', 'off'],
		['--set', 'temperature=0'],
		['--max-tokens', '100000', '--system', 'Be brief.'],
		['--set', 'stop_sequences=["END"]', '--set', 'metadata.user_id="u"', '--beta', 'b-1'],
		['--set', 'tool_choice.type="any"'],
		['--set', `tools=${JSON.stringify([tool])}`, '--set', 'tool_choice.type="any"', '--thinking', '2048'],
		['--set', `tools=${JSON.stringify(Array(4).fill(tool))}`, '--set', 'cache_control={"type":"ephemeral"}'],
		['--set', 'speed="fast"', '--set', 'output_config.format=null', '--effort', 'low'],
		['--body', body, '--file', picture],
	];
	for (const [index, flags] of settings.entries()) {
		// All pairs are tried without the program, in the unit tests.
		const two = models.filter((_, number) => (number + index) % models.length < 2);
		await Promise.all(
			two.map(async model => {
				const before = api.logged.length;
				const args = ['ask', '--base-url', api.url, '--model', model, ...flags, 'Hi'];
				const {code, stderr} = await runProgram(args, {env});
				if (code === 2) {
					assert.match(stderr, /^streamscope: .+\.\nTry .+\.\n$/, args.join(' '));
				} else {
					assert.equal(code, 0, stderr);
					assert.ok(api.logged.length > before);
				}
			}),
		);
	}

	assert.ok(api.logged.length >= settings.length / 2, String(api.logged.length));
	assert.deepEqual(
		api.logged.flatMap(({body}) => apiComplaints(body)),
		[],
	);
});

test('a model that retires is said to do so on stderr, once', async () => {
	await using api = await serveLog();
	const {stderr} = await runProgram(['ask', '--base-url', api.url, '--model', 'claude-opus-4-5', 'Hi'], {
		env,
	});
	assert.match(stderr, /^claude-opus-4-5 retires on 2027-01-22: use claude-opus-5-5\.\n/);
	assert.equal(stderr.match(/claude-opus-4-5/g)?.length, 1);
	const quiet = await runProgram(
		['ask', '--quiet', '--base-url', api.url, '--model', 'claude-opus-4-5', 'Hi'],
		{env},
	);
	assert.equal(quiet.stderr, '');
});

test('options that the API no longer takes say what to do, and send nothing', async () => {
	await using api = await serveLog();
	for (const [flag, field] of [
		['--temperature', 'temperature'],
		['--top-p', 'top_p'],
		['--top-k', 'top_k'],
	] as const) {
		const {code, stderr} = await runProgram(['ask', '--base-url', api.url, flag, '1', 'Hi'], {env});
		assert.equal(code, 2);
		assert.match(
			stderr,
			new RegExp(`rejects ${field} since .*\\n.*--api-version 2023-06-01 --set ${field}=1`),
		);
	}

	assert.deepEqual(api.logged, []);
});

const ending = {
	type: 'model',
	id: 'claude-haiku-5-5',
	display_name: 'Claude Haiku 5.5',
	lifecycle: 'deprecated',
	retires_at: '2031-02-03T00:00:00Z',
};

test('what the models API says of a model is told by ask and by compare, which ask it once', async () => {
	await using api = await serveLog([ending]);
	const asked = await runProgram(['ask', '--base-url', api.url, 'Hi'], {env});
	assert.match(asked.stderr, /^claude-haiku-5-5 retires on 2031-02-03\.$/m);
	assert.equal(api.listed.length, 1);
	const compared = await runProgram(['compare', '--runs', '2', '--base-url', api.url, 'Hi'], {env});
	assert.match(compared.stderr, /^claude-haiku-5-5 retires on 2031-02-03\.$/m);
	assert.equal(api.listed.length, 2);
	await runProgram(['ask', '--quiet', '--base-url', api.url, 'Hi'], {env});
	assert.equal(api.listed.length, 2);
});

test('the chat asks for the models once, and its header follows what they are', async () => {
	await using api = await serveLog([ending]);
	await using chat = await openChat({args: ['--base-url', api.url], env: {...env}});
	const {rows} = await chat.frame(frame => frame.rows[0]?.includes('retires on 2031-02-03') ?? false);
	assert.match(rows[0] ?? '', /claude-haiku-5-5 · retires on 2031-02-03 · live/);
	await chat.send('Hi');
	await chat.frame(({status}) => status.includes('complete'));
	assert.equal(api.listed.length, 1);
});

test('a field that no known request has is noted, and sent all the same', async () => {
	await using api = await serveLog();
	const args = ['--base-url', api.url, '--set', 'spede="fast"', 'Hi'];
	const {code, stderr} = await runProgram(['ask', ...args], {env});
	assert.equal(code, 0);
	assert.match(
		stderr,
		/^spede is not a known field of a request\. It is sent anyway\. Did you mean speed\?\n/,
	);
	assert.equal(api.logged[0]?.body.spede, 'fast');
	const compared = await runProgram(['compare', ...args], {env});
	assert.match(compared.stderr, /^spede is not a known field/);
});

test('nobody waits for a server that does not list its models', async () => {
	const asked = Promise.withResolvers<void>();
	await using server = await serve(() => asked.resolve());
	await using chat = await openChat({args: ['--base-url', server.url], env: {...env}});
	await asked.promise;
	const left = performance.now();
	chat.send('quit');
	assert.equal((await chat.exited).code, 0);
	// The list would be waited for 10 s.
	assert.ok(performance.now() - left < 8000);
});
