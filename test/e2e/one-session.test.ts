import assert from 'node:assert/strict';
import {once} from 'node:events';
import {appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {promptOf} from '../../source/analysis/conversation.js';
import {readRecording} from '../../source/recording/read-recording.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import {Trace} from '../../source/trace/trace.js';
import {isObject} from '../../source/wire/json.js';
import {serveAnswers} from '../helpers/answering-api.js';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {runProgram, startProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const env = {ANTHROPIC_API_KEY: 'sk-ant-test'};
const id = '2026-11-22-1512-3fa9';

/** A home with a session of one exchange. */
async function homeWithSession(home: string, url: string): Promise<string> {
	const folder = path.join(home, 'streamscope', 'sessions');
	mkdirSync(folder, {recursive: true});
	const file = path.join(folder, `${id}.ndjson`);
	const {code} = await runProgram(['ask', '--base-url', url, '--record', file, 'first'], {env, home});
	assert.equal(code, 0);
	// It takes a moment to be read, in which others write to it.
	appendFileSync(file, '{"type":"remark"}\n'.repeat(20_000));
	return folder;
}

/** What a file tells: each exchange's prompt, how many requests it has, how it ended, and what was sent before the prompt. */
async function toldIn(file: string) {
	const {events, skipped} = await readRecording([readFileSync(file)]);
	assert.deepEqual(skipped, [], file);
	const exchanges = [...itemsOf(new Trace(events).view.exchanges)];
	return exchanges.map(view => {
		const of = events.filter(event => event.exchange === view.exchange);
		const request = of.find(event => event.type === 'request');
		const body = request?.type === 'request' && isObject(request.body) ? request.body : {};
		return {
			prompt: promptOf(view),
			requests: of.filter(({type}) => type === 'request').length,
			ends: of.flatMap(event => (event.type === 'end' ? [event.outcome] : [])),
			messages: Array.isArray(body.messages) ? body.messages.length : 0,
		};
	});
}

test('ten processes that resume one session at once leave files that agree with themselves, and nothing is lost', async () => {
	await using api = await serveAnswers();
	using home = temporaryFolder();
	const folder = await homeWithSession(home.path, api.url);
	const prompts = Array.from({length: 10}, (_, index) => `prompt ${index}`);
	const ended = await Promise.all(
		prompts.map(prompt =>
			runProgram(['ask', '--base-url', api.url, '--resume', id, prompt], {env, home: home.path}),
		),
	);
	assert.deepEqual(
		ended.map(({code}) => code),
		prompts.map(() => 0),
	);
	const names = readdirSync(folder);
	assert.deepEqual(
		names.filter(name => !name.endsWith('.ndjson')),
		[],
	);
	const files = await Promise.all(names.map(name => toldIn(path.join(folder, name))));
	for (const exchanges of files) {
		assert.equal(exchanges[0]?.prompt, 'first');
		for (const [index, exchange] of exchanges.entries()) {
			assert.deepEqual(exchange, {
				prompt: exchange.prompt,
				requests: 1,
				ends: ['complete'],
				// Each request carries all that its own file tells before it.
				messages: 2 * index + 1,
			});
		}
	}

	const asked = new Set(files.flatMap(exchanges => exchanges.map(({prompt}) => prompt)));
	assert.deepEqual([...asked].toSorted(), ['first', ...prompts].toSorted());
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) {
	test(`${signal} in the middle of an answer leaves its end in the recording, and no lock`, async () => {
		await using api = await serveHeldStreams();
		using home = temporaryFolder();
		const file = path.join(home.path, 'a.ndjson');
		const child = startProgram(['ask', '--base-url', api.url, '--record', file, 'Hi'], {
			env,
			home: home.path,
		});
		const stream = await api.next();
		stream.start();
		const printed = once(child.stdout, 'data');
		stream.text('Cats');
		await printed;
		child.kill(signal);
		const [code, killedBy] = await once(child, 'exit');
		assert.deepEqual([code, killedBy], signal === 'SIGINT' ? [130, null] : [null, signal]);
		const {events} = await readRecording([readFileSync(file)]);
		const ends = events.filter(({type}) => type === 'end');
		assert.deepEqual(
			ends.map(end => end.type === 'end' && end.outcome),
			['aborted'],
		);
		assert.deepEqual(
			readdirSync(home.path).filter(name => name.includes('.lock')),
			[],
		);
	});
}

test('a session whose file is no recording is given free again', async () => {
	using home = temporaryFolder();
	const file = path.join(home.path, 'a.ndjson');
	writeFileSync(file, 'data: {}\n\n');
	const {code} = await runProgram(['ask', '--demo', '--resume', file, 'Hi'], {home: home.path});
	assert.equal(code, 2);
	assert.deepEqual(
		readdirSync(home.path).filter(name => name.startsWith('a.')),
		['a.ndjson'],
	);
});
