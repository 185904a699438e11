import type {RequestListener} from 'node:http';
import {createTraceFeed} from '../recording/growing/trace-feed.js';
import {recordingVersion} from '../recording/recording-format.js';
import {Trace} from '../trace/trace.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {version} from './version.js';

/** A trace that exists only while somebody follows it over HTTP, since the program that serves it may run for days. */
export type TraceOnDemand = {
	/** Takes what happens. Exchanges that began before anybody followed are left out. */
	append(event: TraceEvent): void;
	/** Whether somebody follows it now. */
	isFollowed(): boolean;
	/** Answers a follower. One that joins others sees what they saw. */
	readonly feed: RequestListener;
};

export function traceOnDemand(mode: 'live' | 'demo'): TraceOnDemand {
	let present: {readonly trace: Trace; readonly feed: RequestListener; readonly known: Set<number>} | null =
		null;
	let followers = 0;

	const begin = () => {
		const trace = new Trace();
		const header = {
			type: 'recording',
			version: recordingVersion,
			app: `streamscope/${version}`,
			startedAt: new Date().toISOString(),
			mode,
			title: null,
		} as const;
		return {trace, feed: createTraceFeed({trace, header}), known: new Set<number>()};
	};

	return {
		append(event) {
			if (present === null) {
				return;
			}

			if (event.type === 'request') {
				present.known.add(event.exchange);
			}

			if (present.known.has(event.exchange)) {
				present.trace.append(event);
			}

			if (event.type === 'end') {
				present.known.delete(event.exchange);
			}
		},
		isFollowed: () => present !== null,
		feed(request, response) {
			present ??= begin();
			followers++;
			response.once('close', () => {
				followers--;
				if (followers === 0) {
					present = null;
				}
			});
			present.feed(request, response);
		},
	};
}
