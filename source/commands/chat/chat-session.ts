import path from 'node:path';
import process from 'node:process';
import {nextMessages} from '../../analysis/conversation.js';
import {promptContent} from '../../analysis/prompt.js';
import {clientSecrets} from '../../client/client-secrets.js';
import {startExchange} from '../../client/message-exchange.js';
import {messageRequest} from '../../client/message-request.js';
import {createReplayLane} from '../../client/replay-lane.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {bookmarksIn} from '../../recording/bookmark-lines.js';
import type {PlacedLine} from '../../recording/recording.js';
import {type RecordingHeader, recordingVersion, type SessionLine} from '../../recording/recording-format.js';
import {sessionIdOf} from '../../recording/session-name.js';
import {type WallClock, wallClockOf} from '../../recording/wall-clock.js';
import type {Part} from '../../text/fit-parts.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import {lastItem} from '../../trace/persistent-list.js';
import {SdkLane} from '../../trace/sdk-lane.js';
import type {Trace} from '../../trace/trace.js';
import {openScreenStore} from '../../ui/screen/open-screen-store.js';
import type {PaneSizes} from '../../ui/screen/pane-state.js';
import type {ScreenServices} from '../../ui/screen/screen-services.js';
import type {ScreenState} from '../../ui/screen/screen-state.js';
import type {ScreenStore} from '../../ui/screen/screen-store.js';
import type {Store} from '../../ui/screen/store.js';
import type {ToolServices} from '../../ui/slash/chat-services.js';
import {recordDemo} from '../record-demo.js';
import {recordNextRequest} from '../record-next-request.js';
import {version} from '../version.js';
import type {ChatOptions} from './chat-options.js';
import {type ChatRecording, failureWords, startChatRecording} from './chat-recording.js';
import type {ChatTarget} from './chat-target.js';
import {type SessionStart, takeUp} from './session-start.js';

export type ChatSessionOptions = {
	readonly start: SessionStart;
	readonly target: ChatTarget;
	readonly settings: Store<ChatSettings>;
	readonly tools: Pick<ToolServices, 'rule'>;
	readonly theme: Theme;
	/** Whether there are other saved sessions. */
	readonly hasSessions: boolean;
	/** How things are shown: as the options say, or as the session before was left. */
	readonly view: SessionView;
	readonly options: Pick<ChatOptions, 'prices' | 'keymap' | 'limits'>;
};

/** What a session hands to the next one. */
export type SessionView = PaneSizes &
	Pick<
		ScreenState,
		| 'isMarkdown'
		| 'hasEvents'
		| 'isStepping'
		| 'hasMouse'
		| 'notify'
		| 'unkept'
		| 'told'
		| 'views'
		| 'filters'
	>;

/** One conversation: its trace, its recording, and what the screen needs. */
export type ChatSession = {
	readonly header: RecordingHeader;
	/** Secrets that must not reach a file. */
	readonly secrets: readonly string[];
	readonly trace: Trace;
	readonly screen: ScreenStore;
	readonly recording: ChatRecording | null;
	/** The id of its recording; `''` without one. */
	id(): string;
	/** The lines of the recording that are not events. */
	readonly others: readonly PlacedLine[];
	/** Writes such a line. */
	note(line: SessionLine): void;
	/** The time when it was opened, on the trace's clock. */
	readonly openedAt: number;
	readonly services: Pick<ScreenServices, 'now' | 'open' | 'judge'>;
	/** The header's text about the recording. */
	readonly recordingPart: () => Part;
	/** Waits until the trace has the end of an interrupted exchange, then closes the recording. */
	close(): Promise<void>;
};

/** In milliseconds: an interrupted exchange ends within this time. */
const endLimit = 500;

