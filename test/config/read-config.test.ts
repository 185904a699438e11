import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {ConfigError} from '../../source/config/config-error.js';
import {readConfig} from '../../source/config/read-config.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const names = ['model', 'maxTokens', 'theme', 'keys'];

async function read(text: string) {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'config.json');
	writeFileSync(file, text);
	return await readConfig(file, names);
}

async function refusal(text: string): Promise<ConfigError> {
	const error = await read(text).then(
		() => null,
		(reason: unknown) => reason,
	);
	assert.ok(error instanceof ConfigError, `refused: ${text}`);
	return error;
}

test('a config file that is not there has no fields', async () => {
	using folder = temporaryFolder();
	for (const file of ['config.json', 'no/such/folder/config.json']) {
		const config = await readConfig(path.join(folder.path, file), names);
		assert.deepEqual(config, {path: path.join(folder.path, file), isThere: false, fields: {}});
	}
});

test('the fields are read, also behind a byte order mark', async () => {
	const config = await read('\uFEFF{"model": "claude-x", "keys": {}}');
	assert.equal(config.isThere, true);
	assert.deepEqual(config.fields, {model: 'claude-x', keys: {}});
});

test('a file that is not JSON is refused with line and column', async () => {
	const error = await refusal('{\n\t"model": "a",\n}');
	assert.match(error.message, /config\.json is not JSON: line 3, column 1\.$/);
	assert.match(error.hint, /no comma after the last field/);
});

test('JSON that is no object is refused', async () => {
	for (const text of ['[]', '"dark"', 'null', '3']) {
		assert.match((await refusal(text)).message, /is not a JSON object/);
	}
});

test('an unknown field is refused, and the name that was probably meant is told', async () => {
	const error = await refusal('{"max_token": 3}');
	assert.match(error.message, /unknown field "max_token"\.$/);
	assert.equal(error.hint, 'Did you mean "maxTokens"? The fields are model, maxTokens, theme, keys.');
	assert.equal((await refusal('{"retries": 3}')).hint, 'The fields are model, maxTokens, theme, keys.');
});

test('a field for a credential is refused without showing what it holds', async () => {
	for (const name of [
		'apiKey',
		'api_key',
		'ANTHROPIC_API_KEY',
		'authToken',
		'auth-token',
		'token',
		'x-api-key',
		'key',
	]) {
		const error = await refusal(JSON.stringify({[name]: 'shibboleth'}));
		assert.match(error.message, /looks like a credential\. This file .* must not contain one/, name);
		assert.match(error.hint, /ANTHROPIC_API_KEY/);
		assert.doesNotMatch(error.message + error.hint, /shibboleth/);
	}
});

test('a file that cannot be read is an error of its own', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'config.json');
	mkdirSync(file);
	await assert.rejects(
		readConfig(file, names),
		(error: unknown) =>
			error instanceof ConfigError &&
			error.message === 'Cannot read the config file: it is a folder.' &&
			error.cause !== undefined,
	);
});
