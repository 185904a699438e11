import path from 'node:path';
import type {AnswerWatcher} from '../../demo/answer-watcher.js';
import {createControlRoutes} from '../../demo/control/control-routes.js';
import {type DemoServer, startDemoServer} from '../../demo/demo-server.js';
import {parseFaults} from '../../demo/faults/parse-faults.js';
import type {Journal} from '../../demo/journal.js';
import {listedAnswer} from '../../demo/listed-answer.js';
import {createScenarioBook} from '../../demo/scenario-book.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {type TraceOnDemand, traceOnDemand} from '../trace-on-demand.js';
import {UsageError} from '../usage-error.js';
import type {Replay} from './open-replay.js';
import type {Plays} from './played-words.js';
import type {ServeOptions} from './serve-options.js';

export type Serving = {
	readonly options: ServeOptions;
	/** `null` if scenarios play. */
	readonly replay: Replay | null;
	readonly journal: Journal;
	/** Hears what plays from now on. */
	readonly onChange?: (plays: Plays) => void;
};

/** Starts the server with its page. Throws a `UsageError` if the address cannot be had. */
export async function startServing(
	{options, replay, journal, onChange}: Serving,
	watchers: (trace: TraceOnDemand) => readonly AnswerWatcher[],
): Promise<DemoServer> {
	const {host, port, seed, scenario, scenarioFiles, cases, speed} = options;
	let {faults} = options;
	const trace = traceOnDemand('demo');
	const control = createControlRoutes({
		state: () => ({
			url: server.url,
			scenario: server.scenario,
			speed: server.speed,
			faults,
			scenarios: server.scenarios.list,
			cases: server.scenarios.cases,
			replay: replay && {
				name: path.basename(replay.name),
				answers: (replay.through?.answers.all() ?? replay.answers).map(listedAnswer),
			},
		}),
		scenarios: createScenarioBook(scenarioFiles, cases),
		change(change) {
			if (change.scenario !== undefined) {
				server.setScenario(change.scenario);
			}

			if (change.speed !== undefined) {
				server.setSpeed(change.speed);
			}

			if (change.faults !== undefined) {
				faults = change.faults;
				server.setFaults(chosen(faults));
			}

			onChange?.({scenario: server.scenario, speed: server.speed, faults, replay});
		},
		journal,
		feed: trace.feed,
	});
	const server: DemoServer = await startDemoServer({
		...{host, port, seed, scenario, scenarioFiles, cases, speed},
		faults: chosen(faults),
		watchers: [journal.watch, ...watchers(trace)],
		besides: control,
		...(replay === null
			? {}
			: replay.through === null
				? {recorded: replay.answers}
				: {exact: replay.through}),
	}).catch((error: unknown) => {
		throw isSystemError(error)
			? new UsageError(
					`The server cannot listen on ${host}:${port}: ${describeFailure(error, 'use')}.`,
					error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND'
						? 'Choose another --host; 0.0.0.0 stands for all addresses of this machine.'
						: 'Choose another --port; 0 is any free one.',
				)
			: error;
	});
	return server;
}

/** The list was checked before. */
function chosen(list: string) {
	const parsed = parseFaults(list);
	return 'faults' in parsed ? parsed.faults : [];
}
