import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {requestAsTypeScript} from '../../../source/messages/request-code/request-as-typescript.js';

const url = 'https://api.anthropic.com/v1/messages';

type Call = {
	readonly method: string;
	readonly options: unknown;
	readonly parameters: unknown;
	readonly printed: readonly unknown[];
};

/**
 * Runs the program with a substitute for the SDK's client, and returns what it requested. The program is plain JavaScript except for its
 * import.
 */
async function run(code: string): Promise<Call> {
	const [importLine, ...lines] = code.split('\n');
	assert.equal(importLine, "import Anthropic from '@anthropic-ai/sdk';");
	const calls: Array<{method: string; options: unknown; parameters: unknown}> = [];
	const printed: unknown[] = [];
	const client = (prefix: string, options: unknown) => ({
		create: (parameters: unknown) => {
			calls.push({method: `${prefix}create`, options, parameters});
			return 'a message';
		},
		stream: (parameters: unknown) => {
			calls.push({method: `${prefix}stream`, options, parameters});
			return Object.assign(['an event'], {finalMessage: () => 'the final message'});
		},
	});
	class Anthropic {
		readonly messages: unknown;
		readonly beta: unknown;
		constructor(options: unknown) {
			this.messages = client('messages.', options);
			this.beta = {messages: client('beta.messages.', options)};
		}
	}

	const program = new Function('Anthropic', 'console', `return (async () => {${lines.join('\n')}})()`);
	await program(Anthropic, {log: (value: unknown) => printed.push(value)});
	const [call] = calls;
	assert.ok(call);
	assert.equal(calls.length, 1);
	return {...call, printed};
}

describe('requestAsTypeScript', () => {
	it('streams with the helper of the SDK, without the key and without a needless base URL', () => {
		const messages = [{role: 'user', content: 'Write me a 3 word sentence, without a preamble.'}];
		assert.equal(
			requestAsTypeScript({url, body: {model: 'claude-haiku-4-5', max_tokens: 100, messages, stream: true}}),
			`import Anthropic from '@anthropic-ai/sdk';

// For @anthropic-ai/sdk 1.0 and later. The key comes from the environment: ANTHROPIC_API_KEY.
const client = new Anthropic();

const stream = client.messages.stream({
    model: "claude-haiku-4-5",
    max_tokens: 100,
    messages: [
        {
            role: "user",
            content: "Write me a 3 word sentence, without a preamble.",
        },
    ],
});

for await (const event of stream) {
    console.log(event);
}

console.log(await stream.finalMessage());
`,
		);
	});

	it('creates a message at once when the request did not stream', async () => {
		const call = await run(requestAsTypeScript({url, body: {model: 'm', stream: false}}));
		assert.deepEqual(call, {
			method: 'messages.create',
			options: undefined,
			parameters: {model: 'm'},
			printed: ['a message'],
		});
	});

	it('prints every event and the final message of a stream', async () => {
		const call = await run(requestAsTypeScript({url, body: {model: 'm', stream: true}}));
		assert.equal(call.method, 'messages.stream');
		assert.deepEqual(call.printed, ['an event', 'the final message']);
	});

	it('names a server other than the default, and the beta client if it made the request', async () => {
		const body = {model: 'm', stream: true};
		const local = await run(
			requestAsTypeScript({url: 'http://me:secret@127.0.0.1:8080/proxy/v1/messages?beta=true', body}),
		);
		assert.deepEqual(local.options, {baseURL: 'http://127.0.0.1:8080/proxy'});
		assert.equal(local.method, 'beta.messages.stream');
	});

	it('spreads fields unknown to the SDK’s types, so that it still compiles', () => {
		const code = requestAsTypeScript({url, body: {model: 'm', temperature: 0.5, 'x-y': null}});
		assert.ok(code.includes('    ...{temperature: 0.5, "x-y": null},\n'));
	});

	it('makes the same request, whatever JSON it contains', async () => {
		await fc.assert(
			fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), async (fields, stream) => {
				const body = {...JSON.parse(JSON.stringify(fields)), model: 'm', stream};
				const {parameters} = await run(requestAsTypeScript({url, body}));
				const {stream: _, ...expected} = body;
				assert.deepEqual(parameters, expected);
			}),
		);
	});

	it('keeps a key that would otherwise set the prototype', async () => {
		const body = JSON.parse('{"model":"m","metadata":{"__proto__":{"a":1}},"__proto__":2}');
		const {parameters} = await run(requestAsTypeScript({url, body}));
		assert.equal(JSON.stringify(parameters), JSON.stringify(body));
	});
});
