import type {PriceList} from '../../messages/prices.js';
import {type SessionSummary, summariseSession} from '../../recording/summarise-session.js';
import {isSystemError} from '../../text/describe-failure.js';
import {savedSessions} from '../saved-sessions.js';

/** The saved sessions in which something was said, the newest first, each as soon as it has been read. One that cannot be read is left out. */
export async function* readSessions(folder: string, prices?: PriceList): AsyncGenerator<SessionSummary> {
	for (const file of savedSessions(folder)) {
		const summary = await orNull(summariseSession(file, prices));
		if (summary !== null && summary.turns > 0) {
			yield summary;
		}
	}
}

/** A session may be deleted while the others are read. */
async function orNull<T>(promise: Promise<T>): Promise<T | null> {
	try {
		return await promise;
	} catch (error) {
		if (isSystemError(error)) {
			return null;
		}

		throw error;
	}
}
