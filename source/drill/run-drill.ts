import {performance} from 'node:perf_hooks';
import type {DrillCase} from './drill-case.js';
import type {CaseResult} from './drill-result.js';
import {judgeClient} from './judge-client.js';
import type {SeenRequest} from './observation.js';
import {type ClientCommand, runClient} from './run-client.js';

/** The most that is kept of what a client printed, in characters. */
const maxKept = 2000;

/** A server that plays one case. Each case has its own, so that cases can run side by side. */
export type CaseServer = AsyncDisposable & {
	readonly url: string;
	/** What was asked and answered so far. Times are those of `performance.now()`. */
	requests(): readonly SeenRequest[];
};

export type DrillOptions<Case extends DrillCase> = {
	readonly cases: readonly Case[];
	/** The command, with the variables that lead it to the server's address. */
	readonly clientAt: (url: string) => ClientCommand;
	/** Removes credentials from what the client printed. */
	readonly mask: (text: string) => string;
	readonly openServer: (drillCase: Case) => Promise<CaseServer>;
	readonly prompt: string;
	/** The time limit of a case, in milliseconds. */
	readonly limit: number;
	/** How many cases run side by side. */
	readonly jobs: number;
	readonly signal: AbortSignal;
	/** Called with each result, in the order of the cases. */
	readonly onResult: (result: CaseResult) => void;
};

/** Runs a client through cases. Rejects if the command cannot be started, or if `signal` is aborted. */
export async function runDrill<Case extends DrillCase>(options: DrillOptions<Case>): Promise<CaseResult[]> {
	const {cases, jobs, onResult} = options;
	const results: Array<CaseResult | undefined> = cases.map(() => undefined);
	let next = 0;
	let told = 0;
	const work = async () => {
		for (let index = next++; index < cases.length; index = next++) {
			const drillCase = cases[index];
			if (drillCase) {
				results[index] = await runCase(drillCase, options);
			}

			for (let result = results[told]; result !== undefined; result = results[told]) {
				onResult(result);
				told++;
			}
		}
	};

	await Promise.all(Array.from({length: Math.min(jobs, cases.length)}, work));
	return results.filter(result => result !== undefined);
}

async function runCase<Case extends DrillCase>(
	drillCase: Case,
	options: DrillOptions<Case>,
): Promise<CaseResult> {
	const {clientAt, mask, openServer, prompt, limit, signal} = options;
	await using server = await openServer(drillCase);
	const started = performance.now();
	const run = await runClient(clientAt(server.url), {prompt, limit, signal});
	const requests = server.requests().map(request => since(request, started));
	const {name, summary} = drillCase;
	const [stdout, stderr] = [mask(run.stdout), mask(run.stderr)];
	const {level, judgements} = judgeClient({...run, stdout, stderr, requests}, drillCase);
	return {
		...{name, summary, level, judgements},
		duration: Math.round(run.duration),
		requests: requests.length,
		...(level === 'good' ? {} : {output: {stdout: endOf(stdout), stderr: endOf(stderr)}}),
	};
}

function endOf(text: string): string {
	return text.length > maxKept ? `…${text.slice(-maxKept)}` : text;
}

function since(request: SeenRequest, started: number): SeenRequest {
	const {at, endedAt} = request;
	return {...request, at: at - started, endedAt: endedAt === null ? null : endedAt - started};
}
