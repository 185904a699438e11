import {mkdirSync} from 'node:fs';
import {networkInterfaces} from 'node:os';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import type {Command} from 'commander';
import type {AnswerWatcher} from '../../demo/answer-watcher.js';
import {createJournal} from '../../demo/journal.js';
import {traceAnswers} from '../../demo/trace-answers.js';
import {openRecorder, type Recorder} from '../../recording/open-recorder.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {segment} from '../../text/segment.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {checkScenarios} from '../check-scenarios.js';
import type {CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {printRows} from '../print-rows.js';
import {screenOptions} from '../screen-options.js';
import {untilStopped} from '../until-stopped.js';
import {version} from '../version.js';
import {openReplay} from './open-replay.js';
import {type Plays, playedWords} from './played-words.js';
import {reachableUrls} from './reachable-urls.js';
import {requestRow} from './request-row.js';
import {serveIntroduction, serveNotes} from './serve-introduction.js';
import {type ServeFlags, serveOptions, usualPort} from './serve-options.js';
import {startServing} from './start-serving.js';

/** How many requests the journal keeps. */
const journalLength = 1000;

/** The Messages API for a room, for CI and for any SDK, without a model and without a key. */
export const command: CommandModule<ServeFlags> = {
	takes: [...screenOptions, 'ca'],
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
			.option(
				'--replay <path>',
				'play the answers of a recording, a capture or a folder of recordings in place of a scenario',
			)
			.option(
				'--upstream <url>',
				'with --replay: ask this server for what is not recorded, and record it there',
			)
			.option('--strict', 'with --replay: an error for a request that was not recorded')
			.option('--record <folder>', 'record what is asked and answered in a file of this folder')
			.option('--print', 'print a line for each answer, without the screen')
			.option('--quiet', 'print no line for each answer, and show no screen');
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
		[
			'streamscope serve --upstream https://api.anthropic.com --replay answers/',
			'ask the API once for each question, and the folder from then on',
		],
		['streamscope serve --replay answers/ --strict', 'in CI: only what was recorded'],
		['streamscope serve --scenarios weather.scenario', 'play an answer that you wrote'],
		['streamscope serve --check scenarios/', 'check scenario files'],
		['streamscope follow http://127.0.0.1:8787', 'in another terminal: watch every stream as it is sent'],
	],
	async run(invocation) {
		const {
			own,
			options: {values},
			context,
		} = invocation;
		if (own.check !== undefined) {
			return checkScenarios(own.check, context);
		}

		const options = serveOptions(own);
		const replay = await openReplay(own, options, values.ca, context);
		const isShown = context.stdout.isTTY === true && context.stdin.isTTY === true && !own.print && !own.quiet;
		// The screen hears signals itself.
		const stopped = isShown ? null : untilStopped();
		let open = 0;
		const journal = createJournal({
			limit: journalLength,
			keepsBodies: false,
			now: () => performance.now(),
			onEnd(entry) {
				if (!own.quiet && !isShown) {
					printRows(context.stdout, [requestRow(entry, timeOfDay())]);
				}
			},
		});
		let recorder: Recorder | null = null;
		const listeners = new Set<(event: TraceEvent) => void>();
		const countOpen: AnswerWatcher = () => {
			open++;
			return {asked() {}, began() {}, sent() {}, ended: () => open--};
		};
		let plays = playedWords({...options, replay});
		const onChange = (changed: Plays) => {
			plays = playedWords(changed);
			if (!own.quiet && !isShown) {
				printRows(context.stdout, [
					[segment(`${timeOfDay()}  `, 'dim'), segment(`now plays ${plays}`, 'title')],
				]);
			}
		};
		const server = await startServing({options, replay, journal, onChange}, trace => [
			countOpen,
			traceAnswers({
				origin: () => server.url,
				now: () => performance.now() - startedAt,
				isWanted: () => recorder !== null || listeners.size > 0 || trace.isFollowed(),
				emit(event) {
					trace.append(event);
					recorder?.append(event);
					for (const listen of listeners) {
						listen(event);
					}
				},
			}),
		]);
		const startedAt = performance.now();
		const urls = reachableUrls(server.url, networkInterfaces());
		recorder = own.record === undefined ? null : record(own.record, startedAt);
		const recordingTo = recorder?.status.path ?? null;
		if (stopped === null) {
			const {showServing} = await import('./show-serving.js');
			await showServing(invocation, {
				url: urls[0],
				plays: () => plays,
				notes: serveNotes({options, replay}),
				now: () => performance.now() - startedAt,
				listen: listener => listeners.add(listener),
			});
		} else {
			printRows(context.stdout, serveIntroduction({urls, options, replay, recordingTo}));
			await stopped;
		}

		if (open > 0) {
			printRows(context.stdout, [
				[segment(`${open === 1 ? '1 answer was' : `${open} answers were`} still open.`)],
			]);
		}

		await server.close();
		const failed = [recorder?.close(), replay?.through?.close()].filter(status => status?.ok === false);
		for (const {error} of failed) {
			context.stderr.write(`The recording is not complete: ${sanitizeLine(error)}\n`);
		}

		return failed.length === 0 ? exitCodes.fine : exitCodes.failed;
	},
};

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

function timeOfDay(): string {
	return new Date().toTimeString().slice(0, 8);
}
