import type {TraceEvent} from '../trace/trace-event.js';
import {isEventStream} from '../wire/is-event-stream.js';
import {objectAt, parseJson, stringAt} from '../wire/json.js';
import {createSseParser, type SseParser} from '../wire/parse-sse.js';
import {createReadCuts} from '../wire/read-cuts.js';
import {recordedClientHeaders, recordedHeaders} from '../wire/recorded-headers.js';
import type {AnswerWatcher, WatchedAnswer} from './answer-watcher.js';

export type TraceAnswersOptions = {
	/** The address of the server, without a path. */
	readonly origin: () => string;
	/** Milliseconds since the trace began. */
	readonly now: () => number;
	readonly emit: (event: TraceEvent) => void;
	/** Whether anybody wants the events of a request that comes now. Default: always. */
	readonly isWanted?: () => boolean;
};

/** Tells what a server sends as the events of a trace: an exchange for each request for a message, a read for each write. */
export function traceAnswers({origin, now, emit, isWanted = () => true}: TraceAnswersOptions): AnswerWatcher {
	let exchanges = 0;
	return ({method, path, headers}) => {
		if (method !== 'POST' || path !== '/v1/messages') {
			return unwatched;
		}

		const exchange = ++exchanges;
		if (!isWanted()) {
			return unwatched;
		}

		const place = () => ({at: now(), exchange, attempt: 1});
		const decoder = new TextDecoder();
		const cuts = createReadCuts();
		let parser: SseParser | null = null;
		let body = '';
		let status = 0;
		let chunk = 0;
		return {
			asked: text =>
				emit({
					type: 'request',
					...place(),
					method,
					url: origin() + path,
					body: text === null ? null : (parseJson(text) ?? null),
					headers: recordedClientHeaders(Object.entries(headers)),
				}),
			began(sentStatus, sentHeaders) {
				status = sentStatus;
				emit({type: 'response', ...place(), status, headers: recordedHeaders(Object.entries(sentHeaders))});
				if (isEventStream(sentHeaders['content-type'] ?? '')) {
					parser = createSseParser(event => {
						const inside = cuts.take();
						emit({type: 'sse', ...place(), chunk, ...event, ...(inside.length > 0 && {cuts: inside})});
					});
				}
			},
			sent(bytes) {
				chunk++;
				cuts.read(bytes, now());
				const text = decoder.decode(bytes, {stream: true});
				if (parser === null) {
					body += text;
				} else {
					parser.feed(text);
				}
			},
			ended(by, isWhole) {
				cuts.end();
				parser?.end();
				if (body !== '') {
					emit({type: 'body', ...place(), data: body});
				}

				emit({type: 'end', at: now(), exchange, ...ending({by, isWhole, status, body})});
			},
		};
	};
}

const unwatched: WatchedAnswer = {asked() {}, began() {}, sent() {}, ended() {}};

type Sent = {
	readonly by: 'server' | 'client';
	readonly isWhole: boolean;
	readonly status: number;
	readonly body: string;
};

/** How the exchange ended, seen from the server: what the client made of it is not known here. */
function ending({
	by,
	isWhole,
	status,
	body,
}: Sent): Pick<Extract<TraceEvent, {type: 'end'}>, 'outcome' | 'error' | 'message'> {
	if (by === 'client') {
		return {outcome: 'aborted', error: null, message: null};
	}

	if (status === 200 && isWhole) {
		return {outcome: 'complete', error: null, message: null};
	}

	const error = objectAt(parseJson(body), 'error');
	return {
		outcome: 'failed',
		message: null,
		error: {
			kind: stringAt(error, 'type') || 'connection_lost',
			title:
				status === 200 ? 'The server closed the connection' : `The server answered with status ${status}`,
			detail: stringAt(error, 'message') || null,
			hint: 'A fault was asked for, or the scenario plays one.',
			...(status === 0 ? {} : {status}),
		},
	};
}
