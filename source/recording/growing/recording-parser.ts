import type {EndEvent, TraceEvent} from '../../trace/trace-event.js';
import type {RecordingHeader} from '../recording-format.js';
import {RecordingState} from '../recording-state.js';
import {createLineSplitter} from '../split-lines.js';
import type {GrowingContext, GrowingParser} from './growing-parser.js';

/** What was read before in the same source: the numbers and times of another recording follow these. */
export type RecordingOffset = {readonly at: number; readonly exchange: number};

export type RecordingParser = GrowingParser & {
	/** The header, as soon as it was read. */
	header(): RecordingHeader | null;
};

/** Reads the lines of a recording while another process writes it. Its events keep their own times. A torn last line waits for its rest. */
export function createRecordingParser(context: GrowingContext, offset: RecordingOffset): RecordingParser {
	const decoder = new TextDecoder();
	const open = new Set<number>();
	let lastAt = 0;
	const emit = (event: TraceEvent) => {
		const {exchange} = event;
		lastAt = Math.max(lastAt, event.at);
		if (event.type === 'end') {
			open.delete(exchange);
		} else if (event.type === 'request') {
			open.add(exchange);
		}

		const isFirst = offset.exchange === 0 && offset.at === 0;
		context.emit(
			isFirst ? event : {...event, at: event.at + offset.at, exchange: exchange + offset.exchange},
		);
	};

	const state = new RecordingState(emit);
	const splitter = createLineSplitter((line, number) => state.readLine(line, number));
	return {
		read: bytes => splitter.feed(decoder.decode(bytes, {stream: true})),
		end() {
			splitter.feed(decoder.decode());
			splitter.end();
			const [skipped] = state.recording().skipped;
			if (skipped !== undefined) {
				context.note(`Line ${skipped.line} was skipped: ${skipped.reason}.`);
			}

			for (const exchange of open) {
				emit({type: 'end', at: lastAt, exchange, ...cutOff});
			}
		},
		header: () => state.header,
	};
}

/** The end of an exchange whose recording ends before it does. */
const cutOff: Pick<EndEvent, 'outcome' | 'error' | 'message'> = {
	outcome: 'failed',
	error: {
		kind: 'input_ended',
		title: 'The input ended before the exchange did',
		detail: null,
		hint: 'The program that wrote it may have been stopped.',
	},
	message: null,
};
