import type {Trace} from '../trace/trace.js';
import type {TraceEvent} from '../trace/trace-event.js';

/** Records what is appended to a trace from now on. Returns an unsubscribe function. */
export function recordTrace(trace: Trace, recorder: {append(event: TraceEvent): void}): () => void {
	let next = trace.length;
	return trace.subscribe(() => {
		for (let event = trace.at(next); event !== undefined; event = trace.at(next)) {
			next++;
			recorder.append(event);
		}
	});
}
