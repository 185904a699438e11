import type {Command} from 'commander';
import {pricesWith} from '../../config/price-overrides.js';
import {conformanceRules} from '../../messages/conformance/conformance-rules.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {formatTokens} from '../../text/format-numbers.js';
import type {Row} from '../../text/segment.js';
import {printJson} from '../../wire/json.js';
import type {CommandContext, CommandModule} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {fileOf} from '../open-named-source.js';
import {rowPainter} from '../paint-row.js';
import {startProgressLine} from '../progress-line.js';
import {pipeWithProgress, readWithProgress} from '../read-progress.js';
import {UsageError} from '../usage-error.js';
import {
	type FileReport,
	type InspectSettings,
	joinReports,
	reportFile,
	unreadableFile,
} from './file-report.js';
import {reportRows, verdictRow} from './report-rows.js';
import {ruleRows} from './rule-rows.js';

type InspectFlags = {
	readonly json?: true;
	readonly quiet?: true;
	readonly strict?: true;
	readonly rules?: true;
};

/** The width, in cells, of output to a pipe or a file. */
const usualWidth = 100;

/** Reports on any recorded or captured stream: what arrived, when, what it cost and whether it is valid. */
export const command: CommandModule<InspectFlags> = {
	takes: [],
	declare(command: Command) {
		command
			.argument('[files...]', 'recordings, captured streams or session ids; - is standard input')
			.option('--json', 'print the report as JSON')
			.option('--quiet', 'print only the verdict')
			.option('--strict', 'count warnings as errors')
			.option('--rules', 'list the rules of a valid stream');
	},
	examples: [
		['streamscope inspect session.ndjson', 'report on every exchange of a recording'],
		['curl -sN … | streamscope inspect -', 'check what a gateway sends'],
		['streamscope inspect --quiet --strict *.sse', 'for CI: exit code 1 if any stream is not valid'],
		['streamscope inspect --json a.har | jq .counts', 'print a report for a script'],
	],
	async run({args, own, options, context}) {
		const write = rowWriter(context);
		if (own.rules) {
			own.json ? writeJson(context, conformanceRules) : write(ruleRows(widthOf(context)));
			return exitCodes.fine;
		}

		const settings = {isStrict: own.strict === true, prices: pricesWith(options.values.prices)};
		const reports: FileReport[] = [];
		for (const file of filesOf(args, context)) {
			const report = await inspectFile(file, context, settings);
			reports.push(report);
			if (!own.json) {
				const isShort = own.quiet === true || report.format === null;
				const separator = isShort || reports.length === 1 ? [] : [[]];
				write([...separator, ...(isShort ? [verdictRow(report)] : reportRows(report, widthOf(context)))]);
			}
		}

		const joined = joinReports(reports);
		if (own.json) {
			writeJson(context, own.quiet ? {...joined, files: joined.files.map(withoutExchanges)} : joined);
		}

		return exitCodeOf(reports);
	},
};

function filesOf(args: readonly string[], {stdin}: CommandContext): readonly string[] {
	if (args.length === 0 && stdin.isTTY) {
		throw new UsageError(
			'There is nothing to inspect.',
			'Name a file, or pipe a stream in: streamscope inspect FILE|-',
		);
	}

	return args.length === 0 ? ['-'] : args;
}

async function inspectFile(
	file: string,
	{stdin, stderr, env}: CommandContext,
	settings: InspectSettings,
): Promise<FileReport> {
	try {
		const path = file === '-' ? null : fileOf(file, env);
		// Nothing is printed until the line has disappeared.
		using progress = startProgressLine({stderr, stdout: {isTTY: false}}, 'Reading');
		const open = () => (path === null ? pipeWithProgress(stdin, progress) : readWithProgress(path, progress));
		const onEnd = (exchange: number) => progress.say(`Checking exchange ${formatTokens(exchange)}`);
		return await reportFile(file, {open, canReopen: path !== null}, {...settings, onEnd});
	} catch (error) {
		if (error instanceof UsageError) {
			return unreadableFile(file, error.message);
		}

		if (isSystemError(error)) {
			return unreadableFile(file, `Cannot read it: ${describeFailure(error, 'read')}.`);
		}

		throw error;
	}
}

/** A file that cannot be judged is a usage error, whatever else was found. */
function exitCodeOf(reports: readonly FileReport[]): ExitCode {
	if (reports.some(({isJudged}) => !isJudged)) {
		return exitCodes.usage;
	}

	return reports.every(({isValid}) => isValid) ? exitCodes.fine : exitCodes.failed;
}

function withoutExchanges({exchanges: _, ...verdict}: FileReport) {
	return verdict;
}

function widthOf({stdout}: CommandContext): number {
	return stdout.columns ?? usualWidth;
}

function rowWriter({stdout}: CommandContext): (rows: readonly Row[]) => void {
	const paint = rowPainter(stdout);
	return rows => stdout.write(rows.map(row => `${paint(row)}\n`).join(''));
}

function writeJson({stdout}: CommandContext, value: unknown): void {
	stdout.write(`${printJson(value, 2)}\n`);
}
