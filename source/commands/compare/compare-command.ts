import process from 'node:process';
import {buffer} from 'node:stream/consumers';
import type {Command} from 'commander';
import {sanitizeLine} from '../../text/sanitize.js';
import type {Row} from '../../text/segment.js';
import {fieldNote} from '../../ui/slash/field-note.js';
import {errorNotice} from '../ask/ask-notices.js';
import type {CommandContext, CommandModule} from '../command-module.js';
import {endBySignal} from '../end-by-signal.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {onUnread, outputFlushed} from '../guard-output.js';
import {openEndpoint} from '../open-endpoint.js';
import type {ResolvedOptions} from '../options.js';
import {rowPainter} from '../paint-row.js';
import {checkedRequest} from '../read-request.js';
import {answerLimits, requestSettings} from '../request-options.js';
import {UsageError} from '../usage-error.js';
import {watchModels} from '../watch-models.js';
import {compareFiles} from './compare-files.js';
import {comparedFiles} from './compared-files.js';
import type {ComparisonRun, ComparisonSide} from './comparison.js';
import {comparisonCsv} from './comparison-csv.js';
import {comparisonRows, labelOf} from './comparison-rows.js';
import {summariseComparison} from './comparison-summary.js';
import {type HeldComparison, holdComparison} from './hold-comparison.js';
import {runAgainst} from './run-against.js';
import {createComparisonTeller} from './tell-comparison.js';

type CompareFlags = {
	readonly model?: readonly string[];
	readonly runs?: string;
	readonly sequential?: true;
	readonly json?: true;
	readonly csv?: true;
	readonly against?: string;
	readonly againstKeyEnv?: string;
	readonly exchange?: string;
	readonly otelContent?: true;
};

/** The default question. The demo knows it, and its answer takes a few seconds. */
const defaultPrompt = 'How do large language models work?';

/** Asks the same question with and without streaming, and shows how long each took. */
export const command: CommandModule<CompareFlags> = {
	takes: [
		'maxTokens',
		'system',
		'thinking',
		'effort',
		'set',
		'beta',
		'apiVersion',
		'auth',
		'baseUrl',
		'timeout',
		'ca',
		'maxAnswerEvents',
		'maxAnswerBytes',
		'demo',
		'demoSpeed',
		'demoSeed',
	],
	declare(command: Command) {
		const collect = (model: string, models: readonly string[] = []) => [...models, model];
		command
			.argument('[prompt...]', 'the question; or two recordings or captured streams')
			.option('--model <name>', 'the model to ask; can be repeated', collect)
			.option('--runs <n>', 'how many times to ask (1)')
			.option('--sequential', 'one after the other, not at the same time')
			.option('--json', 'print every run and the table as JSON')
			.option('--csv', 'print every run as CSV')
			.option('--against <file|url>', 'compare the stream with one from a file or another address')
			.option('--against-key-env <name>', 'the variable that holds the key for the other address')
			.option(
				'--otel-content',
				'with OTEL_EXPORTER_OTLP_ENDPOINT set: send prompts and answers with the spans',
			)
			.option(
				'--exchange <n,n>',
				'of two files, or of one, the exchanges to compare; b1 is that of a bookmark',
			);
	},
	examples: [
		['streamscope compare', 'ask one question with and without streaming'],
		['streamscope compare --runs 5 --sequential "Hi"', 'show the median of five runs'],
		['streamscope compare --csv --runs 20 > runs.csv', 'save the runs for a spreadsheet'],
		['streamscope compare --against old.ndjson', 'compare a new answer with the recorded one'],
		['streamscope compare a.ndjson b.sse', 'compare two streams, without asking anybody'],
		['streamscope compare --exchange 2,5 a.ndjson', 'compare two exchanges of one recording'],
		[
			'streamscope compare --against https://gateway.example --against-key-env GATEWAY_KEY Hi',
			'compare the API with a gateway that has its own key',
		],
	],
	async run({args, own, options, context}) {
		if (own.json && own.csv) {
			throw new UsageError('--json and --csv cannot be combined.', 'Choose one of them.');
		}

		if (own.againstKeyEnv !== undefined && own.against === undefined) {
			throw new UsageError(
				'--against-key-env needs --against.',
				'It names the variable that holds the key for the other address.',
			);
		}

		const files = comparedFiles(args, own, context.env);
		let isUnread = false;
		onUnread(context, () => {
			isUnread = true;
		});
		if (files !== null) {
			const {exchange, json} = own;
			const code = await compareFiles({
				files,
				context,
				...(exchange === undefined ? {} : {exchange}),
				...(json ? {json} : {}),
			});
			await outputFlushed(context);
			return isUnread ? exitCodes.fine : code;
		}

		const words = await promptWords(args, context);
		const code =
			own.against === undefined
				? await comparison(words || defaultPrompt, own, options, context)
				: await runAgainst({
						...againstFlags(own),
						against: own.against,
						words,
						defaultPrompt,
						options: withModel(options, own.model?.[0]),
						context,
					});
		await outputFlushed(context);
		return isUnread ? exitCodes.fine : code;
	},
};

