import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {parseSse} from '../../source/wire/parse-sse.js';
import {writeStream} from '../helpers/capture-server.js';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {openChat} from '../helpers/open-chat.js';
import {runProgram} from '../helpers/run-program.js';
import {valid as validStream} from '../helpers/sample-bodies.js';
import {serveTap} from '../helpers/tap-server.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';
import {initialTerminalModes} from '../helpers/terminal-modes.js';

const demo = ['--demo', '--demo-speed', 'max'];
const live = {ANTHROPIC_API_KEY: 'sk-ant-test-do-not-show-1234567890'};

test('in a pipe there is the table, the bars and nothing on stderr', async () => {
	const {code, stdout, stderr} = await runProgram(['compare', ...demo, 'Hi']);
	assert.deepEqual([code, stderr], [0, '']);
	assert.match(stdout, /^asked +runs +TTFT +total +output tokens +tokens\/s\n/);
	assert.match(stdout, /^claude-haiku-5-5, streaming +1 .* 609 /m);
	assert.match(stdout, /^claude-haiku-5-5, not streaming +1 .* 609 /m);
});

test('--json and --csv hold every run of every model, streaming and not', async () => {
	const models = ['claude-haiku-4-5', 'claude-sonnet-5'] as const;
	const args = [
		'compare',
		...demo,
		'--model',
		models[0],
		'--model',
		models[1],
		'--runs',
		'2',
		'--sequential',
		'Hi',
	];
	const json = await runProgram([...args, '--json']);
	const {version, summary, runs} = JSON.parse(json.stdout);
	assert.deepEqual([json.code, version], [0, 1]);
	const wanted = models.flatMap(model => [`${model} streaming`, `${model} whole`]);
	assert.deepEqual(
		summary.map(({model, mode, runs: count}: Record<string, unknown>) => [`${model} ${mode}`, count]),
		wanted.map(name => [name, 2]),
	);
	assert.deepEqual(
		runs.map(({model, mode, run}: Record<string, unknown>) => `${model} ${mode} ${run}`),
		[1, 2].flatMap(run => wanted.map(name => `${name} ${run}`)),
	);
	assert.equal(new Set(runs.map(({outputTokens}: {outputTokens: number}) => outputTokens)).size, 1);
	const csv = await runProgram([...args, '--csv']);
	assert.equal(csv.stdout.split('\r\n').length, 1 + 8 + 1);
});

test('a stream has its first words before its last, a whole answer has both at once', async () => {
	const {stdout} = await runProgram(['compare', '--demo', '--demo-speed', '10', '--json']);
	const [streaming, whole] = JSON.parse(stdout).summary;
	assert.equal(streaming.outputTokens.median, whole.outputTokens.median);
	assert.ok(streaming.ttft.median < streaming.total.median, stdout);
	assert.equal(whole.ttft.median, whole.total.median);
});

test('wrong usage is code 2, a failed run is code 1 and told of', async () => {
	for (const args of [
		['--runs', '0'],
		['--csv', '--json'],
		['--against', 'nowhere.ndjson'],
		['--against', 'x', '--csv'],
		['--against', 'x', '--against-key-env', 'HOME'],
		['--against-key-env', 'HOME'],
		['--against', 'x', '--runs', '1'],
		['--against', 'x', '--sequential'],
		['--against', 'x', '--model', 'a', '--model', 'b'],
	]) {
		const {code, stdout} = await runProgram(['compare', ...demo, ...args, 'Hi']);
		assert.deepEqual([args, code, stdout], [args, 2, '']);
	}

	const {code, stderr} = await runProgram(['compare', '--demo', 'cut-off', '--demo-speed', 'max', 'Hi']);
	assert.equal(code, 1);
	assert.match(stderr, /^claude-haiku-5-5, streaming, run 1: The connection was lost in mid-stream/m);
});

