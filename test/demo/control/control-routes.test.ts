import assert from 'node:assert/strict';
import {request as send} from 'node:http';
import {text} from 'node:stream/consumers';
import {describe, test} from 'node:test';
import {controlPage} from '../../../source/demo/control/control-page.js';
import {createControlRoutes} from '../../../source/demo/control/control-routes.js';
import type {ControlChange} from '../../../source/demo/control/control-state.js';
import {startDemoServer} from '../../../source/demo/demo-server.js';
import {createJournal} from '../../../source/demo/journal.js';
import {createScenarioBook} from '../../../source/demo/scenario-book.js';
import {ask, post} from '../demo-client.js';

/** A server with its control page, and what was changed. */
async function controlled(host = '127.0.0.1') {
	const changes: ControlChange[] = [];
	const journal = createJournal({limit: 9, keepsBodies: true, now: () => 7});
	const server = await startDemoServer({
		...{scenario: 'chat', speed: 'max', seed: 1, host},
		watchers: [journal.watch],
		besides: createControlRoutes({
			state: () => ({
				url: server.url,
				scenario: 'chat',
				speed: 2,
				faults: 'drip',
				scenarios: server.scenarios.list,
				cases: [{name: 'drill-a', summary: 'Keeps <b>.'}],
				replay: null,
			}),
			scenarios: createScenarioBook([]),
			change: change => changes.push(change),
			journal,
			feed: (_, response) => response.end('fed'),
		}),
	});
	return {server, changes, [Symbol.asyncDispose]: () => server.close()};
}

/** Sends headers that `fetch` does not let a program choose. */
async function fetched(url: string, headers: Record<string, string>, method = 'GET') {
	const {promise, resolve, reject} = Promise.withResolvers<{status: number; body: string}>();
	send(url, {method, headers}, async response =>
		resolve({status: response.statusCode ?? 0, body: await text(response)}),
	)
		.on('error', reject)
		.end();
	return promise;
}

