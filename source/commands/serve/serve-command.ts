import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import type {Command} from 'commander';
import type {AnswerWatcher} from '../../demo/answer-watcher.js';
import {createControlRoutes} from '../../demo/control/control-routes.js';
import {sdkLines} from '../../demo/control/sdk-lines.js';
import {type DemoServer, startDemoServer} from '../../demo/demo-server.js';
import {parseFaults} from '../../demo/faults/parse-faults.js';
import {createJournal, type Journal} from '../../demo/journal.js';
import {type RecordedAnswer, recordedAnswers} from '../../demo/recorded-answers.js';
import {createScenarioBook} from '../../demo/scenario-book.js';
import {traceAnswers} from '../../demo/trace-answers.js';
import {openRecorder, type Recorder} from '../../recording/open-recorder.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {isLoopback} from '../../wire/url-secrets.js';
import type {CommandContext, CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {openFilledSource} from '../open-named-source.js';
import {printRows} from '../print-rows.js';
import {type TraceOnDemand, traceOnDemand} from '../trace-on-demand.js';
import {untilStopped} from '../until-stopped.js';
import {UsageError} from '../usage-error.js';
import {version} from '../version.js';
import {checkScenarios} from './check-scenarios.js';
import {requestRow} from './request-row.js';
import {type ServeFlags, type ServeOptions, serveOptions, usualPort} from './serve-options.js';

/** How many requests the journal keeps. */
const journalLength = 1000;

/** The Messages API for a room, for CI and for any SDK, without a model and without a key. */
export const command: CommandModule<ServeFlags> = {
	takes: [],
	declare(command: Command) {
		command
			.option('--host <address>', 'the address to listen on (127.0.0.1); another one lets others in')
			.option('--port <n>', `the port (${usualPort}); 0 is any free one`)
			.option('--scenario <name>', 'what plays for requests that choose nothing (chat)')
			.option(
				'--scenarios <path>',
				'also play the scenarios of this file or folder; can be repeated',
				(path: string, before: readonly string[] = []) => [...before, path],
			)
			.option('--check <paths...>', 'check scenario files or folders, and serve nothing')
			.option('--seed <n>', 'the same seed gives the same streams (1)')
			.option('--speed <factor>', '0.25 to 10, or max (1)')
			.option('--faults <list>', 'break the answers of requests that name no fault, such as cut-after=12')
			.option('--replay <file>', 'play the answers of a recording or capture in place of a scenario')
			.option('--record <folder>', 'record what is asked and answered in a file of this folder')
			.option('--quiet', 'print no line for each answer');
	},
	examples: [
		['streamscope serve', 'serve the API to the SDKs on this machine'],
		['streamscope serve --scenario thinking --speed 2', 'choose what plays, and how fast'],
		['streamscope serve --host 0.0.0.0', 'serve a class in the same network'],
		['streamscope serve --port 0 --speed max --quiet', 'for tests: any free port, and no waiting'],
		[
			'streamscope serve --replay session.ndjson',
			'play a recording, with its times and reads, to any client',
		],
		['streamscope serve --scenarios weather.scenario', 'play an answer that you wrote'],
		['streamscope serve --check scenarios/', 'check scenario files'],
		['streamscope follow http://127.0.0.1:8787', 'in another terminal: watch every stream as it is sent'],
	],
	async run({own, context}) {
		if (own.check !== undefined) {
			return checkScenarios(own.check, context);
		}

		const options = serveOptions(own);
		const recorded = own.replay === undefined ? undefined : await answersOf(own.replay, context);
		const stopped = untilStopped();
		let open = 0;
		const journal = createJournal({
			limit: journalLength,
			keepsBodies: false,
			now: () => performance.now(),
			onEnd(entry) {
				if (!own.quiet) {
					printRows(context.stdout, [requestRow(entry, timeOfDay())]);
				}
			},
		});
		let recorder: Recorder | null = null;
		const countOpen: AnswerWatcher = () => {
			open++;
			return {asked() {}, began() {}, sent() {}, ended: () => open--};
		};
		const server = await start({...options, recorded}, journal, trace => [
			countOpen,
			traceAnswers({
				origin: () => server.url,
				now: () => performance.now() - startedAt,
				emit(event) {
					trace.append(event);
					recorder?.append(event);
				},
			}),
		]);
		const startedAt = performance.now();
		recorder = own.record === undefined ? null : record(own.record, startedAt);
		for (const row of introduction(
			server,
			own.replay === undefined ? options.scenario : sanitizeLine(own.replay),
			{host: options.host, recorder},
		)) {
			printRows(context.stdout, [row]);
		}

		await stopped;
		if (open > 0) {
			printRows(context.stdout, [
				[segment(`${open === 1 ? '1 answer was' : `${open} answers were`} still open.`)],
			]);
		}

		await server.close();
		const status = recorder?.close();
		if (status?.ok === false) {
			context.stderr.write(`The recording is not complete: ${sanitizeLine(status.error)}\n`);
			return exitCodes.failed;
		}

		return exitCodes.fine;
	},
};

/** Starts the server with its page. Throws a `UsageError` if the address cannot be had. */
async function start(
	{
		host,
		port,
		seed,
		recorded,
		...played
	}: ServeOptions & {readonly recorded: readonly RecordedAnswer[] | undefined},
	journal: Journal,
	watchers: (trace: TraceOnDemand) => readonly AnswerWatcher[],
): Promise<DemoServer> {
	let {faults} = played;
	const trace = traceOnDemand('demo');
	const control = createControlRoutes({
		state: () => ({
			url: server.url,
			scenario: server.scenario,
			speed: server.speed,
			faults,
			scenarios: server.scenarios.list,
		}),
		scenarios: createScenarioBook(played.scenarioFiles),
		change(change) {
			if (change.scenario !== undefined) {
				server.setScenario(change.scenario);
			}

			if (change.speed !== undefined) {
				server.setSpeed(change.speed);
			}

			if (change.faults !== undefined) {
				faults = change.faults;
				server.setFaults(chosen(faults));
			}
		},
		journal,
		feed: trace.feed,
	});
	const server: DemoServer = await startDemoServer({
		...{host, port, seed, scenario: played.scenario, speed: played.speed},
		scenarioFiles: played.scenarioFiles,
		faults: chosen(faults),
		watchers: [journal.watch, ...watchers(trace)],
		besides: control,
		...(recorded && {recorded}),
	}).catch((error: unknown) => {
		throw isSystemError(error)
			? new UsageError(
					`The server cannot listen on ${host}:${port}: ${describeFailure(error)}.`,
					'Choose another --port; 0 is any free one.',
				)
			: error;
	});
	return server;
}

/** The answers in a file. Throws a `UsageError` if there are none. */
async function answersOf(name: string, context: CommandContext): Promise<readonly RecordedAnswer[]> {
	const {source} = await openFilledSource(name, 'play', context);
	const answers = recordedAnswers(source.events);
	if (answers.length === 0) {
		throw new UsageError(`${name} has requests, but no answers.`, 'Choose another file.');
	}

	return answers;
}

/** The list was checked before. */
function chosen(list: string) {
	const parsed = parseFaults(list);
	return 'faults' in parsed ? parsed.faults : [];
}

function record(folder: string, startedAt: number): Recorder {
	const now = new Date();
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const name = `serve-${now.toISOString().slice(0, 19).replaceAll(/[T:]/g, '-')}.ndjson`;
	return openRecorder({
		target: {kind: 'file', path: path.join(folder, name)},
		header: {app: `streamscope/${version}`, mode: 'demo', title: 'What serve was asked'},
		startedAt: now,
		now: () => performance.now() - startedAt,
	});
}

type Surroundings = {readonly host: string; readonly recorder: Recorder | null};

function introduction({url}: DemoServer, played: string, {host, recorder}: Surroundings): Row[] {
	const lines = sdkLines(url);
	const width = Math.max(...lines.map(({sdk}) => sdk.length));
	return [
		[segment('The Messages API is served at '), segment(url, 'title'), segment(`, playing ${played}.`)],
		...(isLoopback(host)
			? []
			: [
					[
						segment(
							'Everybody who can reach this address can use it. It has no secrets and calls no model.',
							'warning',
						),
					],
				]),
		[],
		...lines.map(({sdk, code}) => [segment(`${sdk.padEnd(width)}  `, 'dim'), segment(code)]),
		[],
		[segment(`${url}/ shows the same, with copy buttons, and changes what plays.`)],
		[segment(`streamscope follow ${url} shows every stream as it is sent.`)],
		...(recorder === null ? [] : [[segment(`Recording to ${recorder.status.path}`)]]),
		[segment('Ctrl+C stops it.', 'dim')],
		[],
	];
}

function timeOfDay(): string {
	return new Date().toTimeString().slice(0, 8);
}
