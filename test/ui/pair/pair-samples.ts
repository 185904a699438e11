import {Trace} from '../../../source/trace/trace.js';
import {openPair, type Pair} from '../../../source/ui/pair/pair.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, text} from '../../messages/conformance/sample-stream.js';

const traceOf = (words: readonly string[], pace: number) =>
	new Trace([
		...tracedStream(message(blockStart(0), ...words.map(word => text(0, word)), blockStop(0)), {pace}),
		complete(2000),
	]);

/** Two answers that begin alike; the second comes in fewer pieces and more slowly. */
export const samplePair = (change: Partial<Pair> = {}, hasTimes = true): Pair => ({
	...openPair({
		sides: [
			{name: 'a.ndjson', trace: traceOf(['Cats ', 'meow ', 'loudly.'], 10), hasTimes},
			{name: 'b.ndjson', trace: traceOf(['Cats ', 'purr softly.'], 100), hasTimes},
		],
	}),
	...change,
});
