import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startDemoServer} from '../../source/demo/demo-server.js';
import {ask, post} from './demo-client.js';

const headers = {'x-api-key': 'demo', 'anthropic-version': '2023-06-01'};

/** What a request gets from a server that plays `chat`. */
async function answered(body: object, more: Record<string, string> = {}) {
	const server = await startDemoServer({scenario: 'chat', speed: 'max', seed: 1});
	try {
		const response = await post(server.url, body, {headers: {...headers, ...more}});
		return {status: response.status, text: await response.text(), headers: response.headers};
	} finally {
		await server.close();
	}
}

test('a request chooses its scenario by its model, a header or the beginning of its prompt', async () => {
	const hi = ask('Hi');
	const seen = await Promise.all([
		answered({...hi, model: 'demo-words'}),
		answered(hi, {'x-streamscope-scenario': 'words'}),
		answered(ask('[words] Hi')),
	]);
	for (const {text} of seen) {
		assert.match(text, /heron01 otter02/);
	}

	assert.doesNotMatch((await answered(ask('[nothing] Hi'))).text, /heron01/);
});

test('a scenario that does not exist is an error of the API', async () => {
	const {status, text} = await answered(ask('Hi'), {'x-streamscope-scenario': 'thinkin'});
	assert.equal(status, 400);
	assert.match(text, /There is no scenario \\"thinkin\\"\. Did you mean thinking\?/);
	assert.equal((await answered({...ask('Hi'), model: 'demo-__proto__'})).status, 404);
});

test('SDKs in a browser may ask from any page', async () => {
	const server = await startDemoServer({scenario: 'chat', speed: 'max', seed: 1});
	try {
		const preflight = await fetch(`${server.url}/v1/messages`, {
			method: 'OPTIONS',
			headers: {origin: 'http://app.test', 'access-control-request-headers': 'x-api-key'},
		});
		assert.equal(preflight.status, 204);
		assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
		assert.equal((await fetch(`${server.url}/v1/messages/batches`, {method: 'POST', headers})).status, 404);
	} finally {
		await server.close();
	}
});
