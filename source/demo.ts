// The library's demo server: the Messages API without a model, for tests. It needs Node.

import {startDemoServer as startServer} from './demo/demo-server.js';
import {parseFaults} from './demo/faults/parse-faults.js';
import {createJournal, type JournalEntry} from './demo/journal.js';
import type {DemoSpeed} from './demo/pace-clock.js';
import {createScenarioBook} from './demo/scenario-book.js';
import {readScenarioFile} from './demo/scenario-files/read-scenario-file.js';
import type {ScenarioFile} from './demo/scenario-files/scenario-file.js';
import type {DemoScenarioName} from './demo/scenario-names.js';

export type {DemoScenarioName, DemoSpeed, JournalEntry};

export type DemoOptions = {
	/** What plays for requests that choose nothing: a scenario of the program, or one of `scenarios`. Default: `chat`. */
	readonly scenario?: DemoScenarioName | (string & {});
	/** Scenarios besides those of the program, by name: the content of a scenario file each. See docs/scenarios.md. */
	readonly scenarios?: Readonly<Record<string, string>>;
	/** Divides every planned delay. Default: `max`, which never waits. */
	readonly speed?: DemoSpeed;
	/** The same seed, requests and faults give the same bytes. Default: 1. */
	readonly seed?: number;
	/** Breaks the answers of requests that name no fault: `cut-after=12, drip`. See docs/faults.md. */
	readonly faults?: string;
	/** Default: 0, any free port. */
	readonly port?: number;
};

export type RunningDemo = AsyncDisposable & {
	/** The base URL for an SDK. Any key will do. */
	readonly url: string;
	/** The last 1,000 requests, the oldest first: their headers and bodies, and what was sent to them. */
	requests(): readonly JournalEntry[];
	/** Takes effect on the next request. Throws a `RangeError` if there is no such scenario. */
	setScenario(name: DemoScenarioName | (string & {})): void;
	/** Takes effect on the next request. Throws a `RangeError` if there is no such fault. */
	setFaults(faults: string): void;
	/** Closes every connection, also open streams, and frees the port. */
	close(): Promise<void>;
};

/**
 * Starts a server on 127.0.0.1 that speaks the Messages API. Rejects with a `RangeError` if an option is not right, which
 * includes the texts of the scenarios, and when the port is taken.
 *
 * @example
 * await using demo = await startDemoServer({scenario: 'hello', scenarios: {hello: 'text: Hello\nfaults: drip'}});
 * const client = new Anthropic({baseURL: demo.url, apiKey: 'demo'});
 *
 * @example
 * await using demo = await startDemoServer({faults: 'cut-after=12'});
 * const client = new Anthropic({baseURL: demo.url, apiKey: 'demo'});
 */
export async function startDemoServer({
	scenario = 'chat',
	scenarios = {},
	speed = 'max',
	seed = 1,
	faults = '',
	port = 0,
}: DemoOptions = {}): Promise<RunningDemo> {
	if (speed !== 'max' && !(speed > 0 && speed < Number.POSITIVE_INFINITY)) {
		throw new RangeError(`speed is a number above 0 or 'max', not ${speed}.`);
	}

	if (!Number.isSafeInteger(seed)) {
		throw new RangeError(`seed is a whole number, not ${seed}.`);
	}

	const journal = createJournal({limit: 1000, keepsBodies: true, now: () => performance.now()});
	const chosen = chosenFaults(faults);
	const scenarioFiles = Object.entries(scenarios).map(([name, text]) => scenarioOf(name, text));
	const book = createScenarioBook(scenarioFiles);
	const known = (name: string) => {
		if (!book.has(name)) {
			throw new RangeError(book.unknown(name));
		}

		return name;
	};
	const server = await startServer({
		...{speed, seed, port, scenarioFiles},
		scenario: known(scenario),
		faults: chosen,
		watchers: [journal.watch],
	});
	return {
		url: server.url,
		requests: journal.entries,
		setScenario: name => server.setScenario(known(name)),
		setFaults: list => server.setFaults(chosenFaults(list)),
		close: server.close,
		[Symbol.asyncDispose]: server.close,
	};
}

/** The name of the key counts, whatever the text says. */
function scenarioOf(name: string, text: string): ScenarioFile {
	const read = readScenarioFile(text, name);
	if ('problems' in read) {
		throw new RangeError(
			read.problems.map(({line, problem}) => `Scenario ${name}, line ${line}: ${problem}`).join('\n'),
		);
	}

	return {...read.scenario, name};
}

function chosenFaults(list: string) {
	const parsed = parseFaults(list);
	if ('problem' in parsed) {
		throw new RangeError(parsed.problem);
	}

	return parsed.faults;
}
