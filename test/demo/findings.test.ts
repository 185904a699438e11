import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type DemoScenarioName, demoScenarios} from '../../source/demo/scenario-names.js';
import {checkStream} from '../../source/messages/conformance/check-stream.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {ask, post, readWhatComes, withDemoServer} from './demo-client.js';

/** What is found in the scenarios that play a fault. The streams of all others are clean. */
const expected: ReadonlyMap<DemoScenarioName, readonly string[]> = new Map([
	['overloaded', ['note error-event']],
	['cut-off', ['error cut-off']],
	[
		'malformed',
		[
			'note unknown-event',
			'note unknown-delta',
			'note unknown-block',
			'error data-json',
			'error message-stop-missing',
		],
	],
]);

/** The findings in what a server sends that is asked the same three times: some scenarios refuse the first request. */
function findingsOf(name: DemoScenarioName): Promise<readonly string[]> {
	return withDemoServer(name, async ({server}) => {
		const found = new Set<string>();
		for (let times = 0; times < 3; times++) {
			const response = await post(server.url, {...ask('hello'), stream: true});
			const {text: body, isWhole} = await readWhatComes(response);
			const facts = {status: response.status, contentType: response.headers.get('content-type')};
			const ending = isWhole ? 'end' : 'error';
			const findings = response.ok ? checkStream(parseSse(body), {body, ending, response: facts}) : [];
			for (const {severity, rule} of findings) {
				found.add(`${severity} ${rule}`);
			}
		}

		return [...found];
	});
}

for (const {name} of demoScenarios) {
	const rules = expected.get(name) ?? [];
	const words = rules.length === 0 ? 'is clean' : 'breaks the rules that its fault is for, and no other';
	test(`the stream of ${name} ${words}`, async () => {
		assert.deepEqual(await findingsOf(name), rules);
	});
}
