import {createReadStream} from 'node:fs';
import type {ExchangeView} from '../trace/exchange-view.js';
import {foldTrace} from '../trace/fold-trace.js';
import {itemsOf} from '../trace/persistent-list.js';
import {decoded} from './read-recording.js';
import type {Recording} from './recording.js';
import {RecordingState} from './recording-state.js';
import type {SessionFile} from './session-files.js';
import {createLineSplitter} from './split-lines.js';

type BriefSession = Pick<Recording, 'header' | 'title'> & {readonly exchanges: readonly ExchangeView[]};

/** An interrupted exchange has what it has only in its events. A longer file is not read for them. */
const maxWholeBytes = 8_000_000;

/**
 * Reads a session without its deltas: how an exchange ended has the whole message. Where that is not enough, as `suffices` says, reads all of
 * the file, unless it is long. A signal ends the reading, which then rejects.
 */
export async function readBriefly(
	file: SessionFile,
	suffices: (exchanges: readonly ExchangeView[]) => boolean,
	signal?: AbortSignal,
): Promise<BriefSession> {
	const brief = await readLines(file, isNeeded, signal);
	return suffices(brief.exchanges) || file.bytes > maxWholeBytes
		? brief
		: readLines(file, () => true, signal);
}

async function readLines(
	{path}: SessionFile,
	takes: (line: string) => boolean,
	signal: AbortSignal | undefined,
): Promise<BriefSession> {
	const state = new RecordingState();
	const splitter = createLineSplitter((line, number) => {
		if (line !== null && takes(line)) {
			state.readLine(line, number);
		}
	});
	for await (const text of decoded(createReadStream(path, signal === undefined ? {} : {signal}))) {
		splitter.feed(text);
	}

	splitter.end();
	const {events, header, title} = state.recording();
	return {header, title, exchanges: [...itemsOf(foldTrace(events).exchanges)]};
}

/** Most lines are deltas, which a list does not need. The recorder writes `type` first and `event` before `data`. */
function isNeeded(line: string): boolean {
	return !line.startsWith('{"type":"sse"') || /^.{0,120}"event":"message_/.test(line);
}
