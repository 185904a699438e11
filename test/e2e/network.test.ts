import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {serveAnswers} from '../helpers/answering-api.js';
import {serveProxy} from '../helpers/proxy-server.js';
import {runProgram} from '../helpers/run-program.js';

const variables = {ANTHROPIC_API_KEY: 'sk-ant-test'};
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/tls/${name}`, import.meta.url));

test('the built program reaches the API by way of the proxy of the environment', async () => {
	await using proxy = await serveProxy();
	await using api = await serveAnswers();
	const env = {...variables, HTTP_PROXY: proxy.url};
	const {code, stdout, stderr} = await runProgram(['ask', '--base-url', api.url, 'Hi'], {env});
	assert.deepEqual([code, stdout], [0, 'Answer 1.\n'], stderr);
	assert.deepEqual(
		proxy.asked.filter(line => line.startsWith('POST')),
		[`POST ${api.url}/v1/messages`],
	);
});

test('the built program reaches its demo directly though Node uses the proxy of the environment', async () => {
	await using proxy = await serveProxy();
	const env = {HTTP_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1'};
	const {code, stderr} = await runProgram(['ask', '--demo', '--demo-speed', 'max', 'Hi'], {env});
	assert.equal(code, 0, stderr);
	assert.deepEqual(proxy.asked, []);
});

test('the built program trusts the certificates of SSL_CERT_FILE and of --ca', async () => {
	const server = createServer(
		{cert: readFileSync(fixture('certificate.pem')), key: readFileSync(fixture('key.pem'))},
		(_, response) => response.writeHead(404).end(),
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	try {
		const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const args = ['ask', '--base-url', url, 'Hi'];
		const pem = fixture('certificate.pem');
		const {stderr} = await runProgram(args, {env: {...variables, SSL_CERT_FILE: pem}});
		assert.match(stderr, /404/);
		assert.match((await runProgram([...args, '--ca', pem], {env: variables})).stderr, /404/);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});
