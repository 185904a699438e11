import {type SessionFile, sessionFiles} from '../recording/session-files.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import {UsageError} from './usage-error.js';

/** The sessions of a folder, the last changed first. Throws a `UsageError` if the folder cannot be read. */
export function savedSessions(folder: string): readonly SessionFile[] {
	try {
		return sessionFiles(folder);
	} catch (error) {
		if (isSystemError(error)) {
			throw new UsageError(
				`Cannot read the sessions: ${describeFailure(error, 'read')}.`,
				'streamscope sessions path prints their folder; STREAMSCOPE_HOME sets it.',
			);
		}

		throw error;
	}
}

export function noSession(hint: string): UsageError {
	return new UsageError('There are no saved sessions yet.', hint);
}
