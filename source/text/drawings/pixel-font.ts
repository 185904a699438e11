/**
 * The letters of the wire's names as pixels: five rows, each as wide as the letter needs, `#` for a pixel that is set. Small letters have the
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

/** Rows of pixels in a glyph. */
export const glyphHeight = 5;

/** The pixels of a text, row by row, with a free column between letters; `null` where a character has no shape. */
export function pixelsOf(text: string): ReadonlyArray<readonly boolean[]> | null {
	const shapes = [...text.toLowerCase()].map(character => glyphs.get(character));
	if (!shapes.every(shape => shape !== undefined)) {
		return null;
	}

	return Array.from({length: glyphHeight}, (_, row) =>
		[...shapes.map(shape => shape[row] ?? '').join(' ')].map(sign => sign === '#'),
	);
}
