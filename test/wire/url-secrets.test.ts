import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isLoopback, withoutUrlSecrets} from '../../source/wire/url-secrets.js';

for (const [address, shown] of [
	['https://api.example.com/v1', 'https://api.example.com/v1'],
	['https://me:pass@api.example.com', 'https://…@api.example.com'],
	['https://token@api.example.com', 'https://…@api.example.com'],
	['https://me:p@ss@api.example.com/a', 'https://…@api.example.com/a'],
	['https://me:p/ss@api.example.com/a', 'https://…@api.example.com/a'],
	['me:pass@api.example.com', '…@api.example.com'],
	['//me:pass@api.example.com', '//…@api.example.com'],
	['https://api.example.com/?key=pass&beta=b#token=pass', 'https://api.example.com/?key=…&beta=…#token=…'],
	['api.example.com?pass', 'api.example.com?…'],
	['https://api.example.com#pass', 'https://api.example.com#…'],
	['recording.ndjson', 'recording.ndjson'],
] as const) {
	test(`${address} is shown as ${shown}`, () => {
		assert.equal(withoutUrlSecrets(address), shown);
	});
}

test('this machine has names and numbers', () => {
	const hosts = [
		'localhost',
		'a.localhost',
		'127.0.0.1',
		'127.1',
		'[::1]',
		'[::ffff:127.0.0.1]',
		'0x7f000001',
	];
	assert.deepEqual(
		hosts.filter(host => !isLoopback(new URL(`http://${host}`).hostname)),
		[],
	);
	const others = [
		'10.0.0.1',
		'example.com',
		'localhost.example.com',
		'127.0.0.1.example.com',
		'[::ffff:10.0.0.1]',
		'[::2]',
	];
	assert.deepEqual(
		others.filter(host => isLoopback(new URL(`http://${host}`).hostname)),
		[],
	);
});
