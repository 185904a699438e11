import {statSync} from 'node:fs';
import {closeSessionFile, openOwnFile, type SessionClaim} from './open-session-file.js';

/** Claims a session's file. Throws the system's error where there is none. */
export function claimSession(path: string): SessionClaim {
	const stats = statSync(path);
	try {
		// A device or a pipe has nothing to lock.
		const file = stats.isFile() ? openOwnFile(path) : null;
		return file === null ? {kind: 'taken'} : {kind: 'own', file};
	} catch {
		// The recorder says why, and tries again.
		return {kind: 'failed', bytes: stats.size};
	}
}

/** Ends a claim of which no recorder has made use. */
export function releaseClaim(claim: SessionClaim): void {
	if (claim.kind === 'own') {
		closeSessionFile(claim.file);
	}
}
