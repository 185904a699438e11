import {type MessageParam, nextMessages} from '../../analysis/conversation.js';
import {pricesWith} from '../../config/price-overrides.js';
import type {LocalTool} from '../../config/tool-file.js';
import type {Recorder} from '../../recording/open-recorder.js';
import type {PlacedLine} from '../../recording/recording.js';
import type {RecordingHeader} from '../../recording/recording-format.js';
import {sessionIdOf} from '../../recording/session-name.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {SlimTrace} from '../../trace/slim-trace.js';
import type {Trace} from '../../trace/trace.js';
import {fieldNote} from '../../ui/slash/field-note.js';
import type {SessionStart} from '../chat/session-start.js';
import type {Invocation} from '../command-module.js';
import {type ExitCode, exitCodes} from '../exit-code.js';
import {onUnread, outputDrain} from '../guard-output.js';
import {openEndpoint} from '../open-endpoint.js';
import {otelSettings} from '../otel/otel-settings.js';
import {tellCollector} from '../otel/tell-collector.js';
import {type AskedRequest, checkedRequest} from '../read-request.js';
import {answerLimits} from '../request-options.js';
import {nextSettings, withSettings} from '../session-settings.js';
import {openToolDesk} from '../tools/tool-desk.js';
import {UsageError} from '../usage-error.js';
import {watchModels} from '../watch-models.js';
import {ask} from './ask.js';
import {type OutputKind, openOutput} from './ask-output.js';
import {askStart, openAskSession} from './ask-session.js';
import {continueWithTools} from './continue-with-tools.js';

export type AskFlags = {
	readonly file?: readonly string[];
	readonly events?: true;
	readonly raw?: true;
	readonly json?: true;
	readonly stream?: boolean;
	readonly continue?: true;
	readonly resume?: string;
	readonly quiet?: true;
	readonly otelContent?: true;
};

export type AskCall = Pick<Invocation<AskFlags>, 'own' | 'options' | 'context'> & {
	readonly request: AskedRequest;
	/** The tools of a file; `null` if none was named, so that a call ends the answer. */
	readonly tools: readonly LocalTool[] | null;
	/** `null` sends the messages of the request as they are. */
	readonly content: MessageParam['content'] | null;
	readonly interrupted: AbortSignal;
};

/** Sets up one exchange: the endpoint, the earlier messages, the output and the recording. */
export async function runAsk({
	own,
	options,
	request,
	tools,
	context,
	content,
	interrupted,
}: AskCall): Promise<ExitCode> {
	const kind = outputKind(own);
	const notify = (line: string) => {
		if (!own.quiet) {
			context.stderr.write(`${line}\n`);
		}
	};

	const unread = new AbortController();
	onUnread(context, () => unread.abort());
	await using endpoint = await openEndpoint(options);
	// A session is claimed last, so that nothing can fail between its claim and its recorder.
	const start = await askStart(own, options, context.env);
	const {trace, header, secrets, now, recorder, close} = openAskSession(start, endpoint, context.env);
	if (endpoint.isFallback) {
		notify('No credential found, so the embedded demo answers.');
	}

	const isStreaming = own.stream !== false;
	const {apiVersion} = options.values;
	const settings = withSettings(
		{...request.settings, ...nextSettings(start.next, apiVersion)},
		request.flagged,
	);
	const sent = closing(close, () =>
		checkedRequest(settings, askedMessages(request, content, trace.view, start.next.since), apiVersion),
	);
	const note = fieldNote(settings.set ?? []);
	if (note !== null) {
		notify(sanitizeLine(note));
	}

	const otel = otelSettings(context.env);
	const past = {exchanges: trace.view.exchanges.length, events: trace.length};
	const isLean =
		otel === null &&
		tools === null &&
		recorder === null &&
		isStreaming &&
		(kind === 'text' || kind === 'raw');
	const drained = outputDrain(context);
	using models = watchModels(own.quiet ? [] : [sent.params.model], endpoint.client, notify);
	const code = await ask({
		client: endpoint.client,
		fetch: globalThis.fetch,
		// An answer that is only printed needs no more than its clocks.
		trace: isLean ? new SlimTrace() : trace,
		isLean,
		limits: answerLimits(options.values),
		now,
		request: sent,
		continuation: view =>
			tools &&
			continueWithTools(view, {
				tools: openToolDesk({tools, isDemo: () => false, secrets: () => secrets}),
				since: start.next.since ?? undefined,
				interrupted,
				request: messages => checkedRequest(settings, messages, apiVersion),
			}),
		isStreaming,
		prices: pricesWith(options.values.prices),
		output: openOutput(kind, {stdout: context.stdout, header, isStreaming, secrets, drained, notify}),
		drained,
		notify,
		interrupted,
		unread: unread.signal,
	});
	models.tell();
	close();
	const problem = await tellCollector(
		{
			source: {
				header,
				title: header.title,
				events: trace.events,
				others: [resumeLine(past.events, start, header)],
			},
			session: sessionOf(recorder, header),
			hasContent: own.otelContent === true,
			exchanges: exchangesAfter(trace, past.exchanges),
			secrets,
		},
		context.env,
	);
	if (problem !== null) {
		notify(problem);
	}

	noticeRecording(recorder, notify);
	// The recording that was asked for is missing or incomplete.
	return code === exitCodes.fine && recorder?.status.ok === false ? exitCodes.failed : code;
}

