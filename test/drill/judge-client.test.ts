import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {DrillCase, Expectation} from '../../source/drill/drill-case.js';
import {judgeClient} from '../../source/drill/judge-client.js';
import type {Observation, SeenRequest} from '../../source/drill/observation.js';

const answer = 'heron01 otter02 maple03';

const request = (seen: Partial<SeenRequest> = {}): SeenRequest => ({
	at: 10,
	status: 200,
	text: answer,
	outputTokens: [],
	endedAt: 500,
	endedBy: 'server',
	...seen,
});

const client = (seen: Partial<Observation> = {}): Observation => ({
	end: {kind: 'exit', code: 0},
	duration: 600,
	stdout: `${answer}\n`,
	stderr: '',
	requests: [request()],
	...seen,
});

const drillCase = (expects: Partial<Expectation> = {}): DrillCase => ({
	name: 'a-case',
	summary: 'A good client prints the answer.',
	expects: {text: 'whole', end: 'success', requests: [1, 1], overtime: 'bad', ...expects},
});

const cut = drillCase({text: 'partial', end: 'failure', reason: /connection|cut/i, requests: [1, 3]});

const judged = (seen: Observation, asked: DrillCase) => {
	const {level, judgements} = judgeClient(seen, asked);
	return [level, ...judgements.map(({words}) => words)];
};

describe('a client of which nothing was asked but an answer', () => {
	test('is good if it printed the answer once', () => {
		assert.deepEqual(judged(client(), drillCase()), ['good', 'finished in 0.6 s', 'whole text']);
	});

	test('is bad if a word is missing', () => {
		assert.deepEqual(judged(client({stdout: 'heron01 maple03'}), drillCase()), [
			'bad',
			'finished in 0.6 s',
			'lost output: 1 of 3 words',
		]);
	});

	test('is bad if it printed words twice, also after a second request', () => {
		const requests = [request({text: 'heron01 otter02'}), request({at: 900})];
		const seen = client({stdout: `heron01 otter02 ${answer}`, requests});
		assert.deepEqual(judged(seen, drillCase({requests: [1, 2]})), [
			'bad',
			'finished in 0.6 s',
			'repeated output: 2 words more than once',
			'tried again after 0.4 s',
		]);
	});

	test('may print a word as often as the server sent it', () => {
		const doubled = 'heron01 heron01 otter02';
		assert.equal(
			judged(client({stdout: doubled, requests: [request({text: doubled})]}), drillCase())[0],
			'good',
		);
	});

	test('must print an answer of other words too, which it may say again', () => {
		const requests = [request({text: 'Hello, *class*! Olá.'})];
		const last = (stdout: string) => judged(client({stdout, requests}), drillCase()).at(-1);
		assert.equal(last('Hello class: Hello, class! Olá.'), 'whole text');
		assert.equal(last('Hello'), 'lost output: 2 of 3 words');
		assert.deepEqual(judged(client({stdout: '', requests: [request({text: ' —'})]}), drillCase())[0], 'good');
	});

	test('is bad if it fails although the answer was whole', () => {
		assert.equal(
			judged(client({end: {kind: 'exit', code: 3}}), drillCase())[1],
			'failed with exit code 3, though the answer was whole',
		);
	});
});

describe('a client whose connection was cut', () => {
	const half = [request({text: 'heron01 otter02'})];

	test('is good if it kept the text, said why and ended with an error', () => {
		const seen = client({
			end: {kind: 'exit', code: 1},
			stdout: 'heron01 otter02',
			stderr: 'The connection was cut off.',
			requests: half,
		});
		assert.deepEqual(judged(seen, cut), ['good', 'finished in 0.6 s', 'kept 2 words', 'said why']);
	});

	test('is bad if it calls that a success', () => {
		const seen = client({stdout: 'heron01 otter02', requests: half});
		assert.deepEqual(judged(seen, cut), ['bad', 'called it a success', 'kept 2 words', 'said nothing']);
	});

	test('is weak if the text is gone, or the reason', () => {
		const seen = client({end: {kind: 'exit', code: 1}, stdout: '', stderr: 'Oops', requests: half});
		assert.deepEqual(judged(seen, cut), [
			'weak',
			'finished in 0.6 s',
			'kept 0 of 2 words that had come',
			'said that it failed, but not why',
		]);
	});

	test('is bad if it hangs, if a signal ends it, and if it ends with a stack trace that does not say why', () => {
		const words = (['overtime', 'signal', 'trace'] as const).map(kind =>
			kind === 'trace'
				? judged(
						client({
							end: {kind: 'exit', code: 1},
							stderr: 'Traceback (most recent call last):\nKeyError: 1',
							requests: half,
						}),
						cut,
					)[1]
				: judged(
						client({
							end: kind === 'signal' ? {kind, signal: 'SIGSEGV'} : {kind, limit: 20_000},
							requests: half,
						}),
						cut,
					)[1],
		);
		assert.deepEqual(words, [
			'hung: was still running after 20.0 s',
			'crashed: ended by SIGSEGV',
			'crashed: ended with a stack trace',
		]);
	});
});

