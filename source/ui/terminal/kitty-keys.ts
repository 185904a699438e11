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

const kitty = /^\u001B\[(\d+)(?::(\d*))?(?::(\d*))?(?:;(\d*)(?::(\d+))?)?(?:;([\d:]+))?u$/;
const other = /^\u001B\[27;(\d+);(\d+)~$/;

/** Returns what a key report stands for, or the report itself if Ink reads it as it is. Releases of keys stand for nothing. */
export function keyOfReport(sequence: string): string {
	const report = kitty.exec(sequence);
	if (report !== null) {
		const [, code, shifted, base, modifiers, event, text] = report;
		return event === '3'
			? ''
			: (keyOf(Number(code), Number(modifiers || 1) - 1, {
					base: Number(base || 0),
					shifted: Number(shifted || 0),
					text: text ?? '',
				}) ?? sequence);
	}

	const [, modifiers, code] = other.exec(sequence) ?? [];
	if (code === undefined) {
		return sequence;
	}

	const pressed = Number(modifiers) - 1;
	return (
		keyOf(Number(code), pressed, {base: 0, shifted: 0, text: ''}) ??
		controlOf(Number(code), pressed) ??
		`\u001B[${code};${modifiers}u`
	);
}

/** What a report says besides the key: the same key of a Latin keyboard, what it types with Shift, and what it types now. 0 and `''` if unknown. */
type Alternatives = {readonly base: number; readonly shifted: number; readonly text: string};

function keyOf(code: number, modifiers: number, {base, shifted, text}: Alternatives): string | null {
	const character = numpad.get(code);
	if (character !== undefined && (modifiers & (ctrl | alt)) === 0) {
		return character;
	}

	// AltGr is reported as Ctrl and Alt, with the character that it types.
	const typed = text === '' ? '' : String.fromCodePoint(...text.split(':').map(Number));
	if (typed !== '' && (modifiers & (ctrl | alt)) === (ctrl | alt)) {
		return typed;
	}

	if ((modifiers & (ctrl | alt | otherModifiers)) === 0 && isPrintable(code)) {
		return typed === '' ? typedBy(code, modifiers, shifted) : typed;
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