test('in a terminal both run beside each other, and the table stays', async () => {
	await using api = await serveHeldStreams();
	const args = ['compare', '--base-url', api.url, 'Hi'];
	await using terminal = openTerminal({args, columns: 90, rows: 20, env: live});
	const requests = [await api.next(), await api.next()];
	const stream = requests.find(({asked}) => asked.stream === true);
	const whole = requests.find(({asked}) => asked.stream !== true);
	assert.ok(stream && whole);
	stream.start();
	stream.text('Cats meow');
	await terminal.waitFor(() => /^Cats meow +│/m.test(terminal.text()));
	assert.ok(terminal.isAlternateScreen());
	assert.match(terminal.text(), /, streaming +│ .*, not streaming/);
	assert.match(terminal.text(), /^● .* · first words after .*│ ● [\d.]+ m?s/m);
	stream.finish();
	whole.refuse(400, '{"type":"error","error":{"type":"invalid_request_error","message":"No"}}');
	const {code} = await terminal.exited;
	assert.equal(code, 1);
	assert.ok(!terminal.isAlternateScreen());
	assert.match(terminal.text(), /^claude-haiku-5-5, not streaming +1, 1 failed/m);
	assert.deepEqual(terminal.modes(), initialTerminalModes);
});

test('Ctrl+C gives the terminal back, code 130', async () => {
	await using api = await serveHeldStreams();
	const args = ['compare', '--base-url', api.url, '--sequential', 'Hi'];
	await using terminal = openTerminal({args, columns: 90, rows: 20, env: live});
	const stream = await api.next();
	stream.start();
	await terminal.waitFor(() => terminal.text().includes('waiting for its turn'));
	terminal.press('ctrl+c');
	const {code} = await terminal.exited;
	assert.equal(code, 130);
	assert.ok(!terminal.isAlternateScreen());
	assert.deepEqual(terminal.modes(), initialTerminalModes);
});

test('SIGQUIT gives the terminal back', async () => {
	await using api = await serveHeldStreams();
	const args = ['compare', '--base-url', api.url, '--sequential', 'Hi'];
	await using terminal = openTerminal({args, columns: 90, rows: 20, env: live});
	const stream = await api.next();
	stream.start();
	await terminal.waitFor(() => terminal.text().includes('waiting for its turn'));
	terminal.kill('SIGQUIT');
	const {signal} = await terminal.exited;
	assert.equal(signal, 'SIGQUIT');
	assert.ok(!terminal.isAlternateScreen());
	assert.deepEqual(terminal.modes(), initialTerminalModes);
});

test('an answer over the limit of the config file is aborted, and said so', async () => {
	using home = temporaryFolder();
	const config = path.join(home.path, 'streamscope');
	mkdirSync(config, {recursive: true});
	writeFileSync(path.join(config, 'config.json'), JSON.stringify({maxAnswerEvents: 3}));
	for (const more of [[], ['--against', path.resolve('test/fixtures/streams/parallel-tools.sse')]]) {
		await using api = await serveTap(response => writeStream(response, validStream));
		const args = ['compare', '--base-url', api.url, ...more, 'Hi'];
		const {code, stderr} = await runProgram(args, {env: live, home: home.path});
		assert.equal(code, 1);
		assert.match(stderr, /The answer is too long: It has more than 3 events/);
	}
});

test('--against a recording asks the same again, and names the first difference', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'then.ndjson');
	await runProgram(['ask', ...demo, '--record', file, 'Write me a 5-word poem']);
	const same = await runProgram(['compare', ...demo, '--against', file]);
	assert.equal(same.code, 0);
	assert.match(same.stdout, /^The content is the same\.\n/);
	assert.match(same.stdout, /^ {2}content_block_delta +\d+ +\d+$/m);

	const other = await runProgram(['compare', ...demo, '--against', file, '--json', 'Hi']);
	const {sides, difference} = JSON.parse(other.stdout);
	assert.deepEqual(
		sides.map(({name}: {name: string}) => name),
		['the demo, chat', file],
	);
	assert.equal(difference.block, 0);
	assert.equal(difference.left.startsWith('You wrote'), true);
});

