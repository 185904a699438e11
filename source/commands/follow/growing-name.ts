import {statSync} from 'node:fs';
import path from 'node:path';
import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import {followTrace, type OpenedTrace, openTrace} from '../../recording/growing/follow-url.js';
import {type GrowingInput, growingStream} from '../../recording/growing/growing-input.js';
import {releasePath} from '../../recording/growing/release-path.js';
import {tailFile} from '../../recording/growing/tail-file.js';
import {tracePath} from '../../recording/growing/trace-feed.js';
import {describeFailure} from '../../text/describe-failure.js';
import type {ReleaseHold} from '../../ui/screen/perform-effect.js';
import type {CommandContext} from '../command-module.js';
import {fileOf} from '../open-named-source.js';
import {noSession, savedSessions} from '../saved-sessions.js';
import {UsageError} from '../usage-error.js';

/** A source to be followed. `name` is what the header shows; `signal` stops it. */
export type GrowingName = {
	readonly name: string;
	readonly kind: 'stream' | 'file' | 'url';
	readonly open: (signal: AbortSignal) => GrowingInput | Promise<GrowingInput>;
	/** Lets a stream go on that the program at the other end holds. */
	readonly releaseHold?: ReleaseHold;
};

type Surroundings = Pick<CommandContext, 'env' | 'stdin'>;

/** What an argument of `follow` means. Throws a `UsageError` if it means nothing. */
export function growingName(name: string, {env, stdin}: Surroundings): GrowingName {
	if (name === '-') {
		if (stdin.isTTY) {
			throw new UsageError(
				'There is nothing to follow: standard input is a terminal.',
				'Pipe a stream in, or name a file or an address: streamscope follow FILE|URL|-',
			);
		}

		return {name: 'standard input', kind: 'stream', open: () => growingStream(stdin)};
	}

	if (/^https?:\/\//i.test(name)) {
		const url = traceUrl(name);
		return {
			...{name: url.host, kind: 'url'},
			open: signal => openUrl(url, signal),
			releaseHold: exchange => releaseAt(url, exchange),
		};
	}

	return fileNamed(fileOf(name, env));
}

/** The session that was changed last. */
export function newestSession(env: Surroundings['env']): GrowingName {
	const [newest] = savedSessions(sessionsFolder(dataFolder(env)));
	if (newest === undefined) {
		throw noSession('streamscope starts one; follow FILE|URL|- follows anything else.');
	}

	return fileNamed(newest.path);
}

function fileNamed(file: string): GrowingName {
	const isRegular = statSync(file, {throwIfNoEntry: false})?.isFile() ?? true;
	return {
		name: path.basename(file),
		kind: isRegular ? 'file' : 'stream',
		// A named pipe cannot be read from a place.
		open: async signal => {
			if (isRegular) {
				return tailFile(file, signal);
			}

			const {createReadStream} = await import('node:fs');
			return growingStream(createReadStream(file, {signal}));
		},
	};
}

/** The address of the trace at the address of a program. A path before it may be a token. */
function traceUrl(text: string): URL {
	if (!URL.canParse(text)) {
		throw new UsageError(
			`${JSON.stringify(text)} is not an address.`,
			'Use one such as http://127.0.0.1:8080.',
		);
	}

	const url = new URL(text);
	if (!url.pathname.endsWith(tracePath)) {
		url.pathname = `${url.pathname.replace(/\/$/, '')}${tracePath}`;
	}

	return url;
}

/** Asks a tap to let the stream of an exchange go on. */
async function releaseAt(trace: URL, exchange: number): Promise<string | null> {
	const url = new URL(trace);
	url.pathname = url.pathname.replace(tracePath, releasePath);
	url.search = `?exchange=${exchange}`;
	try {
		const {ok, status} = await fetch(url, {method: 'POST'});
		return ok
			? null
			: status === 409
				? 'the stream is no longer held'
				: `the tap answers with status ${status}`;
	} catch {
		return 'the tap cannot be reached';
	}
}

async function openUrl(url: URL, signal: AbortSignal): Promise<GrowingInput> {
	let opened: OpenedTrace;
	try {
		opened = await openTrace(url, signal);
	} catch (error) {
		const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
		throw new UsageError(
			`Cannot reach ${url.origin}: ${describeFailure(cause)}.`,
			'Is streamscope tap or serve running there?',
		);
	}

	const {response} = opened;
	const isTrace = response.headers.get('content-type')?.includes('ndjson') === true;
	if (!response.ok || response.body === null || !isTrace) {
		await response.body?.cancel();
		throw new UsageError(
			`${url.origin} has no trace to follow: it answers ${tracePath} with status ${response.status}.`,
			'streamscope tap and serve have one.',
		);
	}

	return followTrace(opened, signal);
}
