import {messageParams} from '../../client/chat-settings.js';
import {openRecorder, type Recorder} from '../../recording/open-recorder.js';
import {recordTrace} from '../../recording/record-trace.js';
import {type RecordingHeader, recordingVersion} from '../../recording/recording-format.js';
import {sanitizeLine} from '../../terminal/sanitize.js';
import {type MessageParam, nextMessages} from '../../trace/conversation.js';
import {Trace} from '../../trace/trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import type {Invocation} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {guardOutput} from '../guard-output.js';
import {type Endpoint, openEndpoint} from '../open-endpoint.js';
import {requestSettings} from '../request-options.js';
import {UsageError} from '../usage-error.js';
import {version} from '../version.js';
import {ask} from './ask.js';
import {type OutputKind, openOutput} from './ask-output.js';
import {openSavedSession, type SavedSession} from './saved-session.js';

export type AskFlags = {
	readonly file?: readonly string[];
	readonly events?: true;
	readonly raw?: true;
	readonly json?: true;
	readonly stream?: boolean;
	readonly continue?: true;
	readonly resume?: string;
	readonly quiet?: true;
};

export type AskCall = Pick<Invocation<AskFlags>, 'own' | 'options' | 'context'> & {
	readonly content: MessageParam['content'];
	readonly interrupted: AbortSignal;
};

/** Puts one exchange together: whom to ask, what was said before, where it is printed and recorded. */
export async function runAsk({own, options, context, content, interrupted}: AskCall): Promise<ExitCode> {
	const kind = outputKind(own);
	const session = await sessionOf(own, context.env);
	const notify = (line: string) => {
		if (!own.quiet) {
			context.stderr.write(`${line}\n`);
		}
	};

	const unread = new AbortController();
	let failure: Error | null = null;
	guardOutput(
		context,
		error => {
			failure = error;
			unread.abort();
		},
		() => unread.abort(),
	);
	await using endpoint = await openEndpoint(options);
	if (endpoint.isFallback) {
		notify('No credential was found, so the embedded demo answers.');
	}

	const trace = traceOf(session?.events ?? []);
	const start = performance.now() - (session?.lastAt ?? 0);
	const now = () => performance.now() - start;
	const header = headerOf(endpoint);
	const secrets = secretsIn(context.env);
	const recorder = recorderOf(options.values.record, session, {header, now, secrets, trace});
	const endRecording = recorder === null ? () => {} : recordTrace(trace, recorder);
	const isStreaming = own.stream !== false;
	const code = await ask({
		client: endpoint.client,
		fetch: globalThis.fetch,
		trace,
		now,
		params: messageParams(requestSettings(options.values), nextMessages(trace.view, content)),
		isStreaming,
		output: openOutput(kind, {stdout: context.stdout, header, isStreaming, secrets}),
		notify,
		interrupted,
		unread: unread.signal,
	});
	endRecording();
	noticeRecording(recorder, notify);
	await new Promise<void>(resolve => {
		context.stdout.write('', () => resolve());
	});
	return failure === null ? code : writeFailed(failure, notify);
}

function outputKind({events, raw, json}: AskFlags): OutputKind {
	const asked = Object.entries({events, raw, json}).filter(([, isAsked]) => isAsked);
	if (asked.length > 1) {
		const names = asked.map(([name]) => `--${name}`).join(' and ');
		throw new UsageError(`${names} do not go together.`, 'One thing is printed: ask for one of them.');
	}

	return (asked[0]?.[0] as OutputKind | undefined) ?? 'text';
}

async function sessionOf(own: AskFlags, environment: NodeJS.ProcessEnv): Promise<SavedSession | null> {
	return own.continue || own.resume !== undefined ? openSavedSession(own.resume ?? null, environment) : null;
}

function traceOf(events: readonly TraceEvent[]): Trace {
	const trace = new Trace();
	for (const event of events) {
		trace.append(event);
	}

	return trace;
}

function headerOf({demo}: Endpoint): RecordingHeader {
	return {
		type: 'recording',
		version: recordingVersion,
		app: `streamscope/${version}`,
		startedAt: new Date().toISOString(),
		mode: demo === null ? 'live' : 'demo',
		title: null,
	};
}

function secretsIn({
	ANTHROPIC_API_KEY: key,
	ANTHROPIC_AUTH_TOKEN: token,
}: NodeJS.ProcessEnv): readonly string[] {
	return [key, token].filter(secret => secret !== undefined);
}

type Recorded = {
	readonly header: RecordingHeader;
	readonly now: () => number;
	readonly secrets: readonly string[];
	readonly trace: Trace;
};

/** A single question is kept only where a file for it is named; a session that goes on, in its own. */
function recorderOf(
	record: string | boolean,
	session: SavedSession | null,
	{header, now, secrets, trace}: Recorded,
): Recorder | null {
	if (record === false || (record === true && session === null)) {
		return null;
	}

	const target =
		typeof record === 'string'
			? ({kind: 'file', path: record} as const)
			: ({kind: 'resume', path: session?.path ?? '', folder: session?.folder ?? ''} as const);
	return openRecorder({
		target,
		header,
		startedAt: new Date(header.startedAt),
		now,
		secrets,
		events: trace.events.slice(),
	});
}

function noticeRecording(recorder: Recorder | null, notify: (line: string) => void): void {
	const status = recorder?.close();
	if (status?.ok === false) {
		notify(`The recording ${sanitizeLine(status.path)} is not whole: ${sanitizeLine(status.error)}.`);
	} else if (status?.ok === true && status.movedFrom !== null) {
		notify(`Recorded in ${sanitizeLine(status.path)}, since ${sanitizeLine(status.movedFrom)} was taken.`);
	}
}

function writeFailed(failure: Error, notify: (line: string) => void): ExitCode {
	notify(`The answer cannot be printed: ${failure.message}`);
	return exitCodes.failed;
}
