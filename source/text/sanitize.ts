// Makes outside text safe to show. Anything that a terminal would obey, or that would reorder or hide text, becomes visible instead.
//
// How a character is shown depends only on what precedes it, so the shown form of a growing text only grows at its end. Three endings are
// undecided and may change when more arrives: CR (a line feed may follow), half a surrogate pair, and the tags after a black flag.

// Characters that need a decision. A flag such as 🏴󠁧󠁢󠁥󠁮󠁧󠁿 is matched whole, because its tags are legal nowhere else.
const suspicious =
	/\p{RGI_Emoji_Tag_Sequence}|[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]--[\n]]+/gv;
const suspiciousInLine =
	/\p{RGI_Emoji_Tag_Sequence}|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]+/gv;

// Matches most text, and is far cheaper than the tests above.
const plain = /^[\n\u0020-\u007E]*$/;

const flag = /^\p{RGI_Emoji_Tag_Sequence}$/v;
const control = /\p{Cc}/v;
const mark = /[[\p{Mn}\p{Me}]--\p{Default_Ignorable_Code_Point}]/v;
const blank = /^$|[\p{Zs}\n]/v;
const joinsEmoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/v;
// Joiners shape the letters of Arabic and Indic scripts. Between Latin letters they can only hide text.
const joinsLetters = /[[\p{L}\p{M}]--\p{Script=Latin}]/v;
const emojiSelector = /[\uFE0E\uFE0F]/v;
const selector = /[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]/v;
const selectable = /[\p{Script=Han}\p{Sm}]/v;

/** More marks than any writing system puts on one character. Further marks are shown by number. */
const maximumMarks = 8;

type Signs = {readonly tab: string; readonly newline: string};

/**
 * Sanitises text of several lines. Keeps `\n`, reads CRLF as one newline, and turns a tab into four spaces. Shows ESC as `␛` (and the other C0
 * controls as their pictures), a C1 control as `⟨9B⟩`, an invisible or reordering character as `⟨U+202E⟩`, and a combining mark without a base
 * on `◌`. Emoji sequences, shaped scripts and ordinary accents are unchanged. Sanitising twice changes nothing.
 */
export function sanitize(text: string): string {
	if (plain.test(text)) {
		return text;
	}

	return text.replace(suspicious, (run, offset: number) =>
		show(run, offset, text, {tab: '    ', newline: '\n'}),
	);
}

/** Sanitises text for a single line. A newline is shown as `⏎` and a tab as `⇥`. */
export function sanitizeLine(text: string): string {
	return text.replace(suspiciousInLine, (run, offset: number) =>
		show(run, offset, text, {tab: '⇥', newline: '⏎'}),
	);
}

function show(run: string, offset: number, text: string, signs: Signs): string {
	if (flag.test(run)) {
		return run;
	}

	const following = text.slice(offset, offset + run.length + 1);
	let shown = '';
	let previous = characterBefore(text, offset);
	let marks = 0;
	let index = 0;
	for (const character of run) {
		index += character.length;
		if (character === '\r' && following[index] === '\n') {
			continue;
		}

		if (mark.test(character)) {
			const lone = blank.test(previous);
			const kept = lone || marks < maximumMarks;
			shown += lone ? `◌${character}` : kept ? character : byNumber(character);
			previous = kept ? character : '⟩';
			marks = kept ? marks + 1 : marks;
		} else if (belongsAfter(previous, character)) {
			shown += character;
			previous = character;
		} else {
			const sign = control.test(character) ? picture(character, signs) : byNumber(character);
			shown += sign;
			previous = sign.slice(-1);
			marks = 0;
		}
	}

	return shown;
}

function belongsAfter(previous: string, character: string): boolean {
	if (character === '\u200D' && joinsEmoji.test(previous)) {
		return true;
	}

	if (character === '\u200D' || character === '\u200C') {
		return joinsLetters.test(previous);
	}

	return (
		(emojiSelector.test(character) && /\p{Emoji}/v.test(previous)) ||
		(selector.test(character) && selectable.test(previous))
	);
}

function picture(character: string, {tab, newline}: Signs): string {
	const code = character.charCodeAt(0);
	if (character === '\t') {
		return tab;
	}

	if (character === '\n') {
		return newline;
	}

	if (code > 0x7f) {
		return `⟨${code.toString(16).toUpperCase()}⟩`;
	}

	return code === 0x7f ? '␡' : String.fromCharCode(0x2400 + code);
}

function byNumber(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function characterBefore(text: string, offset: number): string {
	return [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
}
