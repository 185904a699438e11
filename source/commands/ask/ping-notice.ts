import type {TraceEvent} from '../../trace/trace-event.js';

/** In milliseconds: after this long with nothing but pings, the user is told. */
const patience = 15_000;

/** Watches every event and reports each stretch of nothing but pings once: the answer is slow, but the server is alive. */
export function createPingNotice(notify: (line: string) => void): (event: TraceEvent) => void {
	let since: number | null = null;
	return event => {
		const isPing = event.type === 'sse' && event.event === 'ping';
		if (!isPing) {
			since = event.at;
		} else if (since !== null && event.at - since >= patience) {
			since = null;
			notify(`Only pings for ${patience / 1000} s. The server is still working. Pings reset --timeout.`);
		}
	};
}
