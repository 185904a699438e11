import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {requestAsCurl} from '../../../source/messages/request-code/request-as-curl.js';
import {neededProgram} from '../../helpers/needed-program.js';

const url = 'https://api.anthropic.com/v1/messages';
const bash = neededProgram('bash');

/** Runs the command with a `curl` that prints its arguments, each ended by NUL, and then its standard input. */
function runs(commands: readonly string[]): ReadonlyArray<{args: readonly string[]; input: string}> {
	const script = [
		`curl() { printf '%s\\0' "$@"; case "$*" in *'--data-binary @-'*) cat;; esac; printf '\\0\\0'; }`,
		...commands,
		'',
	].join('\n');
	const {stdout, stderr, status} = spawnSync(bash.file, ['-s'], {
		input: script,
		encoding: 'utf8',
		maxBuffer: 1e8,
		env: {ANTHROPIC_API_KEY: 'the-key'},
	});
	assert.equal(stderr, '');
	assert.equal(status, 0);
	return stdout
		.split('\0\0')
		.slice(0, -1)
		.map(output => output.split('\0'))
		.map(parts => {
			const isPiped = parts.includes('--data-binary');
			return {args: isPiped ? parts.slice(0, -1) : parts, input: isPiped ? (parts.at(-1) ?? '') : ''};
		});
}

/** The arguments that a shell passes to `curl`. */
function run(command: string) {
	const [first] = runs([command]);
	assert.ok(first);
	return first;
}

describe('requestAsCurl', {skip: bash.skip}, () => {
	it('contains only the name of the key, which the shell fills in', () => {
		const command = requestAsCurl({url, body: {model: 'claude-haiku-4-5', max_tokens: 10}});
		assert.ok(command.includes('"authorization: Bearer $ANTHROPIC_API_KEY"'));
		assert.deepEqual(run(command).args.slice(0, -1), [
			'-N',
			url,
			'-H',
			'authorization: Bearer the-key',
			'-H',
			'anthropic-version: 2026-10-21',
			'-H',
			'content-type: application/json',
			'-d',
		]);
	});

	it('is easy to read', () => {
		assert.equal(
			requestAsCurl({url, body: {model: 'claude-haiku-4-5', stream: true}}),
			[
				'curl -N https://api.anthropic.com/v1/messages \\',
				'  -H "authorization: Bearer $ANTHROPIC_API_KEY" \\',
				"  -H 'anthropic-version: 2026-10-21' \\",
				"  -H 'content-type: application/json' \\",
				"  -d '{",
				'  "model": "claude-haiku-4-5",',
				'  "stream": true',
				"}'",
			].join('\n'),
		);
	});

	it('keeps quotes, newlines, dollars, backslashes and backticks of the prompt', () => {
		const body = {content: `It's "so": $HOME \`id\` \\ !! \n\t'' 'x' \u{1f980} $(id) %s\u0000\u202e`};
		assert.deepEqual(JSON.parse(run(requestAsCurl({url, body})).args.at(-1) ?? ''), body);
	});

	it('passes any JSON through a real shell unchanged', () => {
		const bodies = fc.sample(fc.jsonValue(), 300);
		const received = runs(bodies.map(body => requestAsCurl({url, body})));
		assert.deepEqual(
			received.map(({args}) => JSON.stringify(JSON.parse(args.at(-1) ?? ''))),
			bodies.map(body => JSON.stringify(body)),
		);
	});

	it('sends a body through standard input when it is too long for an argument', () => {
		const body = {content: `it's\nEND\n${'long '.repeat(27_000)}`};
		const {args, input} = run(requestAsCurl({url, body}));
		assert.equal(args.at(-1), '@-');
		assert.deepEqual(JSON.parse(input), body);
	});

	it('quotes a URL that the shell would change, and removes a password from it', () => {
		const command = requestAsCurl({
			url: "http://me:secret@127.0.0.1:8080/v1/messages?beta=true&x='",
			body: {},
		});
		assert.ok(!command.includes('secret'));
		assert.equal(run(command).args[1], "http://127.0.0.1:8080/v1/messages?beta=true&x='");
	});

	it('shows invisible characters by number, so that what is shown is what is copied', () => {
		const command = requestAsCurl({url, body: 'a\u009b\u202e\u200b\u00ad\u2028\ufeffz'});
		assert.ok(command.includes(String.raw`"a\u009b\u202e\u200b\u00ad\u2028\ufeffz"`));
	});
});
