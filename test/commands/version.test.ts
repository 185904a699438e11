import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {version} from '../../source/commands/version.js';

test('the version is that of the package', () => {
	const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
	assert.equal(version, (JSON.parse(text) as {version: string}).version);
});
