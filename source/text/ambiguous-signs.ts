// Fonts for Chinese, Japanese and Korean have some signs in two cells that take one elsewhere: lines, blocks, arrows, quotes, accented letters
// (Unicode's annex 11, "Ambiguous"). Rows are measured with one cell each. A terminal that takes two draws them in a form of one cell.

const pairs: readonly (readonly [signs: string, plain: string])[] = [
	['─━═┄', '-'],
	['│┃║┊', '|'],
	['┌┐└┘├┤┬┴┼┷╭╮╯╰', '+'],
	['▁▂▃', '.'],
	['▄▅▆▀', ':'],
	['▇█▊▉▓', '#'],
	['▏▎▍▌▋', '|'],
	['▒', '%'],
	['·', '.'],
	['•●', '*'],
	['◈◆◇', '*'],
	['○◎', 'o'],
	['■□', '#'],
	['…', '~'],
	['–—―', '-'],
	['→⇒', '>'],
	['←', '<'],
	['↑▲△', '^'],
	['↓▼▽', 'v'],
	['↔⇔', '-'],
	['▶▷', '>'],
	['◀◁', '<'],
	['‘’′', "'"],
	['“”″', '"'],
	['×', 'x'],
	['÷', '/'],
	['≤', '<'],
	['≥', '>'],
	['≠≡', '='],
	['≈∼', '~'],
	['°', 'o'],
	['¹', '1'],
	['²', '2'],
	['³', '3'],
	['‖', '|'],
	['√', 'V'],
	['∧', '^'],
	['∨', 'v'],
	['†', '+'],
	['Δ', 'd'],
	['Σ', 'S'],
];

const forms: ReadonlyMap<string, string> = new Map(
	pairs.flatMap(([signs, plain]) => [...signs].map(sign => [sign, plain] as const)),
);

const ambiguous = new RegExp(`[${[...forms.keys()].join('')}]|[\\u00E0-\\u017F]`, 'gu');

/**
 * Replaces ambiguous signs in painted text by forms of one cell: signs of ASCII, and small letters with their accents apart, which take no
 * cells. Letters that have no such form, as most Greek and Cyrillic ones, stay.
 */
export function drawAmbiguousSigns(text: string): string {
	return text.replaceAll(ambiguous, sign => forms.get(sign) ?? sign.normalize('NFD'));
}
