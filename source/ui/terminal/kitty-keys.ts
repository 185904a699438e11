// Key reports of the kitty keyboard protocol (https://sw.kovidgoyal.net/kitty/keyboard-protocol/) and of xterm's modifyOtherKeys, as the keys that
// Ink knows.

/** The characters of the numpad's keys. */
const numpad: ReadonlyMap<number, string> = new Map([
	...[...'0123456789'].map((digit, index) => [57_399 + index, digit] as const),
	...[...'./*-+'].map((sign, index) => [57_409 + index, sign] as const),
	[57_414, '\r'],
	[57_415, '='],
	[57_416, ','],
]);

/** The numpad's keys in application mode (DECKPAM), in which another program may have left the terminal. */
const applicationNumpad: ReadonlyMap<string, string> = new Map(
	[...'jklmnopqrstuvwxyXM'].map((final, index) => [
		`\u001BO${final}`,
		[...'*+,-./0123456789=\r'][index] ?? '',
	]),
);

/** The letters of other keyboards, by the Latin letter of the same key: for a terminal that does not say which key it was. */
const latinKeys: ReadonlyMap<string, string> = new Map(
	(
		[
			['йцукенгшщзхъфывапролджэячсмитьбю', "qwertyuiop[]asdfghjkl;'zxcvbnm,."],
			['іїєґ', "s]'u"],
			['ςερτυθιοπασδφγηξκλζχψωβνμ', 'wertyuiopasdfghjklzxcvbnm'],
			['קראטוןםפשדגכעיחלךזסבהנמצ', 'ertyuiopasdfghjklzxcbvnm'],
		] as const
	).flatMap(([theirs, latin]) =>
		[...theirs].map((letter, index) => [letter, latin[index] ?? letter] as const),
	),
);

const shift = 1;
const alt = 2;
const ctrl = 4;
/** Super, Hyper and Meta. */
const otherModifiers = 8 + 16 + 32;
const capsLock = 64;
const numLock = 128;
const locks = capsLock | numLock;

const openingBracket = 0x5b;

/** Escape, as Ink reads it at once: for more after a bare ESC, it would wait. Ctrl+[ is the same key. */
export const escapeKey = '\u001B[27u';

const kitty = /^\u001B\[(\d+)(?::(\d*))?(?::(\d*))?(?:;(\d*)(?::(\d+))?)?(?:;([\d:]+))?u$/;
const other = /^\u001B\[27;(\d+);(\d+)~$/;

/** Returns what a key report stands for, or the report itself if Ink reads it as it is. Releases of keys stand for nothing. */
export function keyOfReport(sequence: string): string {
	const report = kitty.exec(sequence);
	if (report !== null) {
		const [, code, shifted, base, modifiers, event, text] = report;
		const characters = [code, shifted, base, ...(text ?? '').split(':')];
		return event === '3' || !characters.every(isCharacter)
			? ''
			: (keyOf(Number(code), Number(modifiers || 1) - 1, {
					base: Number(base || 0),
					shifted: Number(shifted || 0),
					text: text ?? '',
				}) ?? sequence);
	}

	const [, modifiers, code] = other.exec(sequence) ?? [];
	if (code === undefined) {
		return applicationNumpad.get(sequence) ?? sequence;
	}

	if (!isCharacter(code)) {
		return '';
	}

	const pressed = Number(modifiers) - 1;
	return (
		keyOf(Number(code), pressed, {base: 0, shifted: 0, text: ''}) ??
		controlOf(Number(code), pressed) ??
		`\u001B[${code};${modifiers}u`
	);
}

/** Whether a report's number can be a character: no surrogate, and none beyond Unicode. Left out, it can. */
function isCharacter(code: string | undefined): boolean {
	const number = Number(code ?? 0);
	return number <= 0x10_ff_ff && !(number >= 0xd8_00 && number <= 0xdf_ff);
}

/** What a report says besides the key: the same key of a Latin keyboard, what it types with Shift, and what it types now. 0 and `''` if unknown. */
type Alternatives = {readonly base: number; readonly shifted: number; readonly text: string};

function keyOf(code: number, modifiers: number, {base, shifted, text}: Alternatives): string | null {
	const character = numpad.get(code);
	if (character !== undefined && (modifiers & (ctrl | alt)) === 0) {
		return character === '\r' && (modifiers & shift) !== 0 ? `\u001B[13;${modifiers + 1}u` : character;
	}

	if (code === openingBracket && (modifiers & ~locks) === ctrl) {
		return escapeKey;
	}

	// AltGr is reported as Ctrl and Alt, with the character that it types.
	const codes = text.split(':').map(Number);
	const typed = codes.every(isPrintable) ? String.fromCodePoint(...codes) : '';
	if (typed !== '' && (modifiers & (ctrl | alt)) === (ctrl | alt)) {
		return typed;
	}

	if ((modifiers & (ctrl | alt | otherModifiers)) === 0 && isPrintable(code)) {
		return typed === '' ? typedBy(code, modifiers, shifted) : typed;
	}

	// A sign above another one has a name of its own, such as Alt+<. So have capitals with Alt, but Ctrl+A is the same with Shift.
	const isSign = shifted > 0 && (modifiers & shift) !== 0 && ((modifiers & ctrl) === 0 || !isLetter(shifted));
	if (isSign && (modifiers & (ctrl | alt)) !== 0) {
		return `\u001B[${shifted};${(modifiers & ~shift) + 1}u`;
	}

	const isLatin = code < 0x80 || code >= 0xe000;
	if ((modifiers & (ctrl | alt)) === 0 || isLatin) {
		return null;
	}

	const latin = base > 0 ? base : (latinKeys.get(String.fromCodePoint(code))?.codePointAt(0) ?? code);
	return latin === code ? null : (controlOf(latin, modifiers) ?? `\u001B[${latin};${modifiers + 1}u`);
}

/** Whether a key types a character: not one of C0's, and not one of those for which the protocol uses private code points. */
function isPrintable(code: number): boolean {
	return code >= 0x20 && code !== 0x7f && !(code >= 0xe000 && code <= 0xf8ff);
}

function isLetter(code: number): boolean {
	return /\p{L}/u.test(String.fromCodePoint(code));
}

function typedBy(code: number, modifiers: number, shifted: number): string {
	const character = String.fromCodePoint(code);
	const isShifted = (modifiers & shift) !== 0;
	if (isShifted && shifted > 0) {
		return String.fromCodePoint(shifted);
	}

	return isShifted !== ((modifiers & capsLock) !== 0) ? character.toUpperCase() : character;
}

/** The control character of Ctrl and a letter, after ESC with Alt. `null` for other keys. */
function controlOf(code: number, modifiers: number): string | null {
	const letter = String.fromCodePoint(code).toLowerCase();
	if (!/^[a-z]$/.test(letter) || (modifiers & shift) !== 0) {
		return null;
	}

	const key = (modifiers & ctrl) === 0 ? letter : String.fromCharCode(letter.charCodeAt(0) - 96);
	return (modifiers & alt) === 0 ? ((modifiers & ctrl) === 0 ? null : key) : `\u001B${key}`;
}
