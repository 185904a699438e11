import {Buffer} from 'node:buffer';
import {environmentSecrets} from '../../client/client-secrets.js';
import {decodeCopy} from '../../client/proxy/decode-copy.js';
import {type ForwardOptions, forward} from '../../client/proxy/forward.js';
import {forwardedHeaders, upstreamPath} from '../../client/proxy/forwarded-request.js';
import {type ForwardedWatch, watchForwarded} from '../../client/proxy/watch-forwarded.js';
import {createSecretMask} from '../../client/secret-mask.js';
import {safeBody} from '../../client/tell-request.js';
import type {WatchedAnswer} from '../../demo/answer-watcher.js';
import type {ExactReplay, ForwardedExchange} from '../../demo/exact-replay.js';
import {recordedAnswers} from '../../demo/recorded-answers.js';
import type {TraceEvent} from '../../trace/trace-event.js';

/** How much of a body that is no stream is kept, in bytes. */
const bodyLimit = 32 * 1024 * 1024;

export type ForwardingOptions = {
	/** Its path stands before those of the requests. */
	readonly upstream: URL;
	readonly dispatcher: ForwardOptions['dispatcher'];
	readonly env: NodeJS.ProcessEnv;
	/** Milliseconds since the recording began. */
	readonly now: () => number;
	/** The number of the next exchange in the recording. */
	readonly nextExchange: () => number;
	/** Takes the events of an exchange that went well. */
	readonly record: (events: readonly TraceEvent[]) => void;
};

/** Asks the other server what was not recorded, and records whole answers. Credentials reach neither the recording nor what is compared. */
export function createForwarding(
	options: ForwardingOptions,
): Pick<ExactReplay, 'withoutSecrets'> & {readonly forward: NonNullable<ExactReplay['forward']>} {
	const {upstream, dispatcher, env, now, nextExchange, record} = options;
	const secrets = environmentSecrets(env);
	const mask = createSecretMask(secrets);
	return {
		withoutSecrets(body, request) {
			if (request === undefined) {
				return safeBody(body, mask);
			}

			const own = createSecretMask(secrets);
			own.learn(forwardedHeaders(request), '');
			return safeBody(body, own);
		},
		forward({request, response, answer, body}) {
			const {promise, resolve} = Promise.withResolvers<readonly TraceEvent[]>();
			const events: TraceEvent[] = [];
			const path = upstreamPath(upstream, request.url ?? '/');
			const recording = watchForwarded(
				{
					...{now, mask, bodyLimit},
					exchanges: {
						open: () => ({exchange: nextExchange(), attempt: 1}),
						hold: (_place, _delay, end) => end(),
					},
					emit(event) {
						events.push(event);
						if (event.type === 'end') {
							resolve(events);
						}
					},
				},
				{method: request.method ?? 'GET', url: upstream.origin + path, headers: forwardedHeaders(request)},
			);
			forward(request, response, {
				...{dispatcher, origin: upstream.origin, path, body: Buffer.from(body)},
				alter: () => null,
				watch: tellingBoth(recording, answer, response),
			});
			return promise.then(told => {
				if (!isWorthKeeping(told)) {
					return [];
				}

				record(told);
				return recordedAnswers(told);
			});
		},
	};
}

/** A refusal that may pass, and an answer that broke off, are not kept: the next try should ask again. */
function isWorthKeeping(events: readonly TraceEvent[]): boolean {
	const response = events.find(event => event.type === 'response');
	const end = events.at(-1);
	return (
		response?.type === 'response' &&
		end?.type === 'end' &&
		(end.outcome === 'complete' || [400, 404, 413, 422].includes(response.status))
	);
}

/** Tells the recording, and whoever follows the server's answers. */
function tellingBoth(
	recording: ForwardedWatch,
	answer: WatchedAnswer,
	response: ForwardedExchange['response'],
): ForwardedWatch {
	let isTold = false;
	let copy = decodeCopy('', () => {});
	return {
		...recording,
		responded(status, headers, isAltered) {
			isTold = true;
			answer.began(status, Object.fromEntries(headers));
			copy = decodeCopy(headers.get('content-encoding') ?? '', answer.sent);
			recording.responded(status, headers, isAltered);
		},
		responseBytes(bytes) {
			copy.write(bytes);
			recording.responseBytes(bytes);
		},
		ended(ending) {
			// The other server did not answer, and the client was told so.
			if (!isTold && response.headersSent) {
				answer.began(response.statusCode, {});
			}

			// The connection to the client breaks off next, but not because the client left.
			if (ending.kind === 'failed') {
				answer.ended('server', !isTold);
			}

			recording.ended(ending);
		},
	};
}
