/** Whether a UTF-16 unit passes. */
export type CodeTest = (code: number) => boolean;

/** Units up to here are looked up. */
const tableSize = 128;

/** A test made quick for ASCII. Case is ignored before the test is inverted. */
export function characterTest(test: CodeTest, ignoresCase: boolean, isNot: boolean): CodeTest {
	const holds = (code: number) => (test(code) || (ignoresCase && otherCases(code).some(test))) !== isNot;
	const table = Uint8Array.from({length: tableSize}, (_, code) => Number(holds(code)));
	return code => (code < tableSize ? table[code] === 1 : holds(code));
}

/** The same letter in the other case. */
function otherCases(code: number): readonly number[] {
	const letter = String.fromCharCode(code);
	return (
		[letter.toLowerCase(), letter.toUpperCase()]
			.filter(other => other.length === 1)
			.map(other => other.charCodeAt(0))
			// As in JavaScript, a letter beyond ASCII is not the other case of one in it.
			.filter(other => other !== code && other < tableSize === code < tableSize)
	);
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

function isSpace(code: number): boolean {
	return /\s/.test(String.fromCharCode(code));
}

export function isNewline(code: number): boolean {
	return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

export function isWord(code: number | undefined): boolean {
	return (
		code !== undefined &&
		(isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95)
	);
}

/** What `\d` and its kin stand for. */
export const regexClasses: ReadonlyMap<string, CodeTest> = new Map<string, CodeTest>([
	['d', isDigit],
	['D', code => !isDigit(code)],
	['w', isWord],
	['W', code => !isWord(code)],
	['s', isSpace],
	['S', code => !isSpace(code)],
]);

/** What `\n` and its kin stand for. */
export const regexControls: ReadonlyMap<string, number> = new Map([
	['n', 10],
	['r', 13],
	['t', 9],
	['v', 11],
	['f', 12],
	['0', 0],
]);
