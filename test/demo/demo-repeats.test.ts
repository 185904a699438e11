import assert from 'node:assert/strict';
import {test} from 'node:test';
import {demoScenarios} from '../../source/demo/scenario-names.js';
import {ask, post, readWhatComes, withDemoServer} from './demo-client.js';

/** What a server with this seed sends when it is asked the same three times. Some of it breaks off. */
function record(name: (typeof demoScenarios)[number]['name'], seed: number): Promise<string[]> {
	return withDemoServer(
		name,
		async ({server}) => {
			const bodies: string[] = [];
			for (let times = 0; times < 3; times++) {
				const response = await post(server.url, {...ask('hello'), stream: true});
				const {text, isWhole} = await readWhatComes(response);
				bodies.push(`${response.headers.get('request-id')}\n${text}${isWhole ? '' : '<broken off>'}`);
			}

			return bodies;
		},
		seed,
	);
}

for (const {name} of demoScenarios.filter(scenario => scenario.name !== 'long')) {
	test(`${name} sends the same bytes again with the same seed, and others with another`, async () => {
		const first = await record(name, 1);
		assert.deepEqual(await record(name, 1), first);
		assert.notDeepEqual(await record(name, 2), first);
		assert.equal(new Set(first).size, 3, 'asked again, the answer has new ids');
	});
}

test('a request with a fault counts from one, however often it was asked without', async () => {
	await withDemoServer('words', async ({server}) => {
		const statusOf = async (fault?: string) => {
			const version = {'x-api-key': 'demo', 'anthropic-version': '2023-06-01'};
			const headers = fault === undefined ? version : {...version, 'x-streamscope-fault': fault};
			const response = await post(server.url, {...ask('hello'), stream: true}, {headers});
			await readWhatComes(response);
			return response.status;
		};

		assert.deepEqual(
			[await statusOf(), await statusOf('529'), await statusOf('529'), await statusOf('500')],
			[200, 529, 200, 500],
		);
	});
});