/** Checks that only two streams are compared, each once and at the same time. Throws a `UsageError` otherwise. */
function againstFlags(flags: CompareFlags): Pick<CompareFlags, 'json' | 'againstKeyEnv'> {
	const {model = [], runs, sequential, csv, json, againstKeyEnv} = flags;
	if (csv) {
		throw new UsageError('--csv and --against cannot be combined.', '--json prints both streams.');
	}

	if (runs !== undefined || sequential) {
		const flag = sequential ? '--sequential' : '--runs';
		throw new UsageError(`${flag} and --against cannot be combined.`, '--against requests each stream once.');
	}

	if (model.length > 1) {
		throw new UsageError('--against takes one --model.', 'Both streams come from the same model.');
	}

	return {...(json ? {json} : {}), ...(againstKeyEnv === undefined ? {} : {againstKeyEnv})};
}

function withModel({values, origins}: ResolvedOptions, model: string | undefined): ResolvedOptions {
	return model === undefined
		? {values, origins}
		: {
				values: {...values, model},
				origins: {...origins, model: {from: 'flag', name: '--model'}},
			};
}

async function comparison(
	words: string,
	own: CompareFlags,
	options: ResolvedOptions,
	context: CommandContext,
): Promise<ExitCode> {
	const sides = sidesOf(own, options);
	const runs = runCount(own.runs ?? '1');
	await using endpoint = await openEndpoint(options);
	if (endpoint.isFallback) {
		context.stderr.write('No credential found, so the embedded demo answers.\n');
	}

	const note = fieldNote(requestSettings(options.values).set ?? []);
	if (note !== null) {
		context.stderr.write(`${sanitizeLine(note)}\n`);
	}

	const names = [...new Set(sides.map(({model}) => model))];
	using models = watchModels(names, endpoint.client, line => context.stderr.write(`${line}\n`));
	const teller = createComparisonTeller(endpoint, context.env);
	const held = await holdComparison({
		onRun: teller.onRun,
		sides,
		runs,
		isSequential: own.sequential === true,
		endpoint,
		request: model =>
			checkedRequest(
				{...requestSettings(options.values), model},
				[{role: 'user', content: words}],
				options.values.apiVersion,
			),
		isShown: context.stdout.isTTY && !own.json && !own.csv,
		stdout: context.stdout,
		limits: answerLimits(options.values),
	});
	models.tell();
	print(held, sides, own, context);
	const problem = await teller.tell(own.otelContent === true);
	if (problem !== null) {
		context.stderr.write(`${problem}\n`);
	}

	return exitCodeOf(held);
}

function runCount(text: string): number {
	if (!/^[1-9]\d{0,3}$/.test(text)) {
		throw new UsageError(`--runs cannot be ${text}.`, 'Use a number from 1 to 9999.');
	}

	return Number(text);
}

async function promptWords(args: readonly string[], {stdin}: CommandContext): Promise<string> {
	const words = args.filter(word => word !== '-').join(' ');
	return words.trim() === '' && !stdin.isTTY ? (await buffer(stdin)).toString().trim() : words;
}

function sidesOf({model}: CompareFlags, {values}: ResolvedOptions): readonly ComparisonSide[] {
	const models = [...new Set(model ?? [values.model])];
	return models.flatMap((name): readonly ComparisonSide[] => [
		{model: name, mode: 'streaming'},
		{model: name, mode: 'whole'},
	]);
}

function print(
	{results}: HeldComparison,
	sides: readonly ComparisonSide[],
	{json, csv}: CompareFlags,
	{stdout, stderr}: CommandContext,
): void {
	for (const result of results) {
		if (result.error !== null) {
			stderr.write(`${labelOf(result)}, run ${result.run}: ${errorNotice(result.error)}\n`);
		}
	}

	const summary = summariseComparison(sides, results);
	if (csv) {
		stdout.write(comparisonCsv(results));
	} else if (json) {
		stdout.write(`${JSON.stringify({version: 1, summary, runs: results}, null, 2)}\n`);
	} else {
		stdout.write(textOf(comparisonRows(summary, stdout.columns ?? 100), stdout));
	}
}

function textOf(rows: readonly Row[], stdout: CommandContext['stdout']): string {
	const paint = rowPainter(stdout);
	return rows.map(row => `${paint(row)}\n`).join('');
}

function exitCodeOf({results, signal}: HeldComparison): ExitCode {
	if (signal === 'SIGINT') {
		return exitCodes.interrupted;
	}

	if (signal !== null) {
		endBySignal(process, signal);
	}

	const isWell = (result: ComparisonRun) => result.outcome === 'complete';
	return results.length > 0 && results.every(isWell) ? exitCodes.fine : exitCodes.failed;
}
