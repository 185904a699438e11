import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {tapOptions} from '../../../source/commands/tap/tap-options.js';
import {tapVariables} from '../../../source/commands/tap/tap-variables.js';

describe('the options of tap', () => {
	test('take the upstream from the flag, then from the environment, then the API', () => {
		const environment = {ANTHROPIC_BASE_URL: 'http://gateway.test/a'};
		assert.equal(tapOptions({upstream: 'https://x.test'}, environment).upstream.href, 'https://x.test/');
		assert.equal(tapOptions({}, environment).upstream.href, 'http://gateway.test/a');
		assert.equal(tapOptions({}, {}).upstream.href, 'https://api.anthropic.com/');
	});

	test('put a token into the path where others can reach the proxy', () => {
		for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1']) {
			assert.equal(tapOptions({host}, {}).token, null, host);
		}

		const tokens = ['0.0.0.0', '::', '192.168.0.2'].map(host => tapOptions({host}, {}).token);
		assert.ok(tokens.every(token => /^[0-9a-f]{32}$/.test(token ?? '')));
		assert.equal(new Set(tokens).size, tokens.length);
	});

	test('refuse what cannot work, with the reason', () => {
		assert.throws(() => tapOptions({upstream: 'ftp://x.test'}, {}), /--upstream takes an address/);
		assert.throws(() => tapOptions({port: '70000'}, {}), /--port takes a number/);
		assert.throws(() => tapOptions({env: ['A-B']}, {}), /--env takes the name/);
		assert.throws(
			() => tapOptions({port: '8788', upstream: 'http://localhost:8788'}, {}),
			/would be this proxy itself/,
		);
	});
});

describe('what is altered', () => {
	const alter = (flags: Parameters<typeof tapOptions>[0]) => tapOptions(flags, {}).alter;

	test('is nothing unless it was asked for', () => {
		assert.equal(alter({}), null);
	});

	test('is what the flags say, in their order, and holds come last', () => {
		const altered = alter({alter: ['drop type:ping', 'delay 1s type:x'], hold: 'type:y', holdFor: '2s'});
		assert.deepEqual(
			altered?.alterations.map(({does}) => does),
			['drop', 'delay', 'hold'],
		);
		assert.deepEqual([altered?.holdsAtBreakpoint, altered?.limit], [false, 2000]);
		const atBreakpoint = alter({hold: true});
		assert.deepEqual(atBreakpoint, {alterations: [], holdsAtBreakpoint: true, limit: null});
	});

	test('is refused where it cannot be read, or has nothing to do', () => {
		assert.throws(() => alter({alter: ['lose it']}), /--alter cannot read "lose it"/);
		assert.throws(() => alter({hold: 'exchange:x'}), /--hold cannot read "exchange:x"/);
		assert.throws(() => alter({hold: 'sdk:dropped'}), /--hold cannot read/);
		assert.throws(() => alter({holdFor: '2s'}), /--hold-for has nothing to hold/);
		assert.throws(() => alter({hold: 'type:x', holdFor: 'soon'}), /--hold-for takes a time/);
	});
});

test('a client finds the address in the variable of its SDK, with the path that it expects', () => {
	const of = (upstream: string, named: readonly string[] = []) =>
		tapVariables('http://tap', new URL(upstream), named).map(({name, value}) => `${name}=${value}`);
	assert.deepEqual(of('https://api.anthropic.com'), ['ANTHROPIC_BASE_URL=http://tap']);
	assert.deepEqual(of('https://api.openai.com'), ['OPENAI_BASE_URL=http://tap/v1']);
	assert.deepEqual(of('https://api.openai.com/v1'), ['OPENAI_BASE_URL=http://tap']);
	assert.deepEqual(of('http://127.0.0.1:11434'), ['OLLAMA_HOST=http://tap']);
	assert.deepEqual(of('https://api.openai.com', ['A', 'B']), ['A=http://tap', 'B=http://tap']);
});
