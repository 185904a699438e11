/** Sentences of three words. */
export const sentences = ['Cats meow loudly.', 'Rivers find oceans.', 'Bread smells wonderful.'] as const;

/** Poems of five words. */
export const poems = [
	'Dawn spills gold\nover rooftops.',
	'Snow falls;\nthe street listens.',
	'Old harbour,\nnew boats singing.',
] as const;
