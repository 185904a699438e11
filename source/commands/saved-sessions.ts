import {type SessionFile, sessionFiles} from '../recording/session-files.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import {UsageError} from './usage-error.js';

/** The sessions of a folder, the one that was changed last first. Throws a `UsageError` where it cannot be read. */
export function savedSessions(folder: string): readonly SessionFile[] {
	try {
		return sessionFiles(folder);
	} catch (error) {
		if (isSystemError(error)) {
			throw new UsageError(
				`The sessions cannot be read: ${describeFailure(error, 'read')}.`,
				'They are in the folder that STREAMSCOPE_HOME names, or else where streamscope sessions path says.',
			);
		}

		throw error;
	}
}

export function noSession(hint: string): UsageError {
	return new UsageError('There is no saved session yet.', hint);
}
