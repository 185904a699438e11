import {availableParallelism} from 'node:os';
import {environmentSecrets, withoutCredentials} from '../../client/client-secrets.js';
import type {DrillResult} from '../../drill/drill-result.js';
import {caseRows, summaryRow} from '../../drill/formats/drill-rows.js';
import type {ClientCommand} from '../../drill/run-client.js';
import {runDrill} from '../../drill/run-drill.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {printJson} from '../../wire/json.js';
import {withoutSecrets} from '../../wire/without-secrets.js';
import type {CommandContext} from '../command-module.js';
import {parseDuration} from '../parse-duration.js';
import {printRows} from '../print-rows.js';
import {startProgressLine} from '../progress-line.js';
import {UsageError} from '../usage-error.js';
import type {ScenarioCase} from './case-of-scenario.js';
import {openCaseServer} from './open-case-server.js';

/** A question to which the demo needs no more than its forty words. */
const prompt = 'Please write forty numbered words.';

/** In milliseconds. */
const timeLimits = {min: 100, usual: '30s', max: 3_600_000};

/** How a client is run, and what is printed of it. */
export type ClientFlags = {
	readonly seed?: string;
	readonly timeLimit?: string;
	readonly jobs?: string;
	readonly name?: string;
	readonly json?: true;
	readonly output?: true;
};

export type ChosenCases = {
	readonly flags: ClientFlags;
	readonly cases: readonly ScenarioCase[];
	readonly signal: AbortSignal;
};

/** Runs the cases and prints each result as it comes. Resolves to `null` if it was interrupted. Throws a `UsageError` if the client cannot be started. */
export async function drillClient(
	client: Pick<ClientCommand, 'file' | 'args'>,
	{flags, cases, signal}: ChosenCases,
	context: CommandContext,
): Promise<DrillResult | null> {
	const seed = count(flags.seed ?? '1', '--seed');
	const name = flags.name ?? [client.file, ...client.args].join(' ');
	const limit = readTimeLimit(flags.timeLimit ?? timeLimits.usual);
	const secrets = environmentSecrets(context.env);
	using progress = startProgressLine(context, '');
	let done = 0;
	const head = {type: 'drill', version: 1, client: name, seed} as const;
	try {
		const results = await runDrill({
			cases,
			clientAt: url => ({...client, env: clientEnvironment(context.env, url)}),
			mask: text => withoutSecrets(text, secrets),
			openServer: drillCase => openCaseServer(drillCase, seed),
			prompt,
			limit,
			jobs: flags.jobs === undefined ? availableParallelism() : Math.max(1, count(flags.jobs, '--jobs')),
			signal,
			onResult(result) {
				done++;
				progress.say(`${done} of ${cases.length} cases, last: ${result.name}`);
				if (!flags.json) {
					printRows(context.stdout, caseRows(result, flags.output === true));
				}
			},
		});
		const result = {...head, cases: results};
		flags.json
			? context.stdout.write(`${printJson(result, '\t')}\n`)
			: printRows(context.stdout, [[], summaryRow(result)]);
		return result;
	} catch (error) {
		if (signal.aborted) {
			return null;
		}

		throw isSystemError(error)
			? new UsageError(
					`The client ${client.file} could not be started: ${describeFailure(error, 'use')}.`,
					'Check the command after --.',
				)
			: error;
	}
}

/** Where the SDKs of several languages look for the address and the key. The key is a word, and no key of the user for this API goes to the client. */
function clientEnvironment(env: NodeJS.ProcessEnv, url: string): NodeJS.ProcessEnv {
	return {
		...withoutCredentials(env),
		ANTHROPIC_BASE_URL: url,
		ANTHROPIC_API_KEY: 'drill',
	};
}

function readTimeLimit(text: string): number {
	const limit = parseDuration(text, '--time-limit');
	if (limit < timeLimits.min || limit > timeLimits.max) {
		throw new UsageError(
			`--time-limit takes a time from 100ms to 60m, not "${text}".`,
			'Write it like --time-limit 30s.',
		);
	}

	return limit;
}

function count(text: string, option: string): number {
	if (!/^\d{1,9}$/.test(text)) {
		throw new UsageError(`${option} takes a number, not "${text}".`, `Write it like ${option} 7.`);
	}

	return Number(text);
}
