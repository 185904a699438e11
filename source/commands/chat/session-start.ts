import {claimSession, releaseClaim} from '../../recording/claim-session.js';
import {recordingLines} from '../../recording/encode-recording.js';
import {isLocked} from '../../recording/file-lock.js';
import {type NextRequest, nextRequest} from '../../recording/next-request.js';
import type {Past} from '../../recording/open-recorder.js';
import type {RecorderTarget, SessionClaim} from '../../recording/open-session-file.js';
import {openTraceSource} from '../../recording/open-trace-source.js';
import type {PlacedLine} from '../../recording/recording.js';
import type {RecordingHeader} from '../../recording/recording-format.js';
import {sharingVersion} from '../../recording/shared-conversation.js';
import {endOpenExchange} from '../../trace/end-open-exchange.js';
import {Trace} from '../../trace/trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {damageWords} from '../damage-words.js';
import {UsageError} from '../usage-error.js';

/** What a chat starts from: nothing, a saved session, or a part of one. */
export type SessionStart = {
	readonly events: readonly TraceEvent[];
	/** The lines between them that are not events. */
	readonly others: readonly PlacedLine[];
	/** What these lines say about the next request. */
	readonly next: NextRequest;
	/** Where the trace's clock continues, in milliseconds. */
	readonly lastAt: number;
	readonly title: string | null;
	/** The header of the resumed recording; `null` for a new one. */
	readonly header: RecordingHeader | null;
	/** Where it is recorded; `null` if it is not. */
	readonly target: RecorderTarget | null;
	/** A notice about what was opened. */
	readonly notice: string | null;
};

/** Where sessions are recorded: a named file, or whether at all; and the folder of saved sessions. */
export type RecordChoice = {
	readonly record: string | boolean;
	readonly folder: string;
};

export function newSession({record, folder}: RecordChoice): SessionStart {
	const target = fileTarget(record) ?? (record ? {kind: 'session', folder} : null);
	const next = {body: null, betas: [], since: 1};
	return {events: [], others: [], next, lastAt: 0, title: null, header: null, target, notice: null};
}

/**
 * Resumes a session in its own file, which is claimed before it is read, because another process may be about to write to it. Throws a
 * `UsageError` if the file is not a recording. `releaseStart` releases a start that no recorder took over.
 */
export async function savedSession(file: string, {record, folder}: RecordChoice): Promise<SessionStart> {
	const claim = record === true ? claimSession(file) : null;
	try {
		const source = await openTraceSource(file);
		if (source.format !== 'recording' || (source.header === null && source.events.length === 0)) {
			throw new UsageError(
				`${file} is not a recording.`,
				`streamscope replay plays any stream: streamscope replay ${file}`,
			);
		}

		const isGrowing = claim === null ? isLocked(file) : claim.kind === 'taken';
		const {events, others} = isGrowing ? wholeExchanges(source) : source;
		return {
			events,
			others,
			next: nextRequest({events, others}),
			lastAt: source.lastAt,
			title: source.title,
			header: source.header,
			target: fileTarget(record) ?? (claim === null ? null : {kind: 'resume', path: file, folder, claim}),
			notice: damageWords(source) ?? 'resumed where it ended',
		};
	} catch (error) {
		release(claim);
		throw error;
	}
}

/** Releases a start's claim on its session's file. */
export function releaseStart({target}: SessionStart): void {
	release(target?.kind === 'resume' ? (target.claim ?? null) : null);
}

function release(claim: SessionClaim | null): void {
	if (claim !== null) {
		releaseClaim(claim);
	}
}

type Lines = Pick<SessionStart, 'events' | 'others'>;

/** An exchange that another process is still running ends there. A copy that ended it too would contradict it. */
function wholeExchanges({events, others}: Lines): Lines {
	const last = events.at(-1);
	if (last === undefined || last.type === 'end') {
		return {events, others};
	}

	const whole = events.slice(
		0,
		events.findIndex(({exchange}) => exchange === last.exchange),
	);
	return {events: whole, others: others.filter(({before}) => before <= whole.length)};
}

/** A new session that starts as a copy of another, up to the end of one of its exchanges. */
export function forkedSession(
	trace: Trace,
	exchange: number,
	title: string | null,
	{record, folder}: RecordChoice,
): SessionStart {
	const last = trace.events.findLastIndex(event => event.exchange === exchange);
	const events = trace.events.slice(0, last + 1);
	return {
		events,
		others: [],
		next: nextRequest({events, others: []}),
		lastAt: events.at(-1)?.at ?? 0,
		title: title === null ? null : `${title} (fork)`,
		header: null,
		target: record === false ? null : {kind: 'session', folder},
		notice: `a new session that continues from the end of turn ${exchange}`,
	};
}

/** The trace that a chat starts with, and the part of it that is not recorded yet. */
export function takeUp({events, others, lastAt, header}: SessionStart): {
	readonly trace: Trace;
	readonly past: Past;
} {
	const trace = new Trace(events);
	endOpenExchange(trace, lastAt);
	const {length} = trace;
	const lines = () => recordingLines({header: null, events: trace.events.slice(0, length), others});
	const last = events.findLast(event => event.type === 'request');
	const canShare = header !== null && header.version >= sharingVersion;
	return {
		trace,
		past: {lines, rest: trace.events.slice(events.length), request: canShare ? (last ?? null) : null},
	};
}

function fileTarget(record: string | boolean): RecorderTarget | null {
	return typeof record === 'string' ? {kind: 'file', path: record} : null;
}
