import {clientSecrets} from '../../client/client-secrets.js';
import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import {openRecorder, type Recorder} from '../../recording/open-recorder.js';
import {recordTrace} from '../../recording/record-trace.js';
import {type RecordingHeader, recordingVersion} from '../../recording/recording-format.js';
import {latestSession} from '../../recording/summarise-session.js';
import type {Trace} from '../../trace/trace.js';
import {newSession, type SessionStart, savedSession, takeUp} from '../chat/session-start.js';
import type {Endpoint} from '../open-endpoint.js';
import {fileOf} from '../open-named-source.js';
import type {ResolvedOptions} from '../options.js';
import {noSession, savedSessions} from '../saved-sessions.js';
import {version} from '../version.js';

type SessionFlags = {readonly continue?: true; readonly resume?: string};

/** The state that the exchange starts from. A single question is recorded only in a named file; a resumed session, in its own file. */
export async function askStart(
	{continue: isLast, resume}: SessionFlags,
	{values: {record}}: ResolvedOptions,
	env: NodeJS.ProcessEnv,
): Promise<SessionStart> {
	const folder = sessionsFolder(dataFolder(env));
	if (resume !== undefined) {
		return savedSession(fileOf(resume, env), {record, folder});
	}

	if (!isLast) {
		return newSession({record: typeof record === 'string' ? record : false, folder});
	}

	const latest = await latestSession(savedSessions(folder));
	if (latest === null) {
		throw noSession(
			'Chats are saved. A question is saved only with --record FILE; --resume FILE then resumes it.',
		);
	}

	return savedSession(latest.path, {record, folder});
}

/** The trace of the exchange, its clock and its recording. `close` ends the recording. */
export type AskSession = {
	readonly trace: Trace;
	readonly header: RecordingHeader;
	/** Secrets that must not be written. */
	readonly secrets: readonly string[];
	readonly now: () => number;
	readonly recorder: Recorder | null;
	close(): void;
};

export function openAskSession(
	start: SessionStart,
	{client, demo}: Endpoint,
	env: NodeJS.ProcessEnv,
): AskSession {
	const {lastAt, title, target} = start;
	const startedAt = new Date();
	const app = `streamscope/${version}`;
	const mode = demo === null ? 'live' : 'demo';
	const origin = performance.now() - lastAt;
	const now = () => performance.now() - origin;
	const secrets = clientSecrets(client, env);
	const {trace, past} = takeUp(start);
	const recorder =
		target === null
			? null
			: openRecorder({target, header: {app, mode, title}, startedAt, now, secrets, past});
	const endRecording = recorder === null ? () => {} : recordTrace(trace, recorder);
	return {
		trace,
		header: {
			type: 'recording',
			version: recordingVersion,
			app,
			startedAt: startedAt.toISOString(),
			mode,
			title,
		},
		secrets,
		now,
		recorder,
		close() {
			endRecording();
			recorder?.close();
		},
	};
}
