import type {BodyEvent, SseTraceEvent} from '../../trace/trace-event.js';
import type {TapReader} from '../tap-reader.js';

type Place = {readonly exchange: number; readonly attempt: number};

/** Reads a body of one JSON value a line, such as Ollama's: each line is a row. */
export function createLineReader(
	place: Place,
	now: () => number,
	emit: (event: SseTraceEvent | BodyEvent) => void,
): TapReader {
	const decoder = new TextDecoder();
	let chunk = 0;
	let rest = '';
	const tell = (data: string) => {
		if (data.trim() !== '') {
			emit({type: 'sse', at: now(), ...place, chunk, event: null, data});
		}
	};

	return {
		read(bytes) {
			chunk++;
			const lines = (rest + decoder.decode(bytes, {stream: true})).split('\n');
			rest = lines.pop() ?? '';
			lines.forEach(tell);
		},
		isOver: () => false,
		end() {
			tell(rest);
			return {isStopped: true, error: null};
		},
	};
}
