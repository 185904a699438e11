// A terminal's input, assembled before it is read: sequences that arrive in pieces are joined, and replies of the terminal are left out.

import {keyOfReport} from './kitty-keys.js';

export type InputAssembler = {
	/** Takes what was read at once. Returns what Ink may read: whole sequences and text. */
	push(chunk: string): string;
	/** Milliseconds until `flush` is due, or `null` if nothing is held back. */
	wait(): number | null;
	/** Gives up waiting for the rest of what is held back. */
	flush(): string;
};

/** Milliseconds to wait for the rest: of a single ESC, which may be the key, and of a sequence that has clearly begun. */
export type Patience = {readonly escape: number; readonly sequence: number};

export const nearPatience: Patience = {escape: 60, sequence: 500};
/** Over a network, pieces of a sequence arrive further apart. */
export const farPatience: Patience = {escape: 200, sequence: 1500};

const pasteStart = '\u001B[200~';
const pasteEnd = '\u001B[201~';

const csi = /^\u001B\[\[?[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]/;
const openCsi = /^\u001B\[\[?[\u0030-\u003F]*[\u0020-\u002F]*$/;
const ss3 = /^\u001BO[\d;]*[\u0040-\u007E]/;
const openSs3 = /^\u001BO[\d;]*$/;
/** OSC, DCS, APC, PM and SOS, up to BEL or ST. */
const string = /^\u001B[\]P_^X][^\u0007\u001B]*(?:\u0007|\u001B\\)/;
const openString = /^\u001B[\]P_^X][^\u0007\u001B]*\u001B?$/;

/** Replies: cursor position, device attributes and status, modes, and window reports. Not that of the kitty keyboard, which Ink waits for. */
const reply = /^\u001B\[(?:[?>=]?[\d;]*[Rcn]|\?[\d;]*\$y|[\d;]+t)$/;

/** Escape as the kitty keyboard protocol reports it, which Ink reads at once. For a bare ESC, it would wait for more. */
const escapeKey = '\u001B[27u';

/** Alt with a character that could begin a sequence. */
const isAltKey = /^\u001B[[O\]P_^X]$/;

/** Several arrows at once: what a terminal makes of the wheel on the alternate screen. */
const wheel = /^(?:(?:\u001B[[O]A){3,}|(?:\u001B[[O]B){3,})$/;

export function createInputAssembler(patience: Patience = nearPatience): InputAssembler {
	let held = '';
	let isPasting = false;

	/** Returns what can be read of `held`, and leaves the rest there. */
	const take = (): string => {
		let taken = '';
		while (held !== '') {
			if (isPasting) {
				const end = held.indexOf(pasteEnd);
				const until = end === -1 ? held.length - cutMarker(held) : end + pasteEnd.length;
				taken += held.slice(0, until);
				held = held.slice(until);
				isPasting = end === -1;
				if (isPasting) {
					return taken;
				}

				continue;
			}

			const start = held.indexOf('\u001B');
			const text = start === -1 ? held : held.slice(0, start);
			taken += text;
			held = held.slice(text.length);
			const next = held === '' ? '' : firstSequence(held);
			if (next === null) {
				return taken;
			}

			held = held.slice(next.length);
			isPasting = next === pasteStart;
			taken += isHidden(next) ? '' : keyOfReport(next);
		}

		return taken;
	};

	return {
		push(chunk) {
			if (held === '' && !isPasting && wheel.test(chunk)) {
				return chunk.replaceAll(/\u001B[[O]([AB])/g, '\u001B[1;2$1');
			}

			held += chunk;
			return take();
		},
		wait: () => (held === '' || isPasting ? null : held === '\u001B' ? patience.escape : patience.sequence),
		flush() {
			const given = held;
			held = '';
			if (/^\u001B+$/.test(given)) {
				return escapeKey.repeat(given.length);
			}

			return isAltKey.test(given) ? given : '';
		},
	};
}

/** The sequence at the start of a text, or `null` if its end is missing. An ESC that begins none is followed by the character of Alt. */
function firstSequence(text: string): string | null {
	const whole = csi.exec(text) ?? ss3.exec(text) ?? string.exec(text);
	if (whole !== null) {
		return whole[0];
	}

	if (text === '\u001B' || openCsi.test(text) || openSs3.test(text) || openString.test(text)) {
		return null;
	}

	if (text.startsWith('\u001B\u001B')) {
		// Terminal.app sends ESC before the arrow's own sequence for Alt.
		const rest = firstSequence(text.slice(1));
		return rest === null ? null : `\u001B${rest}`;
	}

	return `\u001B${String.fromCodePoint(text.codePointAt(1) ?? 0x1b)}`;
}

function isHidden(sequence: string): boolean {
	return reply.test(sequence) || string.test(sequence);
}

/** How many characters at the end may be the start of the marker that ends a paste. */
function cutMarker(text: string): number {
	for (let length = Math.min(pasteEnd.length - 1, text.length); length > 0; length--) {
		if (pasteEnd.startsWith(text.slice(-length))) {
			return length;
		}
	}

	return 0;
}
