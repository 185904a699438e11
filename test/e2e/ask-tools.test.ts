import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {readRecording} from '../../source/recording/read-recording.js';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const schema = {type: 'object'};
const always = {input_schema: schema, run: 'always'};

/** Asks the demo with these tools. Its first answer calls them, its second quotes the results. */
const ask = async (tools: readonly object[], ...args: readonly string[]) => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'tools.json');
	writeFileSync(file, JSON.stringify({tools}));
	const demo = ['--demo', 'tools', '--demo-speed', 'max'];
	return await runProgram(['ask', ...demo, '--tools', file, ...args, 'What is the weather?']);
};

const weather = {name: 'get_weather', command: ['sh', '-c', 'cat'], ...always};
const time = {name: 'get_local_time', command: 'echo no zone >&2; exit 4', ...always};

test('ask runs the commands that run always, and prints the answer from their results', async () => {
	const {code, stdout, stderr} = await ask([weather, time]);
	assert.equal(code, 0);
	assert.match(
		stdout,
		/^Let me look up the weather .*both at once\.\n\nEach of my tool calls was answered:\n/,
	);
	assert.match(stdout, /1\. a result: \{"location":"Lisbon, Portugal"/);
	assert.match(stdout, /2\. an error: no zone/);
	assert.match(stdout, /the results go back with the next request\.\n$/);
	assert.match(stderr, /^Running get_weather \{"location":.*\}, get_local_time \{"timezone"/);
	assert.equal(stderr.match(/ tokens/g)?.length, 2, 'one summary for each request');
});

test('without streaming, both answers are printed, too', async () => {
	const {code, stdout} = await ask([weather, time], '--no-stream');
	assert.equal(code, 0);
	assert.match(stdout, /both at once\.\n\nEach of my tool calls/);
});

test('--json prints the last message only, and --events both exchanges', async () => {
	const json = await ask([weather, time], '--json');
	assert.equal(JSON.parse(json.stdout).stop_reason, 'end_turn');
	const {stdout} = await ask([weather, time], '--events');
	const {events} = await readRecording([stdout]);
	const requests = events.flatMap(event => (event.type === 'request' ? [event] : []));
	assert.deepEqual(
		requests.map(({exchange}) => exchange),
		[1, 2],
	);
	assert.equal(events.at(-1)?.type, 'end');
});

test('a call that may not run by itself ends with exit code 1, and is named with its input', async () => {
	const {code, stdout, stderr} = await ask([weather, {...time, run: 'ask'}]);
	assert.equal(code, 1);
	assert.match(stdout, /both at once\.\n$/);
	assert.match(stderr, /^The answer waits for get_local_time \{"timezone":"Europe\/Lisbon"/);
	assert.doesNotMatch(stderr, /waits for get_weather/);
});

test('a tool without a command ends with exit code 1', async () => {
	const {code, stderr} = await ask([{name: 'look', input_schema: schema}]);
	assert.equal(code, 1);
	assert.match(stderr, /^The answer waits for look \{\}\./);
});

test('without a file of tools, a call ends the answer as it always did', async () => {
	const {code, stderr} = await runProgram(['ask', '--demo', 'tools', '--demo-speed', 'max', 'Hi']);
	assert.equal(code, 0);
	assert.match(stderr, /The answer ends with a tool call\. --tools names commands that answer it\./);
});

test('a file of tools that is wrong or missing is refused before anything is asked', async () => {
	const wrong = await ask([{name: 'a'}]);
	assert.equal(wrong.code, 2);
	assert.match(wrong.stderr, /tools\.json: tool 1 is wrong\.\nA tool of your own needs "input_schema"/);
	const missing = await runProgram(['ask', '--demo', '--tools', '/no/such/file', 'Hi']);
	assert.equal(missing.code, 2);
	assert.match(missing.stderr, /The file of tools \/no\/such\/file cannot be read: it does not exist\./);
});
