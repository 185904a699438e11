import {minSecret} from './secret-ranges.js';

/** Replaces each secret in a text with `…`, or with another sign. */
export function withoutSecrets(text: string, secrets: Iterable<string>, sign = '…'): string {
	let left = text;
	for (const secret of secrets) {
		left = secret.length < minSecret ? left : left.replaceAll(secret, sign);
	}

	return left;
}
