import {minSecret} from './secret-ranges.js';

/** Replaces each secret in a text with `…`. */
export function withoutSecrets(text: string, secrets: Iterable<string>): string {
	let left = text;
	for (const secret of secrets) {
		left = secret.length < minSecret ? left : left.replaceAll(secret, '…');
	}

	return left;
}
