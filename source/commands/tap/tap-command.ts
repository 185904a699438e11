import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import type {Command} from 'commander';
import undici from 'undici';
import {environmentSecrets} from '../../client/client-secrets.js';
import {apiDispatcher} from '../../client/network-dispatcher.js';
import {type RunningProxy, startProxy} from '../../client/proxy/start-proxy.js';
import {createSecretMask} from '../../client/secret-mask.js';
import {createTapExchanges} from '../../client/tap-exchanges.js';
import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import {tracePath} from '../../recording/growing/trace-feed.js';
import {openRecorder, type Recorder} from '../../recording/open-recorder.js';
import {recordingVersion} from '../../recording/recording-format.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import type {CommandModule, Invocation} from '../command-module.js';
import {otelSettings} from '../otel/otel-settings.js';
import {watchdogHelp} from '../parse-watchdog.js';
import {screenOptions} from '../screen-options.js';
import {traceOnDemand} from '../trace-on-demand.js';
import {UsageError} from '../usage-error.js';
import {version} from '../version.js';
import {printTapped} from './print-tapped.js';
import {runCommand} from './run-command.js';
import {showTapped} from './show-tapped.js';
import {createTapControl, type TapControl} from './tap-control.js';
import {type TapFlags, type TapOptions, tapOptions} from './tap-options.js';
import {tapVariables} from './tap-variables.js';

/** A local reverse proxy that shows any client's stream and changes nothing of it. */
export const command: CommandModule<TapFlags> = {
	takes: [...screenOptions, 'record', 'ca'],
	declare(command: Command) {
		command
			.argument('[command...]', 'after --, the client: it keeps the terminal, its exit code and its signals')
			.option('--upstream <url>', 'the server that is really asked (ANTHROPIC_BASE_URL, or the API)')
			.option(
				'--host <address>',
				'the address to listen on (127.0.0.1); another one lets others in, with a token',
			)
			.option('--port <n>', 'the port (any free one)')
			.option('--env <name>', 'the variable by which the client finds the address; can be repeated', names)
			.option(
				'--otel-content',
				'with OTEL_EXPORTER_OTLP_ENDPOINT set: send prompts and answers with the spans',
			)
			.option('--print', 'print a line an event, without the screen')
			.option(
				'--hold [filter]',
				'stop a stream before each event that matches, until it is let go; without a filter, at the breakpoint of the screen',
			)
			.option(
				'--hold-for <time>',
				'let a held stream go on by itself after this time (5s where there is no screen)',
			)
			.option(
				'--alter <change>',
				"change what the client gets, such as 'drop type:ping'; can be repeated",
				names,
			)
			.option('--watchdog <rule>', watchdogHelp, names);
	},
	examples: [
		['streamscope tap', 'show the address, and every stream that passes it'],
		['streamscope tap -- claude -p Hi', 'run a client through it, recorded'],
		['streamscope tap --upstream https://gateway.example/team-a', 'before a gateway'],
		[
			'streamscope tap --upstream http://127.0.0.1:11434 -- ollama run llama',
			'before another API: rows, times and sizes',
		],
		["streamscope tap --hold 'type:message_stop'", 'stop each stream before its end, until H lets it go on'],
		["streamscope tap --alter 'delay 5s type:ping'", 'how does a client take late pings?'],
	],
	async run(invocation) {
		const {
			args,
			options: {values},
			context,
		} = invocation;
		const options = tapOptions(invocation.own, context.env);
		const startedAt = performance.now();
		const now = () => performance.now() - startedAt;
		const recorder = values.record === false ? null : record(values.record, context.env, now);
		const demand = traceOnDemand('live');
		const control = createTapControl(
			options.alter,
			options.isPrinted || args.length > 0 || !context.stdout.isTTY,
		);
		const teller = await tellerOf(invocation, startedAt);
		const listeners: Array<(event: TraceEvent) => void> = [
			demand.append,
			event => recorder?.append(event),
			event => teller?.take(event),
		];
		await using proxy = await start(options, values.ca, {
			env: context.env,
			now,
			feed: demand.feed,
			control,
			emit(event) {
				for (const listen of listeners) {
					listen(event);
				}
			},
		});
		const variables = tapVariables(proxy.url, options.upstream, options.variables);
		if (options.token !== null) {
			context.stderr.write(
				`streamscope tap: listens on ${options.host}. Who reaches it and knows the address, with the token in it, can use it, and watch what passes.\n`,
			);
		}

		try {
			const running = {proxy, variables, recorder, listeners, control, now, watchdogs: options.watchdogs};
			if (args.length > 0) {
				return await runCommand(invocation, {...running, isPrinted: options.isPrinted});
			}

			return await (options.isPrinted || !context.stdout.isTTY
				? printTapped(invocation, running)
				: showTapped(invocation, {...running, upstream: options.upstream}));
		} finally {
			const problem = (await teller?.close()) ?? null;
			if (problem !== null) {
				context.stderr.write(`${problem}\n`);
			}

			const status = recorder?.close();
			if (status?.ok === false) {
				context.stderr.write(`The recording is not complete: ${sanitizeLine(status.error)}\n`);
			}
		}
	},
};

