import type {RequestListener} from 'node:http';
import type {AnswerWatcher} from '../../demo/answer-watcher.js';
import {traceAnswers} from '../../demo/trace-answers.js';
import {createTraceFeed} from '../../recording/growing/trace-feed.js';
import {recordingVersion} from '../../recording/recording-format.js';
import {Trace} from '../../trace/trace.js';
import {version} from '../version.js';

export type TraceOnDemand = {
	readonly watch: AnswerWatcher;
	readonly feed: RequestListener;
};

const blind = {asked() {}, began() {}, sent() {}, ended() {}};

/**
 * Traces the answers only while somebody follows them, since a server may run for days. A follower sees the requests that come after it; a second
 * one sees what the first one saw.
 */
export function traceOnDemand(origin: () => string, now: () => number): TraceOnDemand {
	let present: {readonly watch: AnswerWatcher; readonly feed: RequestListener} | null = null;
	let followers = 0;

	const begin = () => {
		const trace = new Trace();
		const start = now();
		const header = {
			type: 'recording',
			version: recordingVersion,
			app: `streamscope/${version}`,
			startedAt: new Date().toISOString(),
			mode: 'demo',
			title: null,
		} as const;
		return {
			watch: traceAnswers({origin, now: () => now() - start, emit: event => trace.append(event)}),
			feed: createTraceFeed({trace, header}),
		};
	};

	return {
		watch: request => present?.watch(request) ?? blind,
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
