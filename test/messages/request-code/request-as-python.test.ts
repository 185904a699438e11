import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {requestAsPython} from '../../../source/messages/request-code/request-as-python.js';
import {neededProgram} from '../../helpers/needed-program.js';

const url = 'https://api.anthropic.com/v1/messages';
const python = neededProgram('python3');

/** Parses each program with Python itself and prints the call it makes and the literals it passes. */
const reader = `
import ast, json, sys
for program in json.load(sys.stdin):
    calls = [node for node in ast.walk(ast.parse(program)) if isinstance(node, ast.Call)]
    [call] = [node for node in calls if ast.unparse(node.func).startswith("client.")]
    arguments = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords}
    print(json.dumps([ast.unparse(call.func), arguments]))
`;

type Call = readonly [method: string, parameters: Readonly<Record<string, unknown>>];

function readCalls(programs: readonly string[]): readonly Call[] {
	const {stdout, stderr} = spawnSync(python.file, ['-c', reader], {
		input: JSON.stringify(programs),
		encoding: 'utf8',
		maxBuffer: 1e8,
	});
	assert.equal(stderr, '');
	return stdout
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Call);
}

describe('requestAsPython', () => {
	it('streams with the helper of the SDK, without the key and without a needless base URL', () => {
		const messages = [{role: 'user', content: 'Cats?'}];
		const thinking = {type: 'enabled', budget_tokens: 1024, visible: true, note: null};
		assert.equal(
			requestAsPython({
				url,
				body: {model: 'claude-haiku-4-5', messages, stream: true, thinking, speed: 'fast'},
			}),
			`import anthropic

# For anthropic 2.0 and later. The key comes from the environment: ANTHROPIC_API_KEY.
client = anthropic.Anthropic()

with client.messages.stream(
    model="claude-haiku-4-5",
    messages=[{"role": "user", "content": "Cats?"}],
    thinking={
        "type": "enabled",
        "budget_tokens": 1024,
        "visible": True,
        "note": None,
    },
    extra_body={"speed": "fast"},
) as stream:
    for event in stream:
        print(event)
    print(stream.get_final_message())
`,
		);
	});

	it('creates a message at once when the request did not stream', () => {
		const code = requestAsPython({url: 'http://127.0.0.1:8080/v1/messages', body: {model: 'm'}});
		assert.ok(code.includes('client = anthropic.Anthropic(base_url="http://127.0.0.1:8080")\n'));
		assert.ok(code.includes('message = client.messages.create(\n    model="m",\n)\n'));
	});

	it('makes the same request, as parsed by Python', {skip: python.skip}, () => {
		const bodies = fc.sample(
			fc.tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), fc.boolean()),
			200,
		);
		const requests = bodies.map(([others, messages, stream]) =>
			JSON.parse(JSON.stringify({...others, model: 'it\'s "one"\\', messages, stream})),
		);
		const calls = readCalls(requests.map(body => requestAsPython({url, body})));
		assert.deepEqual(
			calls.map(([method, {extra_body: others = {}, ...known}]) => ({
				method,
				parameters: {...known, ...Object(others)},
			})),
			requests.map(({stream, ...parameters}) => ({
				method: stream ? 'client.messages.stream' : 'client.messages.create',
				parameters,
			})),
		);
	});
});
