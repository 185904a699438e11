const words = [
	...['heron', 'otter', 'maple', 'cedar', 'robin', 'birch', 'egret', 'hazel', 'finch', 'aspen'],
	...['trout', 'daisy', 'raven', 'tulip', 'moose', 'lilac', 'stork', 'poppy', 'lemur', 'basil'],
	...['koala', 'clove', 'panda', 'thyme', 'bison', 'lotus', 'gecko', 'olive', 'tapir', 'acorn'],
	...['hippo', 'peach', 'squid', 'melon', 'skunk', 'grape', 'zebra', 'berry', 'camel', 'mango'],
];

/**
 * Forty different words of five letters with their numbers: `heron01 otter02 …`. Each word and the space behind it have eight characters. A dash
 * takes the place of every fifth space, for it has three bytes.
 */
export const numberedWords = words
	.map((word, index) => `${word}${String(index + 1).padStart(2, '0')}${index % 5 === 4 ? '—' : ' '}`)
	.join('')
	.trimEnd();
