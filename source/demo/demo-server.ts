import {createServer, type RequestListener} from 'node:http';
import {performance} from 'node:perf_hooks';
import type {AnswerWatcher} from './answer-watcher.js';
import {createChooseRecorded} from './choose-recorded.js';
import type {ExactReplay} from './exact-replay.js';
import type {ChosenFault} from './faults/fault.js';
import {createPaceClock, type DemoSpeed} from './pace-clock.js';
import type {RecordedAnswer} from './recorded-answers.js';
import {refuseExpectation, refuseTunnel} from './refuse-broken.js';
import {createRequestHandler} from './request-handler.js';
import {createScenarioBook, type ScenarioBook} from './scenario-book.js';
import type {ScenarioFile} from './scenario-files/scenario-file.js';

export type DemoServerOptions = {
	/** A scenario of the program, or of `scenarioFiles`. */
	readonly scenario: string;
	/** Scenarios besides those of the program. */
	readonly scenarioFiles?: readonly ScenarioFile[];
	/** Cases of `drill` that requests can choose as well. */
	readonly cases?: readonly ScenarioFile[];
	/** Divides every planned delay. `max` never waits. */
	readonly speed: DemoSpeed;
	/** The same seed and the same requests give the same bytes and the same planned delays. */
	readonly seed: number;
	/** Faults of every answer whose request names none. */
	readonly faults?: readonly ChosenFault[];
	/** Played in place of the scenario, for requests that choose none. */
	readonly recorded?: readonly RecordedAnswer[];
	/** Answers every request as the same request was answered before; `scenario` then plays only where a request names it by its header. */
	readonly exact?: ExactReplay;
	/** Follow every request to the API and its answer. */
	readonly watchers?: readonly AnswerWatcher[];
	/** Answers what is not for the API, and returns whether it did. */
	readonly besides?: (...call: Parameters<RequestListener>) => boolean;
	/** In milliseconds: how long a client may take to send its headers, and its whole request. Default: 20 and 60 seconds. */
	readonly patience?: {readonly headers: number; readonly request: number};
	/** Default: 127.0.0.1. */
	readonly host?: string;
	/** Default: 0, any free port. */
	readonly port?: number;
};

export type DemoServer = {
	/** The base URL for the SDK, without a path. */
	readonly url: string;
	readonly scenario: string;
	readonly speed: DemoSpeed;
	/** What can be played. */
	readonly scenarios: ScenarioBook;
	/** Takes effect on the next request. An unknown name is refused then. */
	readonly setScenario: (name: string) => void;
	/** Takes effect at once, also for answers that are being sent. */
	readonly setSpeed: (speed: DemoSpeed) => void;
	/** Takes effect on the next request. */
	readonly setFaults: (faults: readonly ChosenFault[]) => void;
	/** Closes every connection, also open streams, and frees the port. */
	readonly close: () => Promise<void>;
};

/** More than a class, and fewer than the files that a process may open. */
const maxConnections = 1000;

/** In milliseconds: how long a client may take to send its headers, and its whole request. */
const usualPatience = {headers: 20_000, request: 60_000};

/** Starts a server that speaks the Messages API. Rejects when the address or the port cannot be had. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
	const {seed, watchers = [], besides, recorded, host = '127.0.0.1', port = 0} = options;
	let {scenario, faults = []} = options;
	const scenarios = createScenarioBook(options.scenarioFiles ?? [], options.cases);
	const clock = createPaceClock(options.speed, () => performance.now());
	let isClosing = false;
	const {handle, refuse} = createRequestHandler({
		isClosing: () => isClosing,
		...{seed, clock, watchers, wallClock: Date.now},
		scenarios,
		scenario: () => scenario,
		faults: () => faults,
		recorded: recorded === undefined ? null : createChooseRecorded(recorded),
		exact: options.exact ?? null,
	});
	const {patience = usualPatience} = options;
	const limits = {
		headersTimeout: patience.headers,
		requestTimeout: patience.request,
		connectionsCheckingInterval: Math.ceil(patience.headers / 4),
		// A request without it is answered in the API's words.
		requireHostHeader: false,
	};
	const server = createServer(limits, (request, response) => {
		if (besides?.(request, response) !== true) {
			handle(request, response);
		}
	});
	server.maxConnections = maxConnections;
	server.on('clientError', refuse);
	server.on('connect', (_, socket) => refuseTunnel(socket));
	server.on('checkExpectation', (_, response) => refuseExpectation(response));

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});

	const address = server.address();
	const open = typeof address === 'object' && address !== null ? address.port : port;
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${open}`,
		get scenario() {
			return scenario;
		},
		get speed() {
			return clock.speed();
		},
		scenarios,
		setScenario(name) {
			scenario = name;
		},
		setSpeed: clock.setSpeed,
		setFaults(next) {
			faults = next;
		},
		close: () =>
			new Promise(resolve => {
				isClosing = true;
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
