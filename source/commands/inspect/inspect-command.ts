import type {Command} from 'commander';
import {watchdogSigns} from '../../analysis/watchdog.js';
import {pricesWith} from '../../config/price-overrides.js';
import {conformanceRules} from '../../messages/conformance/conformance-rules.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {Row} from '../../text/segment.js';
import {printJson} from '../../wire/json.js';
import type {CommandContext, CommandModule, Invocation} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {fileOf} from '../open-named-source.js';
import {rowPainter} from '../paint-row.js';
import {startProgressLine} from '../progress-line.js';
import {pipeWithProgress, readWithProgress} from '../read-progress.js';
import {screenOptions} from '../screen-options.js';
import {UsageError} from '../usage-error.js';
import {createArrivalTimes} from './arrival-times.js';
import {type FileReport, type InspectSettings, reportFile, unreadableFile} from './file-report.js';
import {filesToInspect} from './files-to-inspect.js';
import {inspectSettings, type JudgingFlags} from './inspect-settings.js';
import {documentOf, reportFormats, reportStyle, rowsOfReport, type StyleFlags} from './print-reports.js';
import {ruleRows} from './rule-rows.js';

type InspectFlags = JudgingFlags & StyleFlags & {readonly live?: true};

/** The width, in cells, of output to a pipe or a file. */
const usualWidth = 100;

/** Reports on any recorded or captured stream: what arrived, when, what it cost and whether it is valid. */
export const command: CommandModule<InspectFlags> = {
	takes: screenOptions,
	declare(command: Command) {
		command
			.argument('[files...]', 'recordings, captures, folders of them, or session ids; - is standard input')
			.option('--live', 'show standard input in the screen while it comes; the report follows when you quit')
			.option('--json', 'print the report as JSON')
			.option('--format <name>', `print the findings as ${reportFormats.join(', ')}`)
			.option('--quiet', 'print only the verdict')
			.option('--table', 'print only a table of the exchanges')
			.option('--csv', 'print that table as CSV')
			.option('--stats', 'add statistics: types, bytes, share of the time, gaps by block, rate')
			.option('--strict', 'count warnings as errors')
			.option('--rules [names]', 'list the rules; with names, check only these, or all but -these')
			.option('--max-ttft <time>', 'fail if the first content takes longer, such as 2s')
			.option('--max-gap <time>', 'fail if content pauses for longer, such as 5s')
			.option('--max-reads-per-event <n>', 'fail if a gateway splits its events into more reads')
			.option(
				'--watchdog <rule>',
				`fail where a client with this rule would have given up: '${watchdogSigns.join('|')} TIME'`,
				(rule: string, rules: readonly string[] = []) => [...rules, rule],
			);
	},
	examples: [
		['streamscope inspect session.ndjson', 'report on every exchange of a recording'],
		['curl -sN … | streamscope inspect -', 'check what a gateway sends'],
		['curl -sN … | streamscope inspect --live -', 'watch it first, then the report'],
		['streamscope inspect --quiet --strict *.sse', 'for CI: exit code 1 if any stream is not valid'],
		['streamscope inspect captures/', 'every capture in a folder'],
		['streamscope inspect --json a.har | jq .counts', 'print a report for a script'],
		['streamscope inspect --stats session.ndjson', 'what came, how often, and what took the time'],
		['streamscope inspect --format github --max-ttft 2s a.har', 'annotate a pull request, with a budget'],
		["streamscope inspect --watchdog 'content 90s' a.ndjson", 'which streams would a client have killed?'],
		['streamscope inspect --rules=-id-shape,-line-ends a.sse', 'leave two rules out'],
	],
	async run(invocation) {
		const {args, own, options, context} = invocation;
		const write = rowWriter(context);
		const style = reportStyle(own);
		if (own.rules === true) {
			style === 'json' ? writeJson(context, conformanceRules) : write(ruleRows(widthOf(context)));
			return exitCodes.fine;
		}

		const settings = inspectSettings(own, pricesWith(options.values.prices));
		const reports: FileReport[] = [];
		const files = filesToInspect(filesOf(args, context));
		if (own.live && args.some(file => file !== '-')) {
			throw new UsageError(
				'--live watches standard input.',
				'streamscope follow FILE watches a file that grows.',
			);
		}

		const others: string[] = [];
		for (const {file, isNamed} of files) {
			const report = own.live
				? await inspectLive(invocation, settings)
				: await inspectFile(file, context, settings);
			if (!isNamed && report.format === 'unknown') {
				others.push(file);
				continue;
			}

			write(rowsOfReport(report, style, {width: widthOf(context), isFirst: reports.length === 0}) ?? []);
			reports.push(report);
		}

		context.stdout.write(documentOf(reports, style));
		context.stderr.write(otherFiles(others));
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
		const arrival = path === null ? createArrivalTimes() : null;
		const open = () =>
			path === null
				? pipeWithProgress(arrival?.watch(stdin) ?? stdin, progress)
				: readWithProgress(path, progress);
		const onEnd = (exchange: number) => progress.say(`Checking exchange ${formatTokens(exchange)}`);
		return await reportFile(file, {open, canReopen: path !== null, arrival}, {...settings, onEnd});
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

/** The screen first, and then the report on what came. */
async function inspectLive(invocation: Invocation, settings: InspectSettings): Promise<FileReport> {
	const {watchLive} = await import('./watch-live.js');
	const arrival = createArrivalTimes();
	const pieces = await watchLive(invocation, arrival);
	const open = () => iterated(pieces);
	return reportFile('-', {open, canReopen: true, arrival}, settings);
}

async function* iterated<T>(items: Iterable<T>): AsyncGenerator<T> {
	yield* items;
}

/** What in a folder is not a capture is named, and does not count. */
function otherFiles(files: readonly string[]): string {
	const names = files.slice(0, 5).map(sanitizeLine).join(', ');
	return files.length === 0 ? '' : `Not captures: ${names}${files.length > 5 ? ' and others' : ''}.\n`;
}

/** A file that cannot be judged is a usage error, whatever else was found, and so is a folder without a capture. */
function exitCodeOf(reports: readonly FileReport[]): ExitCode {
	if (reports.length === 0 || reports.some(({isJudged}) => !isJudged)) {
		return exitCodes.usage;
	}

	return reports.every(({isValid}) => isValid) ? exitCodes.fine : exitCodes.failed;
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
