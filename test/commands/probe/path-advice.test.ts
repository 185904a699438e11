import assert from 'node:assert/strict';
import {test} from 'node:test';
import {heldBack} from '../../../source/analysis/held-back.js';
import {pathAdvice} from '../../../source/commands/probe/path-advice.js';

const late = heldBack([
	{sentAt: 0, arrivedAt: 900, read: 1},
	{sentAt: 900, arrivedAt: 900, read: 1},
]);
const fine = heldBack([
	{sentAt: 0, arrivedAt: 1, read: 1},
	{sentAt: 900, arrivedAt: 901, read: 2},
]);

test('the headers of a path that holds back lead to the setting that usually mends it', () => {
	const words = (headers: Record<string, string>) => pathAdvice(late, new Headers(headers)) ?? '';
	assert.match(words({server: 'nginx/1.22.1'}), /proxy_buffering off/);
	assert.match(words({server: 'nginx', 'content-encoding': 'gzip'}), /gzip off/);
	assert.match(words({server: 'cloudflare'}), /no-transform/);
	assert.match(words({'content-encoding': 'br'}), /flush after each event/);
	assert.match(words({'content-length': '99'}), /read it whole/);
	assert.match(words({}), /do not say what is on the way/);
});

test('a path that passes streams on needs no advice', () => {
	assert.equal(pathAdvice(fine, new Headers({server: 'nginx'})), null);
});
