import {minSecret} from './secret-ranges.js';

/** The text with `…` in the place of each secret, wherever it stands. */
export function withoutSecrets(text: string, secrets: Iterable<string>): string {
	let left = text;
	for (const secret of secrets) {
		left = secret.length < minSecret ? left : left.replaceAll(secret, '…');
	}

	return left;
}
