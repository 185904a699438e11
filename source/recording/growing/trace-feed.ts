import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Trace} from '../../trace/trace.js';
import {encodeLine, type RecordingHeader} from '../recording-format.js';

/** Where a program shows its trace to `follow`. A path before it may be a token. */
export const tracePath = '/__streamscope/trace';

/** The response header that names the trace, so that a follower knows whether it is still the same one after a lost connection. */
export const traceIdHeader = 'x-streamscope-trace';

export type TraceFeedOptions = {
	readonly trace: Trace;
	readonly header: RecordingHeader;
	/** Strings that must not be sent, such as keys in use. */
	readonly secrets?: readonly string[];
};

/**
 * Answers a request for a trace that grows: the lines of a recording, then each line as it comes. With `from` and `trace` in the query, only the
 * events from that number on, if it is still the same trace. A follower that reads slowly costs no memory, and one that goes away nothing.
 */
export function createTraceFeed({
	trace,
	header,
	secrets = [],
}: TraceFeedOptions): (request: Pick<IncomingMessage, 'url'>, response: ServerResponse) => void {
	const id = header.startedAt;
	return (request, response) => {
		const query = new URL(request.url ?? '', 'http://feed').searchParams;
		const isSame = query.get('trace') === id;
		let position = isSame ? Math.max(0, Number(query.get('from')) || 0) : 0;
		response.writeHead(200, {
			'content-type': 'application/x-ndjson',
			'cache-control': 'no-store',
			[traceIdHeader]: id,
		});
		response.flushHeaders();
		if (position === 0) {
			response.write(encodeLine(header, secrets));
		}

		let isDraining = false;
		const send = () => {
			while (!isDraining && position < trace.length) {
				const event = trace.at(position++);
				isDraining = event !== undefined && !response.write(encodeLine(event, secrets));
			}
		};

		const unsubscribe = trace.subscribe(send);
		response.on('drain', () => {
			isDraining = false;
			send();
		});
		response.on('close', unsubscribe);
		send();
	};
}
