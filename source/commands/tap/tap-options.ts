import {randomBytes} from 'node:crypto';
import type {Alteration} from '../../analysis/alteration/alteration.js';
import {readAlteration, readPassingFilter} from '../../analysis/alteration/read-alteration.js';
import type {Watchdog} from '../../analysis/watchdog.js';
import {isLoopback} from '../../wire/url-secrets.js';
import {parseDuration} from '../parse-duration.js';
import {parseWatchdog} from '../parse-watchdog.js';
import {readUpstream} from '../read-upstream.js';
import {UsageError} from '../usage-error.js';

export type TapFlags = {
	readonly upstream?: string;
	readonly host?: string;
	readonly port?: string;
	readonly env?: readonly string[];
	readonly print?: true;
	readonly otelContent?: true;
	/** `true`: at the breakpoints of the screen. */
	readonly hold?: string | true;
	readonly holdFor?: string;
	readonly alter?: readonly string[];
	readonly watchdog?: readonly string[];
};

export type TapOptions = {
	readonly upstream: URL;
	readonly host: string;
	readonly port: number;
	/** A word in every path, where others can reach the proxy; `null` on this machine alone. */
	readonly token: string | null;
	readonly variables: readonly string[];
	readonly isPrinted: boolean;
	/** How streams are altered; `null`: nothing is changed. */
	readonly alter: TapAlteration | null;
	/** Rules of clients: what they would have given up is marked. */
	readonly watchdogs: readonly Watchdog[];
};

export type TapAlteration = {
	readonly alterations: readonly Alteration[];
	/** Whether the breakpoint of the screen holds streams. */
	readonly holdsAtBreakpoint: boolean;
	/** How long a stream is held at most, in milliseconds; `null` if that was left open. */
	readonly limit: number | null;
};

const usualUpstream = 'https://api.anthropic.com';

/** Reads the flags. Throws a `UsageError` that says how to write what could not be read. */
export function tapOptions(
	flags: TapFlags,
	environment: Readonly<Record<string, string | undefined>>,
): TapOptions {
	const {upstream, host = '127.0.0.1', port = '0', env = [], print} = flags;
	const address = upstream ?? environment.ANTHROPIC_BASE_URL ?? usualUpstream;
	const url = readUpstream(address);

	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
		throw new UsageError(`--port takes a number up to 65535, not "${port}".`, 'Write it like --port 8788.');
	}

	if (port !== '0' && port === url.port && isLoopback(url.hostname)) {
		throw new UsageError(`The upstream ${url.origin} would be this proxy itself.`, 'Choose another --port.');
	}

	const wrong = env.find(name => !/^[A-Za-z_]\w*$/.test(name));
	if (wrong !== undefined) {
		throw new UsageError(
			`--env takes the name of a variable, not "${wrong}".`,
			'Write it like --env MY_BASE_URL.',
		);
	}

	return {
		...{upstream: url, host, port: Number(port), variables: env, isPrinted: print === true},
		alter: alterationOf(flags),
		watchdogs: (flags.watchdog ?? []).map(parseWatchdog),
		token: isLoopback(host) ? null : randomBytes(16).toString('hex'),
	};
}

function alterationOf({hold, holdFor, alter = []}: TapFlags): TapAlteration | null {
	if (holdFor !== undefined && hold === undefined && !alter.some(words => /^\s*hold\s/i.test(words))) {
		throw new UsageError(
			'--hold-for has nothing to hold.',
			"Add --hold, such as --hold 'type:message_stop'.",
		);
	}

	if (hold === undefined && alter.length === 0) {
		return null;
	}

	return {
		alterations: [...alter.map(alterationIn), ...(typeof hold === 'string' ? [holdAt(hold)] : [])],
		holdsAtBreakpoint: hold === true,
		limit: holdFor === undefined ? null : parseDuration(holdFor, '--hold-for'),
	};
}

function alterationIn(words: string): Alteration {
	const read = readAlteration(words);
	if (!read.isRead) {
		throw new UsageError(`--alter cannot read "${words}".`, read.message);
	}

	return read.alteration;
}

function holdAt(words: string): Alteration {
	const read = readPassingFilter(words);
	if (!read.isRead) {
		throw new UsageError(`--hold cannot read "${words}".`, read.message);
	}

	return {does: 'hold', filter: read.filter};
}
