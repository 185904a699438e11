import process from 'node:process';
import {startExchange} from '../../client/message-exchange.js';
import {startWholeExchange} from '../../client/whole-exchange.js';
import {Trace} from '../../trace/trace.js';
import {watchEndings} from '../../ui/terminal/watch-endings.js';
import type {CommandContext} from '../command-module.js';
import type {Endpoint} from '../open-endpoint.js';
import {type Contestant, type ContestOptions, type ContestRun, type Lane, runContest} from './contest.js';
import {liveRows} from './live-rows.js';
import {enterLiveScreen} from './live-screen.js';

export type HeldContest = {
	readonly results: readonly ContestRun[];
	/** The signal that ended it early. */
	readonly signal: NodeJS.Signals | null;
};

type Setting = Pick<ContestOptions, 'contestants' | 'runs' | 'isSequential'> & {
	readonly endpoint: Endpoint;
	readonly params: (model: string) => Parameters<typeof startExchange>[0]['params'];
	/** Whether the contestants are shown at work. */
	readonly isShown: boolean;
	readonly stdout: CommandContext['stdout'];
};

/** Lets the contestants answer, on the alternate screen where they are shown, and gives the terminal back whatever happens. */
export async function holdContest(setting: Setting): Promise<HeldContest> {
	const {endpoint, params, isShown, stdout, ...options} = setting;
	const endings = watchEndings(process);
	const interruption = new AbortController();
	let signal: NodeJS.Signals | null = null;
	const crashed = endings.ended.then(received => {
		signal = received;
		interruption.abort();
		return new Promise<never>(() => {});
	});
	let lanes: readonly Lane[] = [];
	let head = '';
	const screen = isShown ? enterLiveScreen(stdout, size => liveRows(lanes, head, size)) : null;
	const contest = runContest({
		...options,
		open: contestant => openLane(contestant, endpoint, params(contestant.model)),
		onRun(present, run) {
			lanes = present;
			head = options.runs === 1 ? 'Ctrl+C stops' : `run ${run} of ${options.runs} · Ctrl+C stops`;
		},
		interrupted: interruption.signal,
	});
	try {
		return {results: await Promise.race([contest, crashed]), signal};
	} finally {
		screen?.leave();
		endings.stop();
	}
}

function openLane(contestant: Contestant, {client}: Endpoint, params: ReturnType<Setting['params']>): Lane {
	const trace = new Trace();
	const origin = performance.now();
	const now = () => performance.now() - origin;
	const open = contestant.mode === 'streaming' ? startExchange : startWholeExchange;
	const start = () => open({client, fetch: globalThis.fetch, trace, lane: null, now, params});
	return {...contestant, trace, now, start};
}
