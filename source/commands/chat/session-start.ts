import {claimSession, releaseClaim} from '../../recording/claim-session.js';
import {recordingLines} from '../../recording/encode-recording.js';
import {isLocked} from '../../recording/file-lock.js';
import {type NextRequest, nextRequest} from '../../recording/next-request.js';
import type {Past} from '../../recording/open-recorder.js';
import type {RecorderTarget, SessionClaim} from '../../recording/open-session-file.js';
import {openTraceSource} from '../../recording/open-trace-source.js';
import type {PlacedLine} from '../../recording/recording.js';
import type {RecordingHeader} from '../../recording/recording-format.js';
import {endOpenExchange} from '../../trace/end-open-exchange.js';
import {Trace} from '../../trace/trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {damageWords} from '../damage-words.js';
import {UsageError} from '../usage-error.js';

/** What a chat begins with: nothing, a saved session, or a part of one. */
export type SessionStart = {
	readonly events: readonly TraceEvent[];
	/** The lines between them that are no events. */
	readonly others: readonly PlacedLine[];
	/** What they tell of the request that comes next. */
	readonly next: NextRequest;
	/** Where the trace's clock goes on, in milliseconds. */
	readonly lastAt: number;
	readonly title: string | null;
	/** The header of the recording that goes on; `null` for a new one. */
	readonly header: RecordingHeader | null;
	/** Where it is recorded; `null` for nowhere. */
	readonly target: RecorderTarget | null;
	/** A word about what was opened. */
	readonly notice: string | null;
};

/** Where sessions are recorded: a file that was named, or whether at all; and the folder of the saved ones. */
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
 * A session is resumed in its own file, which is claimed before it is read: another process may be about to write to it. Throws a
 * `UsageError` for a file that is not a recording. A start that no recorder takes over is released by `releaseStart`.
 */
export async function savedSession(file: string, {record, folder}: RecordChoice): Promise<SessionStart> {
	const claim = record === true ? claimSession(file) : null;
	try {
		const source = await openTraceSource(file);
		if (source.format !== 'recording' || (source.header === null && source.events.length === 0)) {
			throw new UsageError(
				`${file} is no recording of a chat.`,
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
			notice: damageWords(source) ?? 'as it was left',
		};
	} catch (error) {
		release(claim);
		throw error;
	}
}

/** Gives up what a start holds of its session's file. */
export function releaseStart({target}: SessionStart): void {
	release(target?.kind === 'resume' ? (target.claim ?? null) : null);
}

function release(claim: SessionClaim | null): void {
	if (claim !== null) {
		releaseClaim(claim);
	}
}

type Lines = Pick<SessionStart, 'events' | 'others'>;

/** An exchange that another process is in the middle of ends there: a copy that ended it too would tell something else of it. */
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

/** A new session that begins as another one did, up to the end of one of its exchanges. */
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
		notice: `a new session, from the end of turn ${exchange} on`,
	};
}

/** The trace with which a chat begins, and what of it a recording has still to write. */
export function takeUp({events, others, lastAt}: SessionStart): {readonly trace: Trace; readonly past: Past} {
	const trace = new Trace(events);
	endOpenExchange(trace, lastAt);
	const {length} = trace;
	const lines = () => recordingLines({header: null, events: trace.events.slice(0, length), others});
	return {trace, past: {lines, rest: trace.events.slice(events.length)}};
}

function fileTarget(record: string | boolean): RecorderTarget | null {
	return typeof record === 'string' ? {kind: 'file', path: record} : null;
}
