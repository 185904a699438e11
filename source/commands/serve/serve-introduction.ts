import {sdkLines} from '../../demo/control/sdk-lines.js';
import {type Row, segment} from '../../text/segment.js';
import {isLoopback} from '../../wire/url-secrets.js';
import type {Replay} from './open-replay.js';
import {playedWords} from './played-words.js';
import type {ServeOptions} from './serve-options.js';

export type Introduced = {
	/** Where the server is reached. */
	readonly urls: readonly [string, ...string[]];
	readonly options: ServeOptions;
	/** `null` if scenarios play. */
	readonly replay: Replay | null;
	/** The file in which the requests are recorded. */
	readonly recordingTo: string | null;
};

/** What a person must know to use the server. */
export function serveIntroduction({urls, options, replay, recordingTo}: Introduced): readonly Row[] {
	const [url, ...others] = urls;
	const lines = sdkLines(url);
	const width = Math.max(...lines.map(({sdk}) => sdk.length));
	const played = playedWords({...options, replay});
	return [
		[segment('The Messages API is served at '), segment(url, 'title'), segment(`, playing ${played}.`)],
		...(others.length === 0 ? [] : [[segment(`Other addresses: ${others.join(', ')}`, 'dim')]]),
		...serveNotes({options, replay}).map(note => [segment(note, 'warning')]),
		[],
		...lines.map(({sdk, code}) => [segment(`${sdk.padEnd(width)}  `, 'dim'), segment(code)]),
		[],
		[segment(`${url}/ shows the same, with copy buttons, and changes what plays.`)],
		[segment(`streamscope follow ${url} shows every stream as it is sent.`)],
		...(recordingTo === null ? [] : [[segment(`Recording to ${recordingTo}`)]]),
		[segment('Ctrl+C stops it.', 'dim')],
		[],
	];
}

/** What happens to a request that was not recorded, and who can use the server. */
export function serveNotes({options, replay}: Pick<Introduced, 'options' | 'replay'>): readonly string[] {
	return [
		...(replay?.through ? [missWords(options)] : []),
		...(isLoopback(options.host) ? [] : [openWords(options)]),
	];
}

function missWords({upstream}: ServeOptions): string {
	return upstream === null
		? 'A request that was not recorded is an error that says what differs.'
		: `What is not recorded is asked of ${upstream.origin}, and kept.`;
}

function openWords({upstream}: ServeOptions): string {
	return upstream === null
		? 'Everybody who can reach this address can use it. It has no secrets and calls no model.'
		: 'Everybody who can reach this address can use it, with a key of their own, and gets what was recorded.';
}
