import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {type ClientOptions, createClient} from '../../source/client/create-client.js';
import {describeError} from '../../source/client/describe-error.js';
import type {Environment} from '../helpers/clean-environment.js';
import {inEnvironment} from '../helpers/in-environment.js';
import {serveProxy} from '../helpers/proxy-server.js';
import {serveTap} from '../helpers/tap-server.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const certificate = fileURLToPath(new URL('../fixtures/tls/certificate.pem', import.meta.url));
const key = fileURLToPath(new URL('../fixtures/tls/key.pem', import.meta.url));
const ask = {model: 'm', max_tokens: 1, messages: [{role: 'user' as const, content: 'hi'}]};
const answer = '{"type":"message","content":[]}';

/** Asks once, and gives what a person reads of it: the answer, or the error. */
const asking = (options: ClientOptions, variables: Environment = {}) =>
	inEnvironment({ANTHROPIC_API_KEY: 'sk-test-0123456789', ...variables}, async () => {
		try {
			const message = await createClient(options).messages.create(ask, {maxRetries: 0});
			return {title: message.type, detail: null, hint: ''};
		} catch (error) {
			return describeError(error);
		}
	});

/** An API, whose address takes a redirect to another host. */
const serveApi = () =>
	serveTap((response, {request}) => {
		const [, target] = /^\/to\/([^/]+)/.exec(request.url ?? '') ?? [];
		if (target === undefined) {
			response.writeHead(200, {'content-type': 'application/json'}).end(answer);
		} else {
			response.writeHead(Number(target.slice(0, 3)), {location: decodeURIComponent(target.slice(3))}).end();
		}
	});

for (const status of [301, 302, 303, 307, 308]) {
	test(`a redirect with status ${status} is an error that names the place, and the place is sent nothing`, async () => {
		await using other = await serveTap(response => response.end(answer));
		await using api = await serveApi();
		const place = `${other.url.replace('//', '//me:password@')}/v1/messages?key=secret`;
		const error = await asking({baseUrl: `${api.url}/to/${status}${encodeURIComponent(place)}`});
		assert.equal(error.title, 'The server redirects the request');
		assert.match(error.detail ?? '', new RegExp(`^It points to ${other.url}/v1/messages\\?key=…\\.`));
		assert.equal(other.calls.length, 0);
		assert.equal(api.calls.length, 1);
	});
}

test('a redirect within the host is not followed either, and named without its query', async () => {
	await using api = await serveApi();
	const error = await asking({baseUrl: `${api.url}/to/307${encodeURIComponent('/v2?key=secret')}`});
	assert.match(error.detail ?? '', /^It points to \/v2\. /);
	assert.equal(api.calls.length, 1);
});

for (const name of ['HTTP_PROXY', 'http_proxy']) {
	test(`the API is reached by way of ${name}, other hosts of NO_PROXY are not`, async () => {
		await using proxy = await serveProxy();
		await using api = await serveApi();
		const variables = {[name]: proxy.url};
		assert.equal((await asking({baseUrl: api.url}, variables)).title, 'message');
		assert.deepEqual(proxy.asked, [`POST ${api.url}/v1/messages`]);
		assert.equal((await asking({baseUrl: api.url}, {...variables, NO_PROXY: '127.0.0.1'})).title, 'message');
		assert.equal(
			(await asking({baseUrl: api.url}, {...variables, no_proxy: new URL(api.url).host})).title,
			'message',
		);
		assert.equal(proxy.asked.length, 1);
		assert.equal(api.calls.length, 3);
	});
}

test('the demo is never reached by way of a proxy, and gets no custom headers', async () => {
	await using proxy = await serveProxy();
	await using demo = await serveApi();
	for (const variables of [{}, {NODE_USE_ENV_PROXY: '1'}, {NODE_OPTIONS: '--use-env-proxy'}]) {
		const all = {
			HTTP_PROXY: proxy.url,
			HTTPS_PROXY: proxy.url,
			ANTHROPIC_CUSTOM_HEADERS: 'X-Gateway: secret',
			...variables,
		};
		assert.equal((await asking({demo}, all)).title, 'message');
	}

	assert.deepEqual(proxy.asked, []);
	assert.deepEqual(
		demo.calls.map(({request}) => request.headers['x-gateway']),
		[undefined, undefined, undefined],
	);
});

test('the API gets the custom headers', async () => {
	await using api = await serveApi();
	await asking({baseUrl: api.url}, {ANTHROPIC_CUSTOM_HEADERS: 'X-Gateway: secret'});
	assert.equal(api.calls[0]?.request.headers['x-gateway'], 'secret');
});

test('a proxy that cannot be reached is an error like any other, without its password', async () => {
	const error = await asking(
		{baseUrl: 'http://api.invalid'},
		{HTTP_PROXY: 'http://me:secret-password@127.0.0.1:9'},
	);
	assert.equal(error.title, 'The connection was refused');
	assert.ok(!JSON.stringify(error).includes('secret-password'));
});

const serveTls = async () => {
	const server = createServer(
		{key: readFileSync(key), cert: readFileSync(certificate)},
		(request, response) => {
			request.resume();
			response.writeHead(200, {'content-type': 'application/json'}).end(answer);
		},
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
};

test('a certificate of one’s own is refused with a hint, and taken where the hint is followed', async () => {
	await using api = await serveTls();
	const error = await asking({baseUrl: api.url});
	assert.equal(error.title, 'The certificate of the server is not trusted');
	assert.match(error.hint, /--ca FILE/);
	assert.equal((await asking({baseUrl: api.url, ca: certificate})).title, 'message');
	assert.equal((await asking({baseUrl: api.url}, {SSL_CERT_FILE: certificate})).title, 'message');
});

test('a tunnel through a proxy takes the same certificates', async () => {
	await using proxy = await serveProxy();
	await using api = await serveTls();
	const variables = {HTTPS_PROXY: proxy.url};
	assert.equal((await asking({baseUrl: api.url, ca: certificate}, variables)).title, 'message');
	assert.equal(
		(await asking({baseUrl: api.url}, variables)).title,
		'The certificate of the server is not trusted',
	);
	assert.deepEqual(new Set(proxy.asked), new Set([`CONNECT ${new URL(api.url).host}`]));
});

test('a file of certificates that is missing or holds none is named', async () => {
	await using api = await serveTls();
	const missing = await asking({baseUrl: api.url, ca: '/missing/ca.pem'});
	assert.equal(missing.title, 'Cannot read the certificates');
	assert.match(missing.detail ?? '', /\/missing\/ca\.pem/);
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'ca.pem');
	writeFileSync(file, 'no certificate');
	assert.equal(
		(await asking({baseUrl: api.url, ca: file})).title,
		'The certificate of the server is not trusted',
	);
});

test('NODE_EXTRA_CA_CERTS is taken by Node itself, also beside a proxy', async () => {
	await using proxy = await serveProxy();
	await using api = await serveTls();
	const script = `
		import {createClient} from '${new URL('../../source/client/create-client.ts', import.meta.url)}';
		const client = createClient({baseUrl: '${api.url}'});
		console.log((await client.messages.create(${JSON.stringify(ask)})).type);
	`;
	for (const variables of [{}, {HTTPS_PROXY: proxy.url}]) {
		const {stdout} = await promisify(execFile)(
			process.execPath,
			['--import', 'tsx', '--input-type=module', '--eval', script],
			{env: {PATH: process.env.PATH, ANTHROPIC_API_KEY: 'k', NODE_EXTRA_CA_CERTS: certificate, ...variables}},
		);
		assert.equal(stdout, 'message\n');
	}

	assert.equal(proxy.asked.length, 1);
});