/** What tells an OpenTelemetry collector, if the environment names one. It is loaded only then. */
async function tellerOf({own, context: {env}}: Invocation<TapFlags>, startedAt: number) {
	if (otelSettings(env) === null) {
		return null;
	}

	const began = new Date(Date.now() - (performance.now() - startedAt)).toISOString();
	const {createExchangeTeller} = await import('../otel/exchange-teller.js');
	return createExchangeTeller({
		header: {
			type: 'recording',
			version: recordingVersion,
			app: `streamscope/${version}`,
			startedAt: began,
			mode: 'live',
			title: null,
		},
		session: `tap ${began}`,
		hasContent: own.otelContent === true,
		secrets: environmentSecrets(env),
		env,
	});
}

type Wiring = {
	readonly env: NodeJS.ProcessEnv;
	readonly now: () => number;
	readonly emit: (event: TraceEvent) => void;
	readonly control: TapControl | null;
	readonly feed: Parameters<typeof startProxy>[0]['besides'] extends (
		path: string,
		...call: infer Call
	) => boolean
		? (...call: Call) => void
		: never;
};

/** How much of a body that is no stream is kept, in bytes. */
const bodyLimit = 32 * 1024 * 1024;

async function start(
	{upstream, host, port, token}: TapOptions,
	ca: string | undefined,
	{env, now, emit, control, feed}: Wiring,
): Promise<RunningProxy> {
	try {
		return await startProxy({
			...{upstream, host, port, token, now, emit, bodyLimit},
			dispatcher:
				apiDispatcher(env, ca) ??
				new undici.Agent({allowH2: true, maxHeaderSize: 256 * 1024, connect: {timeout: 0}}),
			mask: createSecretMask(environmentSecrets(env)),
			exchanges: createTapExchanges(),
			alter: control,
			besides(path, request, response) {
				if (control?.answer(path, request, response) === true) {
					return true;
				}

				if (path.split('?')[0] !== tracePath) {
					return false;
				}

				feed(request, response);
				return true;
			},
		});
	} catch (error) {
		throw isSystemError(error)
			? new UsageError(
					`The proxy cannot listen on ${host}:${port}: ${describeFailure(error)}.`,
					'Choose another --port.',
				)
			: error;
	}
}

function record(target: string | true, env: NodeJS.ProcessEnv, now: () => number): Recorder {
	const startedAt = new Date();
	const name = `${startedAt.toISOString().slice(0, 19).replaceAll(/[T:]/g, '-')}-tap.ndjson`;
	const file = target === true ? path.join(sessionsFolder(dataFolder(env)), name) : path.resolve(target);
	if (target === true) {
		mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
	}

	return openRecorder({
		target: {kind: 'file', path: file},
		header: {app: `streamscope/${version}`, mode: 'live', title: null},
		startedAt,
		now,
		secrets: environmentSecrets(env),
	});
}

function names(name: string, before: readonly string[] = []): readonly string[] {
	return [...before, name];
}
