import path from 'node:path';
import {openRecorder, type RecorderOptions, type RecorderStatus} from '../../recording/open-recorder.js';
import {recordTrace} from '../../recording/record-trace.js';
import type {SessionLine} from '../../recording/recording-format.js';
import {sessionIdOf} from '../../recording/session-name.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {Trace} from '../../trace/trace.js';

/** The recording of a chat while it goes on. */
export type ChatRecording = {
	readonly status: () => RecorderStatus;
	readonly title: () => string | null;
	/** Writes a line that is no event. */
	note(line: SessionLine): void;
	/** What the header says: the name, or why nothing is written. */
	row(): Row;
	/** Calls the listener when writing fails, or goes on after that. Returns an unsubscribe function. */
	onChange(listener: (words: string) => void): () => void;
	/** Writes what waits, if that can be, and gives the file free. */
	close(): RecorderStatus;
};

export type ChatRecordingOptions = Pick<
	RecorderOptions,
	'target' | 'header' | 'startedAt' | 'now' | 'secrets' | 'past'
> & {
	readonly trace: Trace;
};

/** Records what a trace gets from now on. */
export function startChatRecording({trace, ...options}: ChatRecordingOptions): ChatRecording {
	let present = options.header.title;
	const recorder = openRecorder(options);
	const end = recordTrace(trace, recorder);
	return {
		status: () => recorder.status,
		title: () => present,
		note(line) {
			present = line.type === 'title' ? line.title : present;
			recorder.append(line);
		},
		row: () => recordingRow(recorder.status, present),
		onChange(listener) {
			let isFine = recorder.status.ok;
			return recorder.onStatus(status => {
				if (status.ok !== isFine) {
					isFine = status.ok;
					listener(status.ok ? 'the recording goes on' : failureWords(status));
				}
			});
		},
		close() {
			end();
			return recorder.close();
		},
	};
}

/** Why nothing is on the disk, for somebody who does not see the header. */
export function failureWords({error}: RecorderStatus & {readonly ok: false}): string {
	return `this is not recorded: ${error}`;
}

/** How a session is called again: by its id, or by its file where that is not among the sessions. */
export function resumeName({path: file}: RecorderStatus, folder: string): string {
	return path.dirname(file) === folder ? sessionIdOf(file) : file;
}

function recordingRow(status: RecorderStatus, title: string | null): Row {
	if (!status.ok) {
		const waiting = status.waiting === 1 ? '1 line waits' : `${status.waiting} lines wait`;
		return [segment('rec ✗ ', 'bad'), segment(`${sanitizeLine(status.error)} · ${waiting} `, 'bad')];
	}

	return [segment('rec ● ', 'good'), segment(`${sanitizeLine(title ?? sessionIdOf(status.path))} `, 'dim')];
}
