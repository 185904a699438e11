import {performance} from 'node:perf_hooks';
import {startDemoServer} from '../../demo/demo-server.js';
import {parseFaults} from '../../demo/faults/parse-faults.js';
import {createJournal} from '../../demo/journal.js';
import type {ScenarioFile} from '../../demo/scenario-files/scenario-file.js';
import type {DrillCase} from '../../drill/drill-case.js';
import type {CaseServer} from '../../drill/run-drill.js';
import {sentAnswer} from './sent-answer.js';

/** More requests than any client should send in a case. */
const limit = 200;

/** Starts the server of one case, which may be one of the scenario files. Throws if its faults cannot be read, which is a mistake in the case. */
export async function openCaseServer(
	{name, faults}: DrillCase,
	seed: number,
	files: readonly ScenarioFile[] = [],
): Promise<CaseServer> {
	const parsed = parseFaults(faults);
	if ('problem' in parsed) {
		throw new Error(`The case ${name} is wrong: ${parsed.problem}`);
	}

	const journal = createJournal({limit, keepsBodies: true, now: () => performance.now()});
	const server = await startDemoServer({
		scenario: files.some(file => file.name === name) ? name : 'words',
		scenarioFiles: files,
		speed: 1,
		seed,
		faults: parsed.faults,
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
