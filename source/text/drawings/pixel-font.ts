/**
 * The letters of the wire's names as pixels: five rows, as wide as the letter needs, with `#` for each set pixel. Lower-case letters use the
 * shapes of capitals, which are easier to tell apart at this size.
 */
const glyphs: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		a: ['###', '# #', '###', '# #', '# #'],
		b: ['## ', '# #', '## ', '# #', '## '],
		c: ['###', '#  ', '#  ', '#  ', '###'],
		d: ['## ', '# #', '# #', '# #', '## '],
		e: ['###', '#  ', '## ', '#  ', '###'],
		f: ['###', '#  ', '## ', '#  ', '#  '],
		g: ['###', '#  ', '# #', '# #', '###'],
		h: ['# #', '# #', '###', '# #', '# #'],
		i: ['#', '#', '#', '#', '#'],
		j: ['  #', '  #', '  #', '# #', '###'],
		k: ['# #', '# #', '## ', '# #', '# #'],
		l: ['#  ', '#  ', '#  ', '#  ', '###'],
		m: ['#   #', '## ##', '# # #', '#   #', '#   #'],
		n: ['#  #', '## #', '# ##', '#  #', '#  #'],
		o: ['###', '# #', '# #', '# #', '###'],
		p: ['###', '# #', '###', '#  ', '#  '],
		q: ['### ', '# # ', '# # ', '### ', '  ##'],
		r: ['## ', '# #', '## ', '# #', '# #'],
		s: ['###', '#  ', '###', '  #', '###'],
		t: ['###', ' # ', ' # ', ' # ', ' # '],
		u: ['# #', '# #', '# #', '# #', '###'],
		v: ['# #', '# #', '# #', '# #', ' # '],
		w: ['#   #', '#   #', '# # #', '## ##', '#   #'],
		x: ['# #', '# #', ' # ', '# #', '# #'],
		y: ['# #', '# #', ' # ', ' # ', ' # '],
		z: ['###', '  #', ' # ', '#  ', '###'],
		'0': ['###', '# #', '# #', '# #', '###'],
		'1': ['## ', ' # ', ' # ', ' # ', '###'],
		'2': ['###', '  #', '###', '#  ', '###'],
		'3': ['###', '  #', '###', '  #', '###'],
		'4': ['# #', '# #', '###', '  #', '  #'],
		'5': ['###', '#  ', '###', '  #', '###'],
		'6': ['###', '#  ', '###', '# #', '###'],
		'7': ['###', '  #', '  #', '  #', '  #'],
		'8': ['###', '# #', '###', '# #', '###'],
		'9': ['###', '# #', '###', '  #', '###'],
		_: ['   ', '   ', '   ', '   ', '###'],
		' ': ['  ', '  ', '  ', '  ', '  '],
		'·': [' ', ' ', '#', ' ', ' '],
	}),
);

/** The height of a glyph in pixels. */
export const glyphHeight = 5;

/** The pixels of a text, row by row, with one empty column between letters. `null` if a character has no shape. */
export function pixelsOf(text: string): ReadonlyArray<readonly boolean[]> | null {
	const shapes = [...text.toLowerCase()].map(character => glyphs.get(character));
	if (!shapes.every(shape => shape !== undefined)) {
		return null;
	}

	return Array.from({length: glyphHeight}, (_, row) =>
		[...shapes.map(shape => shape[row] ?? '').join(' ')].map(sign => sign === '#'),
	);
}
