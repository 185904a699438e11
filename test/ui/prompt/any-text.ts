import fc from 'fast-check';

const pieces = [
	'a',
	'word ',
	' ',
	'\n',
	'\t',
	'\\',
	'é',
	'e\u0301',
	'\u0301',
	'漢字',
	'한국',
	'\u1100',
	'\u1161',
	'กำ',
	'क्षि',
	'👩‍👩‍👧‍👦',
	'👍🏽',
	'🇫🇷',
	'🇫',
	'\u200D',
	'\u200B',
	'\u0600',
	'\u202E',
	'\u001B[31m',
	'\u009B',
	'\uD800',
	'ｶﾞ',
];

/** Text with all that makes cells, clusters and lines hard. */
export const anyText = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({unit: 'grapheme', maxLength: 4})), {maxLength: 40})
	.map(parts => parts.join(''));
