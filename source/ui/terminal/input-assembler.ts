// A terminal's input, assembled before it is read: sequences that arrive in pieces are joined, and replies of the terminal are left out.

import {firstSequence} from './first-sequence.js';
import {escapeKey, keyOfReport} from './kitty-keys.js';
import {arrowsAtEnd, withWheel} from './wheel.js';

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

const isEscapes = /^\u001B+$/;

/** Alt with a character that could begin a sequence. */
const isAltKey = /^\u001B[[O\]P_^X]$/;

const mayBeArrow = /^\u001B[[O]?$/;

/** What begins with these is more probably a key: no terminal sends it unasked. */
const isShortWait = /^\u001B[_^X]?$/;

/** Ctrl+C by itself. A paste with one would bring it together with something else. */
const isInterrupt = /^(?:\u0003|\u001B\[(?:99|\d+:\d*:99);5u|\u001B\[27;5;99~)$/;

/** `take` may take a sequence outside a paste, such as a report of the mouse, which is then left out. */
export function createInputAssembler(
	patience: Patience = nearPatience,
	take: (sequence: string) => boolean = () => false,
): InputAssembler {
	let held = '';
	/** What was last given up. */
	let given = '';
	let isPasting = false;
	/** Arrows that were read whole, while the next one may be cut: all of them may be the wheel. */
	let arrows: readonly string[] = [];

	/** Takes what is pasted from `held`, up to the end of the paste. */
	const takePasted = (): string => {
		const end = held.indexOf(pasteEnd);
		const until = end === -1 ? held.length - cutMarker(held) : end + pasteEnd.length;
		const pasted = held.slice(0, until);
		held = held.slice(until);
		isPasting = end === -1;
		return pasted;
	};

	/** Takes the text at the start of `held`, or else one sequence. `null` if its end is missing. */
	const takeNext = (): string | null => {
		const text = held.slice(0, held.includes('\u001B') ? held.indexOf('\u001B') : held.length);
		if (text !== '') {
			held = held.slice(text.length);
			return text;
		}

		const next = firstSequence(held);
		if (next === null) {
			return null;
		}

		held = held.slice(next.text.length);
		isPasting = next.text === pasteStart;
		if (next.text === '\u001B') {
			return escapeKey;
		}

		return next.kind !== 'key' || take(next.text) ? '' : keyOfReport(next.text);
	};

	return {
		push(chunk) {
			if (chunk === '') {
				return '';
			}

			if (isPasting && isInterrupt.test(chunk)) {
				// The end of the paste was lost, and nothing else would ever be read again.
				const rest = held;
				held = '';
				isPasting = false;
				return rest + pasteEnd;
			}

			held += chunk.slice(lateLength(given, chunk));
			given = '';
			const taken = [...arrows];
			while (held !== '') {
				const wasPasting = isPasting;
				const next = wasPasting ? takePasted() : takeNext();
				if (next === null) {
					break;
				}

				taken.push(next);
				if (wasPasting && isPasting) {
					break;
				}
			}

			const isCut = !isPasting && mayBeArrow.test(held);
			arrows = taken.splice(taken.length - (isCut ? arrowsAtEnd(taken) : 0));
			return withWheel(taken).join('');
		},
		wait() {
			return held === '' || isPasting ? null : isShortWait.test(held) ? patience.escape : patience.sequence;
		},
		flush() {
			const before = withWheel(arrows).join('');
			given = held;
			held = '';
			arrows = [];
			if (isEscapes.test(given)) {
				return before + escapeKey.repeat(given.length);
			}

			return before + (isAltKey.test(given) ? given : '');
		},
	};
}

/**
 * How many characters of a chunk are the rest of a sequence that was given up before: nobody typed them. What counted as Escape or Alt may
 * have been that key, so only the rest of a reply is sure, and after Escape a chunk that is the whole rest of a key.
 */
function lateLength(given: string, chunk: string): number {
	const isEscape = isEscapes.test(given);
	if (given === '' || (isEscape && chunk.startsWith('\u001B'))) {
		return 0;
	}

	const next = firstSequence(given + chunk);
	const length = (next?.text.length ?? 0) - given.length;
	const isKey = isEscape ? length === chunk.length : !isAltKey.test(given);
	switch (next?.kind) {
		case 'reply': {
			return length > 1 || !isAltKey.test(given) ? length : 0;
		}

		case 'key': {
			return isKey && (length > 1 || !isEscape) ? length : 0;
		}

		default: {
			return 0;
		}
	}
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
