import type {Command} from 'commander';
import type {DrillCase} from '../../drill/drill-case.js';
import {countLevel, type DrillResult} from '../../drill/drill-result.js';
import {drillJunit} from '../../drill/formats/drill-junit.js';
import {drillMatrix} from '../../drill/formats/drill-matrix.js';
import {type Row, segment} from '../../text/segment.js';
import {catchEnding} from '../catch-ending.js';
import {checkScenarios} from '../check-scenarios.js';
import type {CommandModule} from '../command-module.js';
import {endBySignal} from '../end-by-signal.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {outputFlushed} from '../guard-output.js';
import {printRows} from '../print-rows.js';
import {requireScenarios} from '../scenario-paths.js';
import {UsageError} from '../usage-error.js';
import {builtInCases} from './built-in-cases.js';
import {caseOfScenario} from './case-of-scenario.js';
import {chooseCases} from './choose-cases.js';
import {caseText, exportCases} from './copy-cases.js';
import {type ClientFlags, drillClient} from './drill-client.js';
import {readResults, requireWritable, writeResult} from './result-files.js';

type DrillFlags = ClientFlags & {
	readonly only?: readonly string[];
	readonly scenarios?: readonly string[];
	readonly strict?: true;
	readonly junit?: string;
	readonly html?: string;
	readonly list?: true;
	readonly print?: string;
	readonly export?: string;
	readonly check?: readonly string[];
	readonly matrix?: true;
};

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
			.option('--output', 'print what the client printed in the cases that did not go well')
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
			context.stdout.write(drillMatrix(readResults(args)));
			return exitCodes.fine;
		}

		const [file, ...rest] = args;
		if (file === undefined) {
			throw new UsageError(
				'drill needs the command of a client.',
				'Put it after --, as in: streamscope drill -- python ask.py',
			);
		}

		for (const target of [own.junit, own.html]) {
			if (target !== undefined) {
				requireWritable(target);
			}
		}

		const ending = catchEnding(process);
		const chosen = {flags: own, cases, signal: ending.signal};
		const result = await drillClient({file, args: rest}, chosen, context);
		const received = ending.end();
		if (result === null) {
			if (received !== null && received !== 'SIGINT') {
				await outputFlushed(context);
				endBySignal(process, received);
			}

			return exitCodes.interrupted;
		}

		if (own.junit !== undefined) {
			writeResult(own.junit, drillJunit(result));
		}

		if (own.html !== undefined) {
			writeResult(own.html, drillMatrix([result]));
		}

		return exitCodeOf(result, own.strict === true);
	},
};

function names(list: string, before: readonly string[] = []): readonly string[] {
	return [...before, ...list.split(',').map(name => name.trim())].filter(name => name !== '');
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

function exitCodeOf(result: DrillResult, isStrict: boolean): ExitCode {
	const wrong = countLevel(result, 'bad') + (isStrict ? countLevel(result, 'weak') : 0);
	return wrong === 0 ? exitCodes.fine : exitCodes.failed;
}
