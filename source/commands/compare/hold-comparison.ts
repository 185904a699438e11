import {spawn} from 'node:child_process';
import process from 'node:process';
import type {AnswerLimits} from '../../client/limit-answers.js';
import {startExchange} from '../../client/message-exchange.js';
import type {MessageRequest} from '../../client/message-request.js';
import {startWholeExchange} from '../../client/whole-exchange.js';
import {Trace} from '../../trace/trace.js';
import {guardTerminal} from '../../ui/terminal/guard-terminal.js';
import {watchEndings} from '../../ui/terminal/watch-endings.js';
import type {CommandContext} from '../command-module.js';
import type {Endpoint} from '../open-endpoint.js';
import {
	type ComparisonOptions,
	type ComparisonRun,
	type ComparisonSide,
	type RunningSide,
	runComparison,
} from './comparison.js';
import {liveRows} from './live-rows.js';
import {enterLiveScreen} from './live-screen.js';

export type HeldComparison = {
	readonly results: readonly ComparisonRun[];
	/** The signal that ended it early, if any. */
	readonly signal: NodeJS.Signals | null;
};

type LimitedRequest = MessageRequest & {readonly limits: Partial<AnswerLimits>};

type Setting = Pick<ComparisonOptions, 'sides' | 'runs' | 'isSequential'> & {
	readonly endpoint: Endpoint;
	/** Throws for a request that would be refused. */
	readonly request: (model: string) => MessageRequest;
	/** Whether the running sides are shown. */
	readonly isShown: boolean;
	readonly stdout: CommandContext['stdout'];
	readonly limits: Partial<AnswerLimits>;
	/** Called with the sides when a run starts. */
	readonly onRun?: (running: readonly RunningSide[], run: number) => void;
};

/** Runs the sides, on the alternate screen if they are shown, and always restores the terminal. */
export async function holdComparison(setting: Setting): Promise<HeldComparison> {
	const {endpoint, request, isShown, stdout, limits, onRun = () => {}, ...options} = setting;
	const endings = watchEndings(process);
	const requests = new Map(options.sides.map(({model}) => [model, request(model)]));
	const interruption = new AbortController();
	let signal: NodeJS.Signals | null = null;
	const crashed = endings.ended.then(received => {
		signal = received;
		interruption.abort();
		return new Promise<never>(() => {});
	});
	let running: readonly RunningSide[] = [];
	let head = '';
	const screen = isShown ? enterLiveScreen(stdout, size => liveRows(running, head, size)) : null;
	const {env, platform} = process;
	const guard = isShown
		? guardTerminal({
				hasAlternateScreen: true,
				hasTitle: false,
				hasSwitchedGraphemes: false,
				spawn,
				platform,
				path: env.PATH,
			})
		: null;
	const comparison = runComparison({
		...options,
		open: side => openSide(side, endpoint, {limits, ...(requests.get(side.model) ?? request(side.model))}),
		onRun(present, run) {
			running = present;
			onRun(present, run);
			head = options.runs === 1 ? 'Ctrl+C stops' : `run ${run} of ${options.runs} · Ctrl+C stops`;
		},
		interrupted: interruption.signal,
	});
	try {
		return {results: await Promise.race([comparison, crashed]), signal};
	} finally {
		screen?.leave();
		guard?.release();
		endings.stop();
	}
}

function openSide(side: ComparisonSide, {client}: Endpoint, request: LimitedRequest): RunningSide {
	const trace = new Trace();
	const origin = performance.now();
	const now = () => performance.now() - origin;
	const open = side.mode === 'streaming' ? startExchange : startWholeExchange;
	const start = () => open({client, fetch: globalThis.fetch, trace, lane: null, now, ...request});
	return {...side, trace, now, start};
}
