import type {RequestEvent} from '../trace/trace-event.js';
import {encodeLine, encodeWholeLine, type RecordingLine} from './recording-format.js';
import {SharedConversation, sharingVersion} from './shared-conversation.js';

/** Encodes the lines of one file in their order. What is written depends on the lines before. */
export type LineEncoder = {
	encode(line: RecordingLine): string;
	/** The lines are appended to a file of a version with shared conversations, whose last request is given. */
	continueAfter(request: RequestEvent): void;
};

/** `secrets` are strings that must not be written. Requests are written whole until a header says that they need not be. */
export function createLineEncoder(secrets: readonly string[] = []): LineEncoder {
	const conversation = new SharedConversation();
	let canShare = false;

	const encodeRequest = (request: RequestEvent): string => {
		const text = encodeWholeLine(conversation.shorten(request), secrets);
		if (text !== null) {
			conversation.remember(request, request.body);
		}

		return text ?? encodeLine(request, secrets);
	};

	return {
		encode(line) {
			if (isHeader(line)) {
				conversation.forget();
				canShare = line.version >= sharingVersion;
			}

			return canShare && isRequest(line) ? encodeRequest(line) : encodeLine(line, secrets);
		},
		continueAfter(request) {
			canShare = true;
			conversation.remember(request, request.body);
		},
	};
}

function isHeader(line: RecordingLine): line is RecordingLine & {readonly version: number} {
	return line.type === 'recording' && 'version' in line && typeof line.version === 'number';
}

function isRequest(line: RecordingLine): line is RequestEvent {
	return line.type === 'request';
}