test('--against another address asks both', async () => {
	await using api = await serveHeldStreams();
	await using gateway = await serveHeldStreams();
	const run = runProgram(['compare', '--base-url', api.url, '--against', gateway.url, 'Hi'], {env: live});
	for (const [server, words] of [
		[api, 'Cats meow'],
		[gateway, 'Cats moo'],
	] as const) {
		const stream = await server.next();
		stream.start();
		stream.text(words);
		stream.finish();
	}

	const {code, stdout} = await run;
	assert.equal(code, 0);
	assert.match(stdout, /^The content differs in block 0 at character 6:\n.*"eow" {2}#5\n.*"oo" {2}#5\n/);
});

test('--against asks the model that is named, of both addresses and instead of the recorded one', async () => {
	await using api = await serveHeldStreams();
	await using gateway = await serveHeldStreams();
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'then.ndjson');
	await runProgram(['ask', ...demo, '--record', file, 'Hi']);
	for (const [against, servers] of [
		[gateway.url, [api, gateway]],
		[file, [api]],
	] as const) {
		const args = ['compare', '--base-url', api.url, '--model', 'claude-opus-4-6', '--against', against];
		const run = runProgram(args, {env: live});
		for (const server of servers) {
			const stream = await server.next();
			assert.equal(stream.asked.model, 'claude-opus-4-6');
			stream.start();
			stream.finish();
		}

		assert.equal((await run).code, 0);
	}
});

test('--against never sends the key of the API to another address, and shows none of the two keys', async () => {
	await using api = await serveTap(response => writeStream(response, validStream));
	await using gateway = await serveTap(response => writeStream(response, validStream));
	const env = {...live, GATEWAY_KEY: 'key-of-the-gateway-1234567890'};
	const args = ['compare', '--base-url', api.url, '--against', gateway.url, 'Hi'];
	const runs = [
		await runProgram(args, {env}),
		await runProgram([...args, '--json', '--against-key-env', 'GATEWAY_KEY'], {env}),
	];
	const keysOf = ({calls}: typeof api, method = 'POST') =>
		calls.filter(({request}) => request.method === method).map(({request}) => request.headers.authorization);
	const apiKey = `Bearer ${live.ANTHROPIC_API_KEY}`;
	assert.deepEqual(keysOf(api), [apiKey, apiKey]);
	// Only the API itself is asked for its models.
	assert.deepEqual(keysOf(gateway, 'GET'), []);
	assert.deepEqual(keysOf(gateway), [undefined, `Bearer ${env.GATEWAY_KEY}`]);
	for (const {code, stdout, stderr} of runs) {
		assert.deepEqual([code, stderr], [0, '']);
		assert.doesNotMatch(stdout, /sk-ant-test|key-of-the-gateway/);
	}
});

test('--against says why a side failed', async () => {
	await using api = await serveHeldStreams();
	await using gateway = await serveHeldStreams();
	const run = runProgram(['compare', '--base-url', api.url, '--against', gateway.url, 'Hi'], {env: live});
	const stream = await api.next();
	stream.start();
	stream.finish();
	const refused = await gateway.next();
	refused.refuse(401, '{"type":"error","error":{"type":"authentication_error","message":"No such key"}}');
	const {code, stderr} = await run;
	assert.equal(code, 1);
	assert.ok(stderr.startsWith(`${gateway.url}: `), stderr);
	assert.match(stderr, /No such key/);
	assert.match(stderr, /^No key was sent there\. .* --against-key-env\.$/m);
});

test('/compare does it beside the conversation, which stays as it is', async () => {
	await using chat = await openChat({demo: 'chat'});
	chat.send('Write me a 3 word sentence, without a preamble.');
	await chat.status('complete');
	chat.send('/compare');
	const {rows, conversation} = await chat.frame(frame =>
		frame.rows.some(row => /Not streaming: all/.test(row)),
	);
	const text = rows.join('\n');
	assert.match(text, /→ Streaming: first words after .* all after .* 4 tokens/);
	assert.match(text, /Not streaming: all at once after .* 4 tokens/);
	assert.equal(conversation.match(/Cats meow loudly/g)?.length, 1);
});