describe('a client that was refused', () => {
	const refused = drillCase({requests: [2, 5], waitMs: 1000});
	const refusal = request({status: 429, text: '', endedAt: 20});

	test('is good if it waits as long as the server asked, and asks again', () => {
		const seen = client({requests: [refusal, request({at: 1030})]});
		assert.deepEqual(judged(seen, refused), [
			'good',
			'finished in 0.6 s',
			'whole text',
			'tried again after 1.0 s',
		]);
	});

	test('is bad if it comes back sooner, or again and again', () => {
		const sooner = client({requests: [refusal, request({at: 220})]});
		assert.equal(judged(sooner, refused).at(-1), 'tried again after 0.2 s; the server asked for 1.0 s');
		const often = client({requests: Array.from({length: 9}, () => refusal)});
		assert.equal(judged(often, refused).at(-1), 'sent 9 requests where at most 5 are right');
	});

	test('is weak if it gives up at once, and bad if it never asked', () => {
		const seen = client({
			end: {kind: 'exit', code: 1},
			stdout: '',
			stderr: 'rate limit',
			requests: [refusal],
		});
		assert.equal(judged(seen, {...refused, expects: {...refused.expects, end: 'either'}})[0], 'weak');
		assert.equal(
			judged(client({stdout: '', requests: []}), refused).at(-1),
			'sent no request: is the base URL set?',
		);
	});
});

test('a client that sent no request is judged by that alone, with what it said about it', () => {
	const words = (stderr: string, end: Observation['end'] = {kind: 'exit', code: 2}) =>
		judged(client({end, stdout: '', stderr, requests: []}), drillCase());
	assert.deepEqual(words(' \n'), ['bad', 'sent no request: is the base URL set?']);
	assert.deepEqual(words("python3: can't open file 'a.py'\n"), [
		'bad',
		"sent no request: python3: can't open file 'a.py'",
	]);
	assert.deepEqual(
		words(
			"node:internal:1\n  throw err;\n\nError: Cannot find module '/a.js'\n    at b (c.js:1:2)\n\nNode.js v24\n",
		),
		['bad', "sent no request: Error: Cannot find module '/a.js'"],
	);
	assert.deepEqual(words('Usage: client\u001b[2J FILE'), ['bad', 'sent no request: Usage: client␛[2J FILE']);
	assert.equal(words('x'.repeat(5000))[1]?.length, 217);
	assert.deepEqual(words('', {kind: 'overtime', limit: 5000}), [
		'bad',
		'hung: was still running after 5.0 s',
		'sent no request: is the base URL set?',
	]);
});

describe('the token counts of a client', () => {
	const requests = [request({outputTokens: [1, 41, 89, 137]})];
	const words = (seen: Partial<Observation>) => judged(client({requests, ...seen}), drillCase());

	test('are judged only if it prints them', () => {
		assert.deepEqual(words({}), ['good', 'finished in 0.6 s', 'whole text']);
		assert.equal(words({stdout: `${answer}\ntokens: 137`}).at(-1), 'counted 137 tokens');
	});

	test('are no sum if only one count came', () => {
		const once = [request({outputTokens: [3]})];
		assert.equal(words({requests: once, stderr: 'unexpected token at position 0'})[0], 'good');
	});

	test('are wrong if cumulative counts were added up, with or without the first one', () => {
		assert.equal(words({stderr: 'usage: 268'}).at(-1), 'counted tokens twice: 268 in place of 137');
		assert.equal(words({stderr: 'usage: 267'})[0], 'bad');
	});
});

test('a client that never gives up hangs, unless the case leaves it the time', () => {
	const seen = client({end: {kind: 'overtime', limit: 20_000}, stdout: '', requests: [request({text: ''})]});
	assert.equal(judged(seen, drillCase({text: 'none', end: 'failure'}))[0], 'bad');
	assert.deepEqual(judged(seen, drillCase({text: 'none', end: 'failure', overtime: 'weak'})), [
		'weak',
		'had not given up after 20.0 s',
	]);
});
