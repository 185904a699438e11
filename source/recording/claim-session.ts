import {statSync} from 'node:fs';
import {closeSessionFile, openOwnFile, type SessionClaim} from './open-session-file.js';

/** Claims a session's file. Throws the system's error if it does not exist. */
export function claimSession(path: string): SessionClaim {
	const stats = statSync(path);
	try {
		// A device or a pipe has nothing to lock.
		const file = stats.isFile() ? openOwnFile(path) : null;
		return file === null ? {kind: 'taken'} : {kind: 'own', file};
	} catch {
		// The recorder reports the reason and tries again.
		return {kind: 'failed', bytes: stats.size};
	}
}

/** Releases a claim that no recorder has taken over. */
export function releaseClaim(claim: SessionClaim): void {
	if (claim.kind === 'own') {
		closeSessionFile(claim.file);
	}
}