export function openChatSession({
	start,
	target,
	settings,
	tools,
	theme,
	hasSessions,
	view,
	options,
}: ChatSessionOptions): ChatSession {
	const {lastAt, title} = start;
	const startedAt = new Date();
	const secrets = clientSecrets(target.client(), process.env);
	const header = {
		app: `streamscope/${version}`,
		mode: target.demo.present() === null ? 'live' : 'demo',
		title,
	};
	const {trace, past} = takeUp(start);
	const lane = new SdkLane();
	const origin = performance.now() - lastAt;
	const now = () => performance.now() - origin;
	const recording =
		start.target === null
			? null
			: startChatRecording({target: start.target, header, startedAt, now, secrets, past, trace});
	const screen = openScreenStore(
		{
			trace,
			lane,
			theme,
			hasSessions,
			keymap: options.keymap,
			wallTime: wallTimeOf(start, trace.length, startedAt),
			prices: options.prices,
			toolRule: tools.rule,
		},
		{
			since: start.next.since,
			...view,
			bookmarks: bookmarksIn(start.others, trace.length),
			notice: recordingWords(start, recording) ?? start.notice,
		},
	);
	const others = [...start.others];
	const note = (line: SessionLine) => {
		others.push({before: trace.length, line});
		recording?.note(line);
	};
	const noteDemo = recordDemo({demo: target.demo, others: start.others, note});
	const endings = [
		trace.subscribe(() => {
			if (trace.at(trace.length - 1)?.type === 'request') {
				noteDemo();
			}
		}),
		recording?.onChange(notice => screen.dispatch({name: 'say', notice})),
		recordNextRequest({trace, settings, screen, told: start.next, note}),
	];
	return {
		header: start.header ?? {
			type: 'recording',
			version: recordingVersion,
			...header,
			startedAt: startedAt.toISOString(),
		},
		secrets,
		trace,
		screen,
		recording,
		id: () => (recording === null ? '' : sessionIdOf(recording.status().path)),
		others,
		note,
		openedAt: lastAt,
		services: traceServices({trace, lane, now, target, settings, limits: options.limits}),
		recordingPart: () =>
			recording?.part() ?? [[segment('not recorded ', 'dim')], [segment('rec off ', 'dim')]],
		async close() {
			await untilEnded(trace);
			for (const end of endings) {
				end?.();
			}

			recording?.close();
		},
	};
}

/** The times of what was resumed are those of its recording, the others those of now. */
function wallTimeOf({header, events, others, lastAt}: SessionStart, length: number, now: Date): WallClock {
	const resumed = {type: 'resume', at: lastAt, resumedAt: now.toISOString()};
	const started = new Date(now.getTime() - lastAt).toISOString();
	const opening: RecordingHeader = {
		type: 'recording',
		version: recordingVersion,
		app: '',
		mode: '',
		title: null,
		startedAt: started,
	};
	return wallClockOf(
		{header: header ?? opening, events, others: [...others, {before: length, line: resumed}]},
		now.getTime(),
	);
}

type TraceServicesOptions = Pick<ChatSessionOptions, 'target' | 'settings'> & {
	readonly trace: Trace;
	readonly lane: SdkLane;
	readonly now: () => number;
	readonly limits: ChatOptions['limits'];
};

function traceServices({
	trace,
	lane,
	now,
	target,
	settings,
	limits,
}: TraceServicesOptions): ChatSession['services'] {
	return {
		now,
		judge: createReplayLane(trace, lane),
		open(sending) {
			const model = sending.model ?? settings.state.model;
			return startExchange({
				client: target.client(),
				fetch: globalThis.fetch,
				trace,
				lane,
				now,
				limits,
				...messageRequest(
					{...settings.state, model},
					nextMessages(trace.view, promptContent(sending.prompt), sending),
					target.models.facts(model),
				),
			});
		},
	};
}

/** Warns if nothing can be written, or if another file is written than the one that was asked for. */
function recordingWords({target}: SessionStart, recording: ChatRecording | null): string | null {
	const status = recording?.status();
	if (status === undefined || (status.ok && status.movedFrom === null)) {
		return null;
	}

	if (!status.ok) {
		return failureWords(status);
	}

	return target?.kind === 'resume'
		? 'the session is open in another process, so this is a new one'
		: `${sanitizeLine(path.basename(status.movedFrom ?? ''))} already holds a recording, so another file is written`;
}

async function untilEnded(trace: Trace): Promise<void> {
	const isOver = () => lastItem(trace.view.exchanges)?.end !== null;
	if (trace.length === 0 || isOver()) {
		return;
	}

	const {promise, resolve} = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, endLimit);
	const unsubscribe = trace.subscribe(() => {
		if (isOver()) {
			resolve();
		}
	});
	await promise;
	unsubscribe();
	clearTimeout(timer);
}
