import assert from 'node:assert/strict';
import {test} from 'node:test';
import {options} from '../../source/commands/options.js';
import {requestClient, requestSettings} from '../../source/commands/request-options.js';
import {resolveOptions, type Settings} from '../../source/config/resolve-options.js';

const resolve = (given: Partial<Settings>) =>
	resolveOptions(options, {
		flags: {},
		env: {},
		file: {path: '/c/config.json', isThere: false, fields: {}},
		...given,
	});

test('a request has what the options say, and leaves the rest to the API', () => {
	assert.deepEqual(
		requestSettings(
			resolve({
				flags: {
					thinking: '2000',
					effort: 'low',
					set: ['temperature=0.5', 'system="Be brief."'],
					beta: ['a-1', 'b-2'],
				},
			}).values,
		),
		{
			model: 'claude-haiku-5-5',
			maxTokens: 4096,
			system: 'Be brief.',
			thinking: 2000,
			effort: 'low',
			stopSequences: undefined,
			tools: undefined,
			set: [{path: 'temperature', value: 0.5}],
			betas: ['a-1', 'b-2'],
		},
	);
});

test('a time-out is in seconds for people and in milliseconds for the client', () => {
	assert.deepEqual(requestClient(resolve({flags: {timeout: '1.5'}})), {timeout: 1500});
});

test('an address of a flag or the file goes to the client, one of the environment is the SDK’s', () => {
	const address = 'http://127.0.0.1:9/v1';
	assert.deepEqual(requestClient(resolve({flags: {baseUrl: address}})), {baseUrl: address});
	assert.deepEqual(requestClient(resolve({env: {ANTHROPIC_BASE_URL: address}})), {});
	assert.deepEqual(requestClient(resolve({})), {});
});
