import type {Command} from 'commander';
import type {RecorderStatus} from '../../recording/open-recorder.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {keysFor} from '../keys-for.js';
import {parseWatchdog, watchdogHelp} from '../parse-watchdog.js';
import {screenOptions} from '../screen-options.js';
import {UsageError} from '../usage-error.js';
import {grow} from './grow.js';
import {growingName, newestSession} from './growing-name.js';
import {recordGrowth} from './record-growth.js';
import {showGrowth} from './show-growth.js';

type FollowFlags = {
	readonly last?: true;
	readonly paused?: true;
	readonly watchdog?: readonly string[];
	readonly record?: string;
};

/** The screen of the chat over a stream or a recording that is still growing. */
export const command: CommandModule<FollowFlags> = {
	takes: screenOptions,
	declare(command: Command) {
		command
			.argument(
				'[source]',
				'a recording or a captured stream, a session id, the address of a running tap or serve; - is standard input',
			)
			.option('--last', 'the newest session, such as that of a running chat')
			.option('--paused', 'start paused, at the first event')
			.option('--record <file>', 'also write what comes into a recording')
			.option('--watchdog <rule>', watchdogHelp, (rule: string, before: readonly string[] = []) => [
				...before,
				rule,
			]);
	},
	examples: [
		['curl -sN … | streamscope follow -', 'watch a stream while curl runs'],
		['curl -sN … | streamscope follow - --record a.ndjson', 'and keep it'],
		['streamscope follow session.ndjson', 'watch a recording that another program writes'],
		['streamscope follow --last', 'watch the chat of another terminal'],
		['streamscope follow http://127.0.0.1:8788', 'watch a running tap or serve'],
	],
	async run({args, own, options: {values}, configFile, context}) {
		if (values.screenReader) {
			throw new UsageError(
				'The player is a full screen, which a screen reader cannot read.',
				'streamscope inspect - reports on a stream when it has ended.',
			);
		}

		const [source = '-'] = args;
		const growing = own.last === true ? newestSession(context.env) : growingName(source, context);
		const keys = keysFor(growing.kind === 'stream' ? '-' : growing.name, context);
		const stop = new AbortController();
		const growth = grow(await growing.open(stop.signal));
		const recording = own.record === undefined ? null : recordGrowth(growth, own.record, context.env);
		const watchdogs = (own.watchdog ?? []).map(parseWatchdog);
		const isPaused = own.paused === true;
		const {name, releaseHold} = growing;
		await showGrowth({
			...{name, growth, values, configFile, context, keys, isPaused, watchdogs},
			...(releaseHold === undefined ? {} : {releaseHold}),
		});
		stop.abort();
		sayRecorded(recording?.close() ?? null, own.record ?? '', context.stderr);
		if (growing.kind === 'stream') {
			// The program at the other end of the pipe would otherwise keep this one waiting.
			context.stdin.destroy();
		}

		return exitCodes.fine;
	},
};

/** Where the recording is, if that is another file than the one that was named, and what it lacks. */
function sayRecorded(
	status: RecorderStatus | null,
	file: string,
	stderr: Pick<NodeJS.WritableStream, 'write'>,
): void {
	if (status?.ok === false) {
		stderr.write(`The recording is not complete: ${sanitizeLine(status.error)}\n`);
	} else if (status?.movedFrom) {
		stderr.write(
			`${sanitizeLine(file)} holds a recording already, so this one is ${sanitizeLine(status.path)}\n`,
		);
	}
}
