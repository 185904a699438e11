import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {performance} from 'node:perf_hooks';
import type {ChosenFault} from './faults/fault.js';
import type {Journal} from './journal.js';
import {createPaceClock, type DemoSpeed} from './pace-clock.js';
import {createRequestHandler} from './request-handler.js';
import type {DemoScenarioName} from './scenario-names.js';

export type DemoServerOptions = {
	readonly scenario: DemoScenarioName;
	/** Divides every planned delay. `max` never waits. */
	readonly speed: DemoSpeed;
	/** The same seed and the same requests give the same bytes and the same planned delays. */
	readonly seed: number;
	/** Faults of every answer whose request names none. */
	readonly faults?: readonly ChosenFault[];
	/** Follows every request and its answer. */
	readonly journal?: Journal;
	/** Default: 0, any free port. */
	readonly port?: number;
};

export type DemoServer = {
	/** The base URL for the SDK, without a path. */
	readonly url: string;
	readonly scenario: DemoScenarioName;
	readonly speed: DemoSpeed;
	/** Takes effect on the next request. */
	readonly setScenario: (name: DemoScenarioName) => void;
	/** Takes effect at once, also for answers that are being sent. */
	readonly setSpeed: (speed: DemoSpeed) => void;
	/** Closes every connection, also open streams, and frees the port. */
	readonly close: () => Promise<void>;
};

/** Starts a server on 127.0.0.1 that speaks the Messages API. Rejects when the port is taken. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
	let {scenario} = options;
	const clock = createPaceClock(options.speed, () => performance.now());
	const {seed, faults = [], journal} = options;
	const server = createServer(
		createRequestHandler({
			...{seed, clock, wallClock: Date.now},
			scenario: () => scenario,
			faults: () => faults,
			...(journal && {journal}),
		}),
	);

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', () => {
			server.off('error', reject);
			resolve();
		});
	});

	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		get scenario() {
			return scenario;
		},
		get speed() {
			return clock.speed();
		},
		setScenario(name) {
			scenario = name;
		},
		setSpeed: clock.setSpeed,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
