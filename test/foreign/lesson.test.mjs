// The lesson's cells run against `serve`, with the Python SDKs of three times.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import process from 'node:process';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {serve} from './served.mjs';

const run = promisify(execFile);

const python = async (venv, file, model) => {
	const server = await serve('--speed', '10');
	try {
		const {stdout} = await run(`venv-${venv}/bin/python`, [`test/lesson/${file}`, model], {
			env: {...process.env, ANTHROPIC_BASE_URL: server.url, ANTHROPIC_API_KEY: 'demo'},
		});
		return stdout;
	} finally {
		server[Symbol.dispose]();
	}
};

for (const [venv, model] of [
	['lesson', 'claude-3-haiku-20240307'],
	['1', 'claude-3-opus-20240229'],
	['2', 'claude-haiku-5-5'],
]) {
	test(`the cells of the lesson run with the Python SDK of venv-${venv} and the model ${model}`, async () => {
		const output = await python(venv, 'lesson.py', model);
		const cells = output.split('== ').slice(1);
		assert.deepEqual(
			cells.map(cell => cell.split('\n')[0]),
			['one whole answer', 'raw events', 'text only', 'usage', 'time to first token', 'helpers', 'chatbot'],
		);
		assert.match(
			cells[1],
			/^raw events\nmessage_start\ncontent_block_start\n(?:content_block_delta\n)+content_block_stop\nmessage_delta\nmessage_stop\n$/,
		);
		assert.match(cells[3], /input \d+\noutput \d+\n/);
		assert.match(cells[4], /streaming is sooner: True/);
		assert.match(cells[5], /\nend_turn\n/);
		assert.match(cells[6], /2 turns\ngoodbye\n$/);
	});
}

test('the event handlers of the lesson’s time are called', async () => {
	const output = await python('handlers', 'handlers.py', 'claude-3-haiku-20240307');
	for (const call of ['event message_start', 'text ', 'block text', 'message end_turn', 'end']) {
		assert.ok(output.includes(call), call);
	}
});

test('version 2026-10-21 refuses temperature in the API’s words, and 2023-06-01 takes it', async () => {
	const server = await serve('--speed', 'max');
	try {
		const ask = (version, headers) =>
			fetch(`${server.url}/v1/messages`, {
				method: 'POST',
				headers: {'content-type': 'application/json', 'anthropic-version': version, ...headers},
				body: JSON.stringify({
					model: 'claude-haiku-4-5',
					max_tokens: 9,
					temperature: 0.5,
					messages: [{role: 'user', content: 'Hi'}],
				}),
			});
		const refused = await ask('2026-10-21', {authorization: 'Bearer demo'});
		assert.equal(refused.status, 400);
		assert.match(await refused.text(), /temperature: Extra inputs are not permitted/);
		assert.equal((await ask('2023-06-01', {'x-api-key': 'demo'})).status, 200);
	} finally {
		server[Symbol.dispose]();
	}
});