describe('the page of a server', () => {
	test('shows the lines for each SDK and what plays, and loads nothing from elsewhere', async () => {
		await using demo = await controlled();
		const response = await fetch(`${demo.server.url}/`);
		const page = await response.text();
		assert.match(page, /<option value="chat" selected>/);
		assert.match(
			page,
			/<optgroup label="Cases of drill, with what a good client does"><option value="drill-a">drill-a: Keeps &lt;b&gt;\.<\/option><\/optgroup><\/select>/,
		);
		assert.ok(page.includes(`export ANTHROPIC_BASE_URL=${demo.server.url} ANTHROPIC_API_KEY=demo`));
		assert.match(page, /<input id="speed" name="speed" value="2">/);
		assert.match(
			response.headers.get('content-security-policy') ?? '',
			/^default-src 'none'; style-src 'sha256-/,
		);
		assert.doesNotMatch(page, /(?:src|href)="http/);
	});

	test('changes what plays, by a form and by a program, and says what it cannot take', async () => {
		await using demo = await controlled();
		const change = (body: string, headers: Record<string, string> = {}) =>
			fetch(`${demo.server.url}/__streamscope`, {
				method: 'POST',
				body: new URLSearchParams(body),
				headers,
				redirect: 'manual',
			});
		assert.equal((await change('scenario=thinking&speed=max&faults=', {accept: 'text/html'})).status, 303);
		assert.equal((await change('faults=cut-after%3D3')).status, 200);
		assert.deepEqual(demo.changes, [
			{scenario: 'thinking', speed: 'max', faults: ''},
			{faults: 'cut-after=3'},
		]);
		const refused = await Promise.all(
			['scenario=__proto__', 'speed=fast', 'faults=cut', 'scenaro=words'].map(body => change(body)),
		);
		assert.deepEqual(
			refused.map(({status}) => status),
			[400, 400, 400, 400],
		);
		const json = {'content-type': 'application/json'};
		const told = (body: string) =>
			fetch(`${demo.server.url}/__streamscope`, {method: 'POST', body, headers: json});
		assert.equal((await told('{"speed":4,"scenario":"words"}')).status, 200);
		assert.deepEqual(demo.changes.pop(), {speed: 4, scenario: 'words'});
		assert.equal((await told('["words"]')).status, 400);
		const shown = await (await change('faults=%3Cb%3E', {accept: 'text/html'})).text();
		assert.match(shown, /role="alert">There is no fault &quot;&lt;b&gt;&quot;/);
		assert.match(shown, /<form.*name="faults" value="&lt;b&gt;"/s);
		assert.equal(demo.changes.length, 2);
	});

	test('lists the requests without what was sent, and hands the trace to its feed', async () => {
		await using demo = await controlled();
		await (await post(demo.server.url, ask('hello'))).text();
		const {requests} = JSON.parse(await (await fetch(`${demo.server.url}/__streamscope/requests`)).text());
		assert.deepEqual(
			requests.map(({path, status}: Record<string, unknown>) => [path, status]),
			[['/v1/messages', 200]],
		);
		assert.deepEqual(
			['body', 'asked', 'headers'].filter(name => Object.hasOwn(requests[0], name)),
			[],
		);
		assert.equal(await (await fetch(`${demo.server.url}/__streamscope/trace`)).text(), 'fed');
		assert.equal((await fetch(`${demo.server.url}/__streamscope/../etc`)).status, 404);
		assert.equal((await fetch(`${demo.server.url}/__streamscope/else`)).status, 404);
	});

	test('answers neither to another name nor to another page, so that no website can change what plays', async () => {
		await using demo = await controlled();
		const {port} = new URL(demo.server.url);
		for (const headers of [{host: `evil.test:${port}`}, {origin: 'http://evil.test'}, {origin: 'null'}]) {
			const {status} = await fetched(`${demo.server.url}/__streamscope`, headers);
			assert.equal(status, 403);
		}

		assert.equal(
			(await fetched(`${demo.server.url}/__streamscope`, {host: `localhost:${port}`})).status,
			200,
		);
	});
});

describe('the page of a server for a room', () => {
	test('answers to each address of the machine and to its name in the room, and gives the lines for that address', async () => {
		await using demo = await controlled('0.0.0.0');
		const {port} = new URL(demo.server.url);
		const url = `http://127.0.0.1:${port}`;
		for (const host of [
			`192.0.2.7:${port}`,
			`[2001:db8::1]:${port}`,
			`laptop:${port}`,
			`laptop.local:${port}`,
		]) {
			const {status, body} = await fetched(url, {host});
			assert.equal(status, 200, host);
			assert.ok(body.includes(`ANTHROPIC_BASE_URL=http://${host} `), host);
		}

		for (const host of [
			`evil.test:${port}`,
			`abc.de:${port}`,
			`evil.local.test:${port}`,
			`a@evil.test:${port}`,
		]) {
			assert.equal((await fetched(url, {host})).status, 403, host);
		}
	});
});

test('the page of a server that plays a recording lists its answers, and offers only the faults that apply', () => {
	const page = controlPage({
		...{url: 'http://127.0.0.1:1', scenario: 'chat', scenarios: [{name: 'chat', summary: 'Chats.'}]},
		cases: [],
		...{speed: 1, faults: ''},
		replay: {
			name: '<lesson>.ndjson',
			answers: [
				{question: 'Why <b>?', status: 200, isStream: true, reads: 1, duration: 1500},
				{question: 'How?', status: 529, isStream: false, reads: 1, duration: 20},
				...Array.from({length: 200}, () => ({
					question: 'x',
					status: 200,
					isStream: true,
					reads: 2,
					duration: 1,
				})),
			],
		},
	});
	assert.match(page, /It plays what was recorded in &lt;lesson&gt;\.ndjson\./);
	assert.match(page, /<td>Why &lt;b&gt;\?<\/td><td>200<\/td><td>streamed, 1 read<\/td><td>1\.50 s<\/td>/);
	assert.match(page, /<td>How\?<\/td><td>529<\/td><td>whole<\/td>/);
	assert.match(page, /And 2 more\./);
	assert.doesNotMatch(page, /<select|demo-thinking|<code>double<\/code>/);
	assert.match(page, /<code>drip<\/code>/);
});
