import type {TraceEvent} from '../../trace/trace-event.js';
import type {Invocation} from '../command-module.js';
import {createLiveGrowth} from '../follow/live-growth.js';
import {showGrowth} from '../follow/show-growth.js';
import type {ServeFlags} from './serve-options.js';

export type ShownServing = {
	/** Where the server is reached. */
	readonly url: string;
	/** What plays now, in words. */
	readonly plays: () => string;
	/** What a person must know besides. */
	readonly notes: readonly string[];
	/** Milliseconds since the trace began. */
	readonly now: () => number;
	/** Calls the listener with every event that is sent. */
	readonly listen: (listener: (event: TraceEvent) => void) => void;
};

/** Shows every stream of a server as it is sent, until the user quits. */
export async function showServing(
	{options: {values}, configFile, context}: Invocation<ServeFlags>,
	{url, plays, notes, now, listen}: ShownServing,
): Promise<void> {
	const {growth, take} = createLiveGrowth(now);
	listen(take);
	const welcome = [
		'',
		'The Messages API is served at',
		url,
		'Point a client at it:',
		`export ANTHROPIC_BASE_URL=${url}`,
		'export ANTHROPIC_API_KEY=demo',
		'The page at this address has the lines for each SDK.',
		...notes,
		'x lists the requests. Space pauses. F1 shows the keys. q stops the server.',
	];
	const {host} = new URL(url);
	await showGrowth({
		...{name: host, growth, values, configFile, context, keys: context.stdin, welcome},
		shownAs: {verb: 'serve', details: () => [`plays ${plays()}`]},
	});
}
