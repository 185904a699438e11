import type {PriceList} from '../../messages/prices.js';
import {type SessionSummary, summariseSession} from '../../recording/summarise-session.js';
import {isSystemError} from '../../text/describe-failure.js';
import {savedSessions} from '../saved-sessions.js';

/** Yields the saved sessions that have an exchange, newest first, each as soon as it is read. Unreadable ones are skipped. */
export async function* readSessions(folder: string, prices?: PriceList): AsyncGenerator<SessionSummary> {
	for (const file of savedSessions(folder)) {
		const summary = await orNull(summariseSession(file, prices));
		if (summary !== null && summary.turns > 0) {
			yield summary;
		}
	}
}

/** A session may be deleted while others are being read. */
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
