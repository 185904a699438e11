import assert from 'node:assert/strict';
import {test} from 'node:test';
import {otherAddress} from '../../../source/commands/compare/other-address.js';
import {UsageError} from '../../../source/commands/usage-error.js';

const env = {GATEWAY_KEY: 'key-of-the-gateway', EMPTY: ''};

test('what does not begin with http is the name of a file', () => {
	assert.equal(otherAddress('old.ndjson', undefined, env), null);
	assert.equal(otherAddress('gateway.example.com', undefined, env), null);
});

test('an address gets the key that is named for it, or none', () => {
	const url = 'https://gateway.example.com/team';
	assert.deepEqual(otherAddress(url, undefined, env), {url, key: null});
	assert.deepEqual(otherAddress(url, 'GATEWAY_KEY', env), {url, key: 'key-of-the-gateway'});
});

for (const url of [
	'http://localhost:8080',
	'http://127.0.0.1',
	'http://127.9.9.9/v',
	'http://[::1]:80',
	'HTTP://LOCALHOST',
]) {
	test(`${url} is this machine, so the key goes there without encryption`, () => {
		assert.deepEqual(otherAddress(url, 'GATEWAY_KEY', env), {url, key: 'key-of-the-gateway'});
	});
}

for (const [against, keyEnv] of [
	['http://gateway.example.com', 'GATEWAY_KEY'],
	['http://localhost.example.com', 'GATEWAY_KEY'],
	['http://127.0.0.1.example.com', 'GATEWAY_KEY'],
	['http://10.0.0.1', 'GATEWAY_KEY'],
	['https://gateway.example.com', 'EMPTY'],
	['https://gateway.example.com', 'MISSING'],
	['https://gateway.example.com', 'constructor'],
	['old.ndjson', 'GATEWAY_KEY'],
	['https://me:pa55word@gateway.example.com', undefined],
	['https://pa55word@gateway.example.com', 'GATEWAY_KEY'],
	['https://gateway.example.com?key=pa55word', undefined],
	['https://gateway.example.com#pa55word', undefined],
	['https://me:pa55word@:', undefined],
	['me:pa55word@gateway.example.com', undefined],
	['//me:pa55word@gateway.example.com', undefined],
	['gateway.example.com:80?key=pa55word', undefined],
] as const) {
	test(`${against} with ${keyEnv ?? 'no key'} is refused, and no credential is said`, () => {
		assert.throws(
			() => otherAddress(against, keyEnv, env),
			error => error instanceof UsageError && !/pa55word|key-of-the/.test(`${error.message} ${error.hint}`),
		);
	});
}
