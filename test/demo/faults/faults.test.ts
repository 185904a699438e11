import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {describe, test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {startDemoServer} from '../../../source/demo/demo-server.js';
import type {ChosenFault} from '../../../source/demo/faults/fault.js';
import {faultRules} from '../../../source/demo/faults/fault-rules.js';
import {parseFaults} from '../../../source/demo/faults/parse-faults.js';
import {createJournal} from '../../../source/demo/journal.js';
import {ask, post, readWhatComes} from '../demo-client.js';

const headers = {'x-api-key': 'demo', 'anthropic-version': '2023-06-01'};
const question = {...ask('Write me a 3 word sentence, without a preamble.'), stream: true};

/** What a request with the faults gets: the status, the body as far as it comes, and whether it came to its end. */
async function fetched(faults: string, body: object = question) {
	const server = await startDemoServer({scenario: 'chat', speed: 'max', seed: 7});
	try {
		const response = await post(server.url, body, {headers: {...headers, 'x-streamscope-fault': faults}});
		return {response, ...(await readWhatComes(response))};
	} finally {
		await server.close();
	}
}

const names = (text: string) => [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name);

const plain = (await fetched('')).text;

describe('a fault that a request names', () => {
	test('cuts the stream after whole events, or inside one', async () => {
		const after = await fetched('cut-after=4');
		assert.equal(after.isWhole, false);
		assert.equal(names(after.text).length, 4);
		assert.ok(plain.startsWith(after.text) && after.text.endsWith('\n\n'));
		const inside = await fetched('cut-inside=4');
		assert.equal(inside.isWhole, false);
		assert.ok(plain.startsWith(inside.text) && inside.text.length < after.text.length);
	});

	test('ends the response as if it were whole, so that only the events tell', async () => {
		const {isWhole, text} = await fetched('ends-after=4');
		assert.deepEqual([isWhole, names(text).length], [true, 4]);
	});

	test('changes which events come', async () => {
		const seen = async (fault: string) => names((await fetched(fault)).text);
		assert.deepEqual(await seen('error-first'), ['error']);
		assert.equal((await seen('error-after=1')).at(-1), 'error');
		assert.equal((await seen('no-message-stop')).includes('message_stop'), false);
		assert.equal((await seen('no-message-start')).includes('message_start'), false);
		assert.equal((await seen('double=1')).length, names(plain).length + 1);
		assert.equal((await seen('drop=1')).length, names(plain).length - 1);
		assert.ok((await seen('unknown-event')).includes('message_annotation'));
		assert.equal((await seen('usage-steps=3')).filter(name => name === 'message_delta').length, 3);
		assert.deepEqual(await seen('no-names'), []);
	});

	test('changes how events are written', async () => {
		assert.equal((await fetched('crlf')).text, plain.replaceAll('\n', '\r\n'));
		assert.equal((await fetched('no-last-blank-line')).text, plain.slice(0, -1));
		assert.match((await fetched('comments')).text, /^: keep-alive\n\nevent: message_start\n/);
		assert.match((await fetched('no-space')).text, /^event:message_start\ndata:\{/);
	});

	test('leaves the bytes as they were where it only changes when and how they come', async () => {
		for (const fault of [
			'drip',
			'drip=7',
			'one-read',
			'split-characters',
			'gzip',
			'slow-headers=1s, silence=2s',
			'wrong-type',
		]) {
			const {text, isWhole, response} = await fetched(fault);
			assert.deepEqual([text === plain, isWhole], [true, true], fault);
			assert.equal(response.headers.get('content-encoding'), fault === 'gzip' ? 'gzip' : null);
		}
	});

	test('can be joined with others, each at its own stage', async () => {
		const {text, isWhole} = await fetched('unknown-event, crlf, drip=3, cut-after=5');
		assert.equal(isWhole, false);
		assert.equal(text.split('\r\n\r\n').length, 6);
	});

	test('also breaks an answer that is not streamed', async () => {
		const whole = {...question, stream: false};
		const {text} = await fetched('', whole);
		assert.equal((await fetched('empty', whole)).text, '');
		for (const [fault, isWhole] of [
			['cut-after=12', false],
			['cut-inside', false],
			['reset=1', false],
			['ends-after', true],
		] as const) {
			const cut = await fetched(fault, whole);
			assert.deepEqual([cut.isWhole, cut.response.status], [isWhole, 200], fault);
			assert.ok(text.startsWith(cut.text) && cut.text.length < text.length * 0.6, fault);
		}

		assert.equal((await fetched('529', whole)).response.status, 529);
		for (const fault of ['error-first', 'error-after=3']) {
			const {response, text} = await fetched(fault, whole);
			assert.equal(response.status, 529, fault);
			assert.match(text, /"type":"overloaded_error"/);
		}

		const malformed = await fetched('malformed', whole);
		assert.equal(malformed.isWhole, true);
		assert.throws(() => JSON.parse(malformed.text), SyntaxError);
		assert.equal((await fetched('unknown-event, crlf', whole)).text.length, text.length);
	});

	test('refuses with the headers of the API', async () => {
		const seen = async (fault: string) => {
			const {headers} = (await fetched(fault)).response;
			return ['x-should-retry', 'retry-after', 'anthropic-ratelimit-requests-remaining'].map(name =>
				headers.get(name),
			);
		};
		assert.deepEqual(await seen('429'), ['true', '0.01', '0']);
		assert.deepEqual(await seen('529'), ['true', null, null]);
		assert.deepEqual(await seen('401'), ['false', null, null]);
		assert.deepEqual(await seen('502-page'), [null, null, null]);
	});

	test('that does not exist is an error of the API, with the name that was meant', async () => {
		const {response, text} = await fetched('cut-aftr=4');
		assert.equal(response.status, 400);
		assert.match(text, /There is no fault \\"cut-aftr\\"\. Did you mean cut-after\?/);
	});
});

test('refusals that pass are over after as many equal requests, and the SDK then gets its answer', async () => {
	const journal = createJournal({limit: 10, keepsBodies: true, now: () => performance.now()});
	const parsed = parseFaults('429=2');
	assert.ok('faults' in parsed);
	const server = await startDemoServer({
		scenario: 'chat',
		speed: 'max',
		seed: 7,
		faults: parsed.faults,
		watchers: [journal.watch],
	});
	try {
		const client = new Anthropic({baseURL: server.url, apiKey: 'demo', maxRetries: 2, logLevel: 'off'});
		const message = await client.messages
			.stream(ask('Write me a 3 word sentence, without a preamble.'))
			.finalMessage();
		assert.equal(message.stop_reason, 'end_turn');
		assert.deepEqual(
			journal.entries().map(({number, path, status, endedBy}) => ({number, path, status, endedBy})),
			[429, 429, 200].map((status, index) => ({
				number: index + 1,
				path: '/v1/messages',
				status,
				endedBy: 'server',
			})),
		);
		assert.match(Buffer.concat(journal.entries()[2]?.body ?? []).toString(), /^event: message_start/);
	} finally {
		await server.close();
	}
});

test('a journal names the faults that the request asked for, or else those of the server', async () => {
	const journal = createJournal({limit: 10, keepsBodies: false, now: () => 5});
	const faults = chosenFaults('429=2, cut-after=12, silence=500ms, 529, pings=2, drip');
	const server = await startDemoServer({
		...{scenario: 'chat', speed: 'max', seed: 7, faults},
		watchers: [journal.watch],
	});
	try {
		await (await post(server.url, question)).text();
		await (await post(server.url, question, {headers: {...headers, 'x-streamscope-fault': 'gzip'}})).text();
		assert.deepEqual(
			journal.entries().map(entry => entry.faults),
			['429=2, cut-after=12, silence=500ms, 529, pings=2s, drip=1', 'gzip'],
		);
		assert.deepEqual(chosenFaults(journal.entries()[0]?.faults ?? ''), faults);
	} finally {
		await server.close();
	}
});

function chosenFaults(list: string): readonly ChosenFault[] {
	const parsed = parseFaults(list);
	return 'faults' in parsed ? parsed.faults : assert.fail(parsed.problem);
}

test('a journal keeps the last requests, and says whether the client left', async () => {
	const journal = createJournal({limit: 2, keepsBodies: false, now: () => 5});
	for (const path of ['/a', '/b', '/c']) {
		journal
			.watch({method: 'GET', path, faults: '', headers: {}})
			.ended(path === '/b' ? 'client' : 'server', true);
	}

	assert.deepEqual(
		journal.entries().map(({number, path, endedBy}) => [number, path, endedBy]),
		[
			[2, '/b', 'client'],
			[3, '/c', 'server'],
		],
	);
});

test('what a journal has told does not change while the answer goes on', () => {
	const journal = createJournal({limit: 2, keepsBodies: true, now: () => 5});
	const answer = journal.watch({method: 'GET', path: '/a', faults: '', headers: {}});
	answer.sent(Buffer.from('one'));
	const told = journal.entries();
	answer.sent(Buffer.from('two'));
	assert.deepEqual(
		[told, journal.entries()].map(([entry]) => [entry?.bytes, Buffer.concat(entry?.body ?? []).toString()]),
		[
			[3, 'one'],
			[6, 'onetwo'],
		],
	);
});

describe('a list of faults', () => {
	test('takes counts and times, and has a usual number for each', () => {
		const values = (list: string) => {
			const parsed = parseFaults(list);
			return 'faults' in parsed ? parsed.faults.map(({rule, value}) => [rule.name, value]) : parsed.problem;
		};
		assert.deepEqual(values('cut-after=3, silence=500ms,pings=2,drip'), [
			['cut-after', 3],
			['silence', 500],
			['pings', 2000],
			['drip', 1],
		]);
		assert.deepEqual(values(''), []);
		assert.equal(
			values('silence=soon'),
			'silence takes a time, as in silence=2s or silence=500ms, not "soon".',
		);
		assert.equal(values('crlf=3'), 'crlf takes no number, not "3".');
		assert.equal(values('__proto__'), 'There is no fault "__proto__".');
	});

	test('with the same seed gives the same bytes, whatever the fault', async () => {
		const digests = async () => {
			const server = await startDemoServer({scenario: 'chat', speed: 'max', seed: 7});
			const hash = createHash('sha256');
			try {
				for (const [name, {stage}] of faultRules) {
					if (['no-headers', 'stays-open', 'never-closes'].includes(name)) {
						continue;
					}

					const fault = stage === 'refusal' ? `${name}=1` : name;
					const response = await post(server.url, question, {
						headers: {...headers, 'x-streamscope-fault': name},
					});
					hash.update(`${fault} ${response.status} ${(await readWhatComes(response)).text}`);
				}
			} finally {
				await server.close();
			}

			return hash.digest('hex');
		};
		assert.equal(await digests(), await digests());
	});
});
