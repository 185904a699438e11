import type {TraceEvent} from '../../trace/trace-event.js';

/** In milliseconds: after so long without anything else, pings are worth a word. */
const patience = 15_000;

/** Hears every event, and tells once of each stretch in which only pings come: the answer is slow, but the server lives. */
export function createPingNotice(notify: (line: string) => void): (event: TraceEvent) => void {
	let since: number | null = null;
	return event => {
		const isPing = event.type === 'sse' && event.event === 'ping';
		if (!isPing) {
			since = event.at;
		} else if (since !== null && event.at - since >= patience) {
			since = null;
			notify(
				`Only pings for ${patience / 1000} s: the server is still at work. They count as life for --timeout.`,
			);
		}
	};
}
