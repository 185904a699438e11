/**
 * What the characters from U+0080 to U+00FF, and those of Windows-1252, say about a text. `certain` is the first run that can only be UTF-8
 * decoded wrongly, with what it means. `doubtful` counts the pairs that may be, `sound` the runs that are not.
 */
export type Mojibake = {
	readonly certain: {readonly index: number; readonly as: string} | null;
	readonly doubtful: number;
	readonly sound: number;
};

/** The characters of the bytes 0x80 to 0x9F in Windows-1252; a hole stands for the control character itself. */
const windows1252 =
	'\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';
const byteOf = new Map([...windows1252].map((character, index) => [character, 0x80 + index]));
const run = new RegExp(`[\\u0080-\\u00FF${windows1252}]+`, 'g');

/** Ã or Â and a sign that follows neither in any language. Quotation marks, dashes and an ellipsis may follow a word in capitals. */
const telltalePair =
	/^[\u00C2\u00C3][\u0081-\u009F\u00A1-\u00BA\u00BC-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2020\u2021\u2022\u2030\u20AC\u2122]/;

/** An arrow, a dash, a quotation mark or an emoji. After é or à, French has a space and a quotation mark, which decode as well. */
const telltaleTriple = /^(?:\u00E2[^\u00A0\u00BB]{2}|\u00EF[^\u00A0]{2}|[\u00F0-\u00F4].{3})/;

/** Not fatal, because an exception costs as much as a hundred texts. */
const decoder = new TextDecoder();

/** The bytes that a character of two to four bytes begins with, as characters. */
const leads = /^[\u00C2-\u00F4]/;

/** Looks for UTF-8 that was decoded as Latin-1 or Windows-1252. */
export function mojibakeIn(text: string): Mojibake {
	let certain: Mojibake['certain'] = null;
	let doubtful = 0;
	let sound = 0;
	for (const {0: characters, index} of text.matchAll(run)) {
		const as = decoded(characters);
		if (as === null) {
			sound++;
		} else if (isTelling(characters, as)) {
			certain ??= {index, as};
		} else {
			doubtful++;
		}
	}

	return {certain, doubtful, sound};
}

function isTelling(characters: string, as: string): boolean {
	return [...as].length > 1 && characters.length > 3
		? true
		: telltalePair.test(characters) || telltaleTriple.test(characters);
}

/** The text that the bytes of a run are as UTF-8, or `null` if they are not. */
function decoded(characters: string): string | null {
	if (characters.length < 2 || !leads.test(characters)) {
		return null;
	}

	const bytes = Uint8Array.from(characters, character => byteOf.get(character) ?? character.charCodeAt(0));
	const text = decoder.decode(bytes);
	// What was a replacement character before stays one.
	return text.replaceAll('\uFFFD', '').length === text.length || characters.includes('\u00EF\u00BF\u00BD')
		? text
		: null;
}
