import path from 'node:path';
import {promptOf} from '../../analysis/conversation.js';
import {openRecorder, type RecorderOptions, type RecorderStatus} from '../../recording/open-recorder.js';
import {recordTrace} from '../../recording/record-trace.js';
import type {SessionLine} from '../../recording/recording-format.js';
import {sessionIdOf} from '../../recording/session-name.js';
import type {Part} from '../../text/fit-parts.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {segment} from '../../text/segment.js';
import {truncate} from '../../text/text-width.js';
import {itemAt} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';

/** The recording of a running chat. */
export type ChatRecording = {
	readonly status: () => RecorderStatus;
	readonly title: () => string | null;
	/** Writes a line that is not an event. */
	note(line: SessionLine): void;
	/** The header's text: the title, without one what was asked first, before that the id; or why nothing is written. */
	part(): Part;
	/** Calls the listener when writing fails and when it recovers. Returns an unsubscribe function. */
	onChange(listener: (words: string) => void): () => void;
	/** Writes the waiting lines if possible, and releases the file. */
	close(): RecorderStatus;
};

export type ChatRecordingOptions = Pick<
	RecorderOptions,
	'target' | 'header' | 'startedAt' | 'now' | 'secrets' | 'past'
> & {
	readonly trace: Trace;
};

/** Records everything that is appended to the trace from now on. */
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
		part: () => recordingPart(recorder.status, present ?? topicOf(trace)),
		onChange(listener) {
			let isFine = recorder.status.ok;
			return recorder.onStatus(status => {
				if (status.ok !== isFine) {
					isFine = status.ok;
					listener(status.ok ? 'the recording continues' : failureWords(status));
				}
			});
		},
		close() {
			end();
			return recorder.close();
		},
	};
}

/** Why nothing is written, for a user who cannot see the header. */
export function failureWords({error}: RecorderStatus & {readonly ok: false}): string {
	return `not recorded: ${error}`;
}

/** The name to resume a session by: its id, or its file if that is not in the folder of sessions. */
export function resumeName({path: file}: RecorderStatus, folder: string): string {
	return path.dirname(file) === folder ? sessionIdOf(file) : file;
}

/** In cells. */
const longestTopic = 30;
const shortTopics: readonly number[] = [16, 8];
/** How much of a prompt is looked at, in UTF-16 units: it may have megabytes. */
const longestPrompt = 400;

/** What was asked first, for a session without a title; `null` before that. */
export function topicOf({view}: Trace): string | null {
	const first = itemAt(view.exchanges, 0);
	const words = first === undefined ? '' : sanitizeLine(promptOf(first).slice(0, longestPrompt)).trim();
	return words === '' ? null : truncate(words, longestTopic);
}

/** The right end of the header, in its widest form first. @internal */
export function recordingPart(status: RecorderStatus, title: string | null): Part {
	if (!status.ok) {
		const waiting = status.waiting === 1 ? '1 line waiting' : `${status.waiting} lines waiting`;
		return [[segment('rec ✗ ', 'bad'), segment(`${sanitizeLine(status.error)} · ${waiting} `, 'bad')]];
	}

	const sign = segment('rec ● ', 'good');
	const name = sanitizeLine(title ?? sessionIdOf(status.path));
	// A few words still tell what it is about; the beginning of an id tells nothing.
	const cut = title === null ? [] : shortTopics;
	const short = cut.map(cells => [sign, segment(`${truncate(name, cells)} `, 'dim')]);
	return [[sign, segment(`${name} `, 'dim')], ...short, [sign]];
}