/** What the spans belong to: the recording, or this run. */
function sessionOf(recorder: Recorder | null, {startedAt}: RecordingHeader): string {
	return recorder?.status.ok ? sessionIdOf(recorder.status.path) : startedAt;
}

/** Since when the clock of the session counts again. */
function resumeLine(before: number, {lastAt}: SessionStart, {startedAt}: RecordingHeader): PlacedLine {
	return {before, line: {type: 'resume', at: lastAt, resumedAt: startedAt}};
}

function exchangesAfter({view}: Trace, past: number): ReadonlySet<number> {
	return new Set([...itemsOf(view.exchanges)].slice(past).map(({exchange}) => exchange));
}

/** What a file holds as a whole conversation goes out as it is, with the prompt behind it; else the prompt follows what was said in the trace. */
function askedMessages(
	{messages}: AskedRequest,
	content: AskCall['content'],
	view: TraceView,
	since: number | null,
): readonly MessageParam[] {
	const prompt = content === null ? [] : [{role: 'user', content} as const];
	return messages.length > 0
		? [...messages, ...prompt]
		: nextMessages(view, content ?? '', {since: since ?? undefined});
}

/** Closes what was opened where `make` throws. */
function closing<Value>(close: () => void, make: () => Value): Value {
	try {
		return make();
	} catch (error) {
		close();
		throw error;
	}
}

function outputKind({events, raw, json}: AskFlags): OutputKind {
	const asked = Object.entries({events, raw, json}).filter(([, isAsked]) => isAsked);
	if (asked.length > 1) {
		const names = asked.map(([name]) => `--${name}`).join(' and ');
		throw new UsageError(`${names} cannot be combined.`, 'Choose one of them.');
	}

	return (asked[0]?.[0] as OutputKind | undefined) ?? 'text';
}

function noticeRecording(recorder: Recorder | null, notify: (line: string) => void): void {
	const status = recorder?.status;
	if (status?.ok === false) {
		const what = status.isEmpty ? 'was not written' : 'is incomplete';
		notify(`The recording ${sanitizeLine(status.path)} ${what}: ${sanitizeLine(status.error)}.`);
	} else if (status?.ok === true && status.movedFrom !== null) {
		notify(
			`Recorded in ${sanitizeLine(status.path)}, because ${sanitizeLine(status.movedFrom)} already exists.`,
		);
	}
}