test('in the chat Esc stops both requests of /compare, and says so', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openChat({args: ['--base-url', api.url], env: {ANTHROPIC_API_KEY: 'test-key'}});
	chat.send('/compare Which is faster?');
	const requests = [await api.next(), await api.next()];
	await chat.frame(({status}) => status.includes('Esc stops both'));
	chat.press('escape');
	await Promise.all(requests.map(({closed}) => closed));
	await chat.frame(({panes}) => panes.at(-1)?.rows.join('\n').includes('Comparison stopped') ?? false);
});

test('two files are compared offline: the first difference, a table of 80 columns and both logs', async () => {
	using folder = temporaryFolder();
	const [a, b] = ['a.sse', 'b.sse'].map(name => path.join(folder.path, name)) as [string, string];
	writeFileSync(a, validStream);
	writeFileSync(b, validStream.replace('"text":"Cats"', '"text":"Cows"'));
	const same = await runProgram(['compare', a, a, '--json']);
	assert.equal(same.code, 0);
	assert.deepEqual([JSON.parse(same.stdout).isSame, JSON.parse(same.stdout).difference], [true, null]);

	const {code, stdout, stderr} = await runProgram(['compare', 'a.sse', 'b.sse'], {cwd: folder.path});
	assert.deepEqual([code, stderr], [1, '']);
	assert.match(
		stdout,
		/^The content differs in block 0 at character 1:\n {2}a\.sse: "ats" {2}#5\n {2}b\.sse: "ows" {2}#5\n/,
	);
	assert.match(stdout, /\n#5 delta \[0\] "Cats" +≠ {2}#5 delta \[0\] "Cows"\n/);
	assert.ok(
		stdout.split('\n').every(line => line.length <= 80),
		stdout,
	);
});

test('two exchanges are compared by number, and a wrong name or number is not sent as a question', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'a.ndjson');
	const lines = ['Cats', 'Cows', 'Cats'].flatMap((word, index) => recordedExchange(index + 1, word));
	writeFileSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
	const run = async (...args: string[]) => (await runProgram(['compare', ...args], {cwd: folder.path})).code;
	assert.deepEqual(
		[await run('--exchange', '1,3', 'a.ndjson'), await run('--exchange', '1,2', 'a.ndjson')],
		[0, 1],
	);
	assert.equal(await run('--exchange', '2', 'a.ndjson', 'a.ndjson'), 0);
	const marks = [lines.length - 1, 2].map(event => `${JSON.stringify({type: 'bookmark', event})}\n`);
	writeFileSync(
		path.join(folder.path, 'marked.ndjson'),
		[...lines.map(line => `${JSON.stringify(line)}\n`), ...marks].join(''),
	);
	assert.equal(await run('--exchange', 'b1,b2', 'marked.ndjson'), 0);
	assert.equal(await run('--exchange', 'b1,2', 'marked.ndjson'), 1);
	assert.equal(await run('--exchange', 'b1,b3', 'marked.ndjson'), 2);
	assert.equal(await run('a.ndjson', 'b.ndjson'), 2);
	assert.equal(await run('--exchange', '1,9', 'a.ndjson'), 2);
	assert.equal(await run('--exchange', '1', 'a.ndjson'), 2);
	assert.equal(await run('--exchange', 'x', 'a.ndjson'), 2);
	assert.equal(await run('--runs', '2', 'a.ndjson', 'a.ndjson'), 2);
});

function recordedExchange(exchange: number, word: string): readonly object[] {
	const place = {at: exchange * 1000, exchange, attempt: 1};
	return [
		{type: 'request', ...place, method: 'POST', url: 'https://a.test/v1/messages', body: {stream: true}},
		{type: 'response', ...place, status: 200, headers: {}},
		...parseSse(validStream.replace('Cats', word)).map((event, chunk) => ({
			type: 'sse',
			...place,
			chunk,
			...event,
		})),
		{type: 'end', ...place, outcome: 'complete', error: null, message: null},
	];
}
