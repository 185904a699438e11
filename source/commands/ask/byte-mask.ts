import {minSecret} from '../../wire/secret-ranges.js';
import {withoutSecrets} from '../../wire/without-secrets.js';

export type ByteMask = {
	/** The bytes without secrets. Bytes at the end that may begin a secret wait for the next read. */
	mask(bytes: Uint8Array): Uint8Array;
	/** The bytes that still wait. */
	end(): Uint8Array;
};

/** Masks secrets in a stream of bytes, wherever its reads begin and end, and leaves all other bytes as they are. `onMasked` is called once. */
export function createByteMask(secrets: readonly string[], onMasked: () => void): ByteMask {
	// As Latin-1, each byte is one character.
	const hidden = secrets
		.flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1)])
		.filter(secret => secret.length >= minSecret)
		.map(latin1)
		// One secret may begin with another.
		.toSorted((a, b) => b.length - a.length);
	const sign = latin1('…');
	let waiting = '';
	let hasMasked = false;
	return {
		mask(bytes) {
			const text = waiting + Buffer.from(bytes).toString('latin1');
			const whole = withoutSecrets(text, hidden, sign);
			if (whole !== text && !hasMasked) {
				hasMasked = true;
				onMasked();
			}

			const kept = whole.length - startOfSecret(whole, hidden);
			waiting = whole.slice(kept);
			return Buffer.from(whole.slice(0, kept), 'latin1');
		},
		end() {
			const rest = Buffer.from(waiting, 'latin1');
			waiting = '';
			return rest;
		},
	};
}

function latin1(text: string): string {
	return Buffer.from(text).toString('latin1');
}

/** The length of the longest end of a text that begins a secret. */
function startOfSecret(text: string, secrets: readonly string[]): number {
	const longest = Math.max(0, ...secrets.map(({length}) => length - 1));
	for (let length = Math.min(longest, text.length); length > 0; length--) {
		const tail = text.slice(-length);
		if (secrets.some(secret => secret.startsWith(tail))) {
			return length;
		}
	}

	return 0;
}
