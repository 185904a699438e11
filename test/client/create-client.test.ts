import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {type ClientOptions, createClient, hasCredential} from '../../source/client/create-client.js';
import type {Environment} from '../helpers/clean-environment.js';
import {inEnvironment} from '../helpers/in-environment.js';

/** What the client would send with its next request. */
const requestOf = async (options: ClientOptions) => {
	let sent: {url: string; headers: Headers} | undefined;
	const client = createClient({
		...options,
		async fetch(url, init) {
			sent = {url: String(url), headers: new Headers(init?.headers)};
			return Response.json({data: [], has_more: false});
		},
	});
	await client.models.list();
	assert.ok(sent);
	return sent;
};

const credentials: ReadonlyArray<readonly [variables: Environment, found: boolean]> = [
	[{}, false],
	[{ANTHROPIC_API_KEY: 'key'}, true],
	[{ANTHROPIC_AUTH_TOKEN: 'token'}, true],
	[{ANTHROPIC_API_KEY: 'key', ANTHROPIC_AUTH_TOKEN: 'token'}, true],
	[{ANTHROPIC_API_KEY: ''}, false],
	[{ANTHROPIC_BASE_URL: 'http://127.0.0.1:1'}, false],
	[{ANTHROPIC_PROFILE: 'missing'}, false],
];

for (const [variables, found] of credentials) {
	const names = Object.entries(variables).map(([name, value]) => `${name}="${value}"`);
	test(`${names.join(' and ') || 'an empty environment'} ${found ? 'is' : 'is no'} credential`, async () => {
		assert.equal(await inEnvironment(variables, () => hasCredential(createClient({}))), found);
	});
}

test('a profile in the SDK’s config folder is a credential', async () => {
	const found = await inEnvironment({}, async home => {
		const folder = path.join(home, 'config', 'anthropic');
		mkdirSync(path.join(folder, 'configs'), {recursive: true});
		mkdirSync(path.join(folder, 'credentials'));
		writeFileSync(
			path.join(folder, 'configs', 'default.json'),
			JSON.stringify({version: '1.0', authentication: {type: 'user_oauth'}}),
		);
		writeFileSync(
			path.join(folder, 'credentials', 'default.json'),
			JSON.stringify({version: '1.0', type: 'oauth_token', access_token: 'token', expires_at: 4_000_000_000}),
			{mode: 0o600},
		);
		return hasCredential(createClient({}));
	});
	assert.equal(found, true);
});

test('looking for a credential sends nothing', async () => {
	let requests = 0;
	await inEnvironment({ANTHROPIC_API_KEY: 'key'}, () =>
		hasCredential(
			createClient({
				async fetch() {
					requests++;
					return new Response('{}');
				},
			}),
		),
	);
	assert.equal(requests, 0);
});

test('the demo never sees a credential, and nothing of the environment leads elsewhere', async () => {
	const variables = {
		ANTHROPIC_API_KEY: 'secret-key',
		ANTHROPIC_AUTH_TOKEN: 'secret-token',
		ANTHROPIC_BASE_URL: 'http://127.0.0.1:1',
	};
	const {url, headers} = await inEnvironment(variables, () =>
		requestOf({demo: {url: 'http://127.0.0.1:2'}, baseUrl: 'http://127.0.0.1:3'}),
	);
	assert.match(url, /^http:\/\/127\.0\.0\.1:2\/v1\/models/);
	assert.ok(![...headers.values()].some(value => value.includes('secret')));
});

for (const [key, authorization] of [
	[null, null],
	['key-of-the-gateway', 'Bearer key-of-the-gateway'],
] as const) {
	test(`another address gets ${key === null ? 'no key' : 'its own key'}, and nothing that is meant for the API`, async () => {
		const variables = {
			ANTHROPIC_API_KEY: 'secret-key',
			ANTHROPIC_AUTH_TOKEN: 'secret-token',
			ANTHROPIC_BASE_URL: 'http://127.0.0.1:1',
			ANTHROPIC_CUSTOM_HEADERS: 'Authorization: Bearer secret-header\nX-Team: secret-team',
		};
		const {url, headers} = await inEnvironment(variables, () =>
			requestOf({other: {url: 'http://127.0.0.1:2', key}, baseUrl: 'http://127.0.0.1:3'}),
		);
		assert.match(url, /^http:\/\/127\.0\.0\.1:2\/v1\/models/);
		assert.equal(headers.get('authorization'), authorization);
		assert.deepEqual(
			[...headers.values()].filter(value => value.includes('secret')),
			[],
		);
	});
}

test('the address is that of the option, else of the environment, else the API’s own', async () => {
	const key = {ANTHROPIC_API_KEY: 'key'};
	const environment = {...key, ANTHROPIC_BASE_URL: 'http://127.0.0.1:1'};
	const option = await inEnvironment(environment, () => requestOf({baseUrl: 'http://127.0.0.1:3'}));
	assert.equal(new URL(option.url).port, '3');
	const fromEnvironment = await inEnvironment(environment, () => requestOf({}));
	assert.equal(new URL(fromEnvironment.url).port, '1');
	const own = await inEnvironment(key, () => requestOf({}));
	assert.equal(new URL(own.url).host, 'api.anthropic.com');
});

test('a client without a credential is made all the same', async () => {
	await inEnvironment({}, async () => {
		assert.doesNotThrow(() => createClient({}));
	});
});
