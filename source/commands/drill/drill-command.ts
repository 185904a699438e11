import {readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import type {Command} from 'commander';
import {withoutCredentials} from '../../client/client-secrets.js';
import type {DrillCase} from '../../drill/drill-case.js';
import {countLevel, type DrillResult} from '../../drill/drill-result.js';
import {drillJunit} from '../../drill/formats/drill-junit.js';
import {drillMatrix} from '../../drill/formats/drill-matrix.js';
import {caseRows, summaryRow} from '../../drill/formats/drill-rows.js';
import type {ClientCommand} from '../../drill/run-client.js';
import {runDrill} from '../../drill/run-drill.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {type Row, segment} from '../../text/segment.js';
import {isObject, parseJson, printJson} from '../../wire/json.js';
import {checkScenarios} from '../check-scenarios.js';
import type {CommandContext, CommandModule} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {parseDuration} from '../parse-duration.js';
import {printRows} from '../print-rows.js';
import {startProgressLine} from '../progress-line.js';
import {requireScenarios} from '../scenario-paths.js';
import {UsageError} from '../usage-error.js';
import {builtInCases} from './built-in-cases.js';
import {caseOfScenario, type ScenarioCase} from './case-of-scenario.js';
import {chooseCases} from './choose-cases.js';
import {caseText, exportCases} from './copy-cases.js';
import {openCaseServer} from './open-case-server.js';

type DrillFlags = {
	readonly only?: readonly string[];
	readonly scenarios?: readonly string[];
	readonly seed?: string;
	readonly timeLimit?: string;
	readonly jobs?: string;
	readonly name?: string;
	readonly strict?: true;
	readonly json?: true;
	readonly junit?: string;
	readonly html?: string;
	readonly list?: true;
	readonly print?: string;
	readonly export?: string;
	readonly check?: readonly string[];
	readonly matrix?: true;
};

/** A question to which the demo needs no more than its forty words. */
const prompt = 'Please write forty numbered words.';

/** Runs a client through seeded faults of a stream, and says what it did. */
export const command: CommandModule<DrillFlags> = {
	takes: [],
	declare(command: Command) {
		command
			.argument('[command...]', 'after --, the client: it asks one question and prints the answer')
			.option('--only <names>', 'run only these cases: names or parts of names, separated by commas', names)
			.option(
				'--scenarios <path>',
				'run these scenario files or folders as cases, in place of the built-in ones; can be repeated',
				(path: string, before: readonly string[] = []) => [...before, path],
			)
			.option('--seed <n>', 'the seed of the streams (1)')
			.option('--time-limit <time>', 'the most that one case may take (30s)')
			.option('--jobs <n>', 'how many cases run side by side (one for each core)')
			.option('--name <name>', 'what to call the client (its command)')
			.option('--strict', 'count what could be better as wrong')
			.option('--json', 'print the result as JSON')
			.option('--junit <file>', 'also write it as JUnit XML')
			.option('--html <file>', 'also write it as a page')
			.option('--matrix', 'with results from --json as arguments: print a page with the clients side by side')
			.option('--list', 'list the cases, with what a good client does')
			.option('--print <case>', 'print the scenario file of a built-in case, to copy and change it')
			.option('--export <folder>', 'write the built-in cases as scenario files into a folder')
			.option('--check <paths...>', 'check scenario files or folders, and run nothing');
	},
	examples: [
		['streamscope drill -- python ask.py', 'run a client that reads its question from stdin'],
		["streamscope drill -- node ask.js '{prompt}'", 'pass it the question as an argument'],
		['streamscope drill --only cut,reset -- ./client', 'only the cases with cut or reset in their names'],
		['streamscope drill --print reset > my-reset.scenario', 'copy a case, to change it'],
		['streamscope drill --scenarios cases/ -- ./client', 'only the cases that you wrote'],
		['streamscope drill --json -- ./client > client.json', 'keep the result'],
		['streamscope drill --matrix a.json b.json > matrix.html', 'compare clients side by side'],
	],
	async run({args, own, context}) {
		if (own.check !== undefined) {
			return checkScenarios(own.check, context);
		}

		if (own.print !== undefined) {
			context.stdout.write(caseText(own.print));
			return exitCodes.fine;
		}

		if (own.export !== undefined) {
			printRows(context.stdout, exportedRows(own.export, exportCases(own.export, own.only)));
			return exitCodes.fine;
		}

		const files = own.scenarios === undefined ? builtInCases() : requireScenarios(own.scenarios);
		const cases = chooseCases(files.map(caseOfScenario), own.only);
		if (own.list) {
			printRows(context.stdout, listRows(cases));
			return exitCodes.fine;
		}

		if (own.matrix) {
			context.stdout.write(drillMatrix(args.map(readResult)));
			return exitCodes.fine;
		}

		const [file, ...rest] = args;
		if (file === undefined) {
			throw new UsageError(
				'drill needs the command of a client.',
				'Put it after --, as in: streamscope drill -- python ask.py',
			);
		}

		const result = await drill({file, args: rest}, {own, cases}, context);
		if (result === null) {
			return exitCodes.interrupted;
		}

		for (const [target, text] of [
			[own.junit, drillJunit(result)],
			[own.html, drillMatrix([result])],
		] as const) {
			if (target !== undefined) {
				writeResult(target, text);
			}
		}

		return exitCodeOf(result, own.strict === true);
	},
};

/** Runs the cases and prints each result as it comes. Resolves to `null` if it was interrupted. */
async function drill(
	client: Pick<ClientCommand, 'file' | 'args'>,
	{own, cases}: {readonly own: DrillFlags; readonly cases: readonly ScenarioCase[]},
	context: CommandContext,
): Promise<DrillResult | null> {
	const seed = count(own.seed ?? '1', '--seed');
	const name = own.name ?? [client.file, ...client.args].join(' ');
	using interruption = untilInterrupted();
	using progress = startProgressLine(context, '');
	let done = 0;
	const head = {type: 'drill', version: 1, client: name, seed} as const;
	try {
		const results = await runDrill({
			cases,
			clientAt: url => ({...client, env: clientEnvironment(context.env, url)}),
			openServer: drillCase => openCaseServer(drillCase, seed),
			prompt,
			limit: parseDuration(own.timeLimit ?? '30s', '--time-limit'),
			jobs: own.jobs === undefined ? availableParallelism() : Math.max(1, count(own.jobs, '--jobs')),
			signal: interruption.signal,
			onResult(result) {
				done++;
				progress.say(`${done} of ${cases.length} cases, last: ${result.name}`);
				if (!own.json) {
					printRows(context.stdout, caseRows(result));
				}
			},
		});
		const result = {...head, cases: results};
		own.json
			? context.stdout.write(`${printJson(result, '\t')}\n`)
			: printRows(context.stdout, [[], summaryRow(result)]);
		return result;
	} catch (error) {
		if (interruption.signal.aborted) {
			return null;
		}

		throw isSystemError(error)
			? new UsageError(
					`The client could not be started: ${describeFailure(error)}.`,
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

/** Aborts when the user presses Ctrl+C. */
function untilInterrupted(): Disposable & {readonly signal: AbortSignal} {
	const interruption = new AbortController();
	const interrupt = () => interruption.abort();
	process.once('SIGINT', interrupt);
	return {signal: interruption.signal, [Symbol.dispose]: () => process.off('SIGINT', interrupt)};
}

function names(list: string, before: readonly string[] = []): readonly string[] {
	return [...before, ...list.split(',').map(name => name.trim())].filter(name => name !== '');
}

function count(text: string, option: string): number {
	if (!/^\d{1,9}$/.test(text)) {
		throw new UsageError(`${option} takes a number, not "${text}".`, `Write it like ${option} 7.`);
	}

	return Number(text);
}

function listRows(cases: readonly DrillCase[]): Row[] {
	const width = Math.max(...cases.map(({name}) => name.length));
	return cases.map(({name, summary}) => [segment(`${name.padEnd(width)}  `), segment(summary, 'dim')]);
}

function exportedRows(folder: string, count: number): Row[] {
	return [
		[segment(`Wrote ${count === 1 ? '1 case' : `${count} cases`} to ${folder}.`)],
		[segment(`Run them with: streamscope drill --scenarios ${folder} -- COMMAND`, 'dim')],
	];
}

function readResult(file: string): DrillResult {
	const value = parseJson(readFileSync(file, 'utf8'));
	if (!isObject(value) || value.type !== 'drill' || !Array.isArray(value.cases)) {
		throw new UsageError(
			`${file} is not the result of a drill.`,
			'Make one with: streamscope drill --json -- COMMAND',
		);
	}

	return value as unknown as DrillResult;
}

function writeResult(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new UsageError(`${file} could not be written: ${describeFailure(error)}.`, 'Choose another file.');
	}
}

function exitCodeOf(result: DrillResult, isStrict: boolean): ExitCode {
	const wrong = countLevel(result, 'bad') + (isStrict ? countLevel(result, 'weak') : 0);
	return wrong === 0 ? exitCodes.fine : exitCodes.failed;
}
