import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import undici from 'undici';
import {environmentSecrets} from '../../client/client-secrets.js';
import {apiDispatcher} from '../../client/network-dispatcher.js';
import {createExactAnswers} from '../../demo/choose-exact.js';
import type {ExactReplay} from '../../demo/exact-replay.js';
import {openRecorder, type Recorder, type RecorderStatus} from '../../recording/open-recorder.js';
import {version} from '../version.js';
import {createForwarding} from './forward-exchange.js';
import type {RecordedSource} from './recorded-source.js';

export type RecordThroughOptions = {
	/** The server that is asked, or `null`: what was not recorded is an error. */
	readonly upstream: URL | null;
	/** The file or the folder of the recordings. */
	readonly target: string;
	readonly source: RecordedSource;
	readonly env: NodeJS.ProcessEnv;
	readonly ca: string | undefined;
};

export type RecordThrough = ExactReplay & {
	/** How many answers came from the other server and were kept. */
	kept(): number;
	/** `null` if nothing was recorded. */
	close(): RecorderStatus | null;
};

/** Answers from recordings, and asks the other server for what is not in them. The file is opened with the first answer that is kept. */
export function openRecordThrough({upstream, target, source, env, ca}: RecordThroughOptions): RecordThrough {
	const startedAt = performance.now();
	const now = () => (source.continues?.at ?? 0) + performance.now() - startedAt;
	let exchanges = source.isFolder ? 0 : (source.continues?.exchanges ?? 0);
	let kept = 0;
	let recorder: Recorder | null = null;
	const {withoutSecrets, forward} = createForwarding({
		...{env, now},
		upstream: upstream ?? new URL('http://127.0.0.1'),
		dispatcher:
			apiDispatcher(env, ca) ??
			new undici.Agent({allowH2: true, maxHeaderSize: 256 * 1024, connect: {timeout: 0}}),
		nextExchange: () => ++exchanges,
		record(events) {
			kept++;
			recorder ??= openFile(target, source, env, now);
			for (const event of events) {
				recorder.append(event);
			}
		},
	});
	return {
		answers: createExactAnswers(source.answers),
		withoutSecrets,
		forward: upstream === null ? null : forward,
		kept: () => kept,
		close: () => recorder?.close() ?? null,
	};
}

function openFile(
	target: string,
	{isFolder, continues}: RecordedSource,
	env: NodeJS.ProcessEnv,
	now: () => number,
): Recorder {
	const startedAt = new Date();
	const folder = isFolder ? target : path.dirname(target);
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const name = `${startedAt.toISOString().slice(0, 19).replaceAll(/[T:]/g, '-')}-upstream.ndjson`;
	return openRecorder({
		target:
			!isFolder && continues !== null
				? {kind: 'resume', path: target, folder}
				: {kind: 'file', path: isFolder ? path.join(target, name) : target},
		header: {app: `streamscope/${version}`, mode: 'live', title: null},
		...{startedAt, now},
		secrets: environmentSecrets(env),
	});
}
