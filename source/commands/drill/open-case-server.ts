import {performance} from 'node:perf_hooks';
import {startDemoServer} from '../../demo/demo-server.js';
import {createJournal} from '../../demo/journal.js';
import type {CaseServer} from '../../drill/run-drill.js';
import type {ScenarioCase} from './case-of-scenario.js';
import {sentAnswer} from './sent-answer.js';

/** More requests than any client should send in a case. */
const limit = 200;

/** Starts a server that plays the scenario of one case. */
export async function openCaseServer({scenario}: ScenarioCase, seed: number): Promise<CaseServer> {
	const journal = createJournal({limit, keepsBodies: true, now: () => performance.now()});
	const server = await startDemoServer({
		scenario: scenario.name,
		scenarioFiles: [scenario],
		speed: 1,
		seed,
		watchers: [journal.watch],
	});
	return {
		url: server.url,
		requests: () =>
			journal
				.entries()
				.filter(({path}) => path === '/v1/messages')
				.map(({at, status, body, endedAt, endedBy}) => ({
					...{at, status, endedAt, endedBy},
					...(status === 200 ? sentAnswer(body) : {text: '', outputTokens: []}),
				})),
		[Symbol.asyncDispose]: () => server.close(),
	};
}
