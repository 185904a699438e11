import assert from 'node:assert/strict';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {startDemoServer} from '../source/demo.js';

const question = {
	model: 'demo-words',
	max_tokens: 1000,
	messages: [{role: 'user' as const, content: 'Hi'}],
};

test('a test starts the demo server in its own process, breaks its answers, and sees what was asked', async () => {
	await using demo = await startDemoServer();
	const client = new Anthropic({baseURL: demo.url, apiKey: 'demo', maxRetries: 0, logLevel: 'off'});
	const message = await client.messages.stream(question).finalMessage();
	assert.match(JSON.stringify(message.content), /heron01 .*mango40/);
	demo.setFaults('cut-after=5');
	await assert.rejects(client.messages.stream(question).finalMessage());
	assert.deepEqual(
		demo.requests().map(({path, status, endedBy}) => [path, status, endedBy]),
		[
			['/v1/messages', 200, 'server'],
			['/v1/messages', 200, 'server'],
		],
	);
	const [first] = demo.requests();
	assert.deepEqual(JSON.parse(first?.asked ?? ''), {...question, stream: true});
	assert.equal(first?.headers['anthropic-version'], '2026-10-21');
});

test('a fault that does not exist is an error before the server starts', async () => {
	await assert.rejects(startDemoServer({faults: 'cut'}), RangeError);
});

test('a speed or a seed that means nothing is an error before the server starts', async () => {
	for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
		await assert.rejects(startDemoServer({speed}), /^RangeError: speed is a number above 0 or 'max', not /);
	}

	await assert.rejects(startDemoServer({seed: 1.5}), /^RangeError: seed is a whole number, not 1\.5\.$/);
});

test('a scenario of the test is chosen like any other, and one that is not right is an error that names its line', async () => {
	await using demo = await startDemoServer({scenario: 'mine', scenarios: {mine: 'text: Hello'}});
	const client = new Anthropic({baseURL: demo.url, apiKey: 'demo'});
	const words = async (model: string) =>
		JSON.stringify((await client.messages.create({...question, model})).content);
	assert.match(await words('claude-haiku-5-5'), /"Hello"/);
	demo.setScenario('words');
	assert.match(await words('claude-haiku-5-5'), /heron01/);
	assert.match(await words('demo-mine'), /"Hello"/);
	assert.throws(() => demo.setScenario('mien'), /There is no scenario "mien"\. Did you mean mine\?/);
	await assert.rejects(startDemoServer({scenario: 'mine'}), RangeError);
	await assert.rejects(
		startDemoServer({scenarios: {mine: 'text: a\nwiat: 1'}}),
		/^RangeError: Scenario mine, line 2: There is no word "wiat"\. Did you mean wait\?$/,
	);
});
