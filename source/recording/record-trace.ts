import type {Trace} from '../trace/trace.js';
import type {Recorder} from './open-recorder.js';

/** Records what is appended to a trace from now on. Gives back the function that ends it. */
export function recordTrace(trace: Trace, recorder: Pick<Recorder, 'append'>): () => void {
	let next = trace.length;
	return trace.subscribe(() => {
		for (let event = trace.at(next); event !== undefined; event = trace.at(next)) {
			next++;
			recorder.append(event);
		}
	});
}
