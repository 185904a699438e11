import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {compileRegex} from '../../../source/analysis/filter/compile-regex.js';
import {runRegex} from '../../../source/analysis/filter/regex-program.js';
import {RegexError} from '../../../source/analysis/filter/regex-reader.js';
import {cpuTime} from '../../helpers/cpu-time.js';

const finds = (source: string, text: string, flags = '') => runRegex(compileRegex(source, flags), text);

const atom = fc.constantFrom(
	'a',
	'b',
	'B',
	'.',
	'\\d',
	'\\w',
	'\\S',
	'[ab]',
	'[^a]',
	'[a-c1]',
	'\\b',
	'^',
	'$',
	'\\.',
	'é',
	'1',
	'\\x41',
	'\\n',
);

const {source: sources} = fc.letrec<{source: string; sequence: string; part: string}>(tie => ({
	source: fc.array(tie('sequence'), {minLength: 1, maxLength: 3}).map(parts => parts.join('|')),
	sequence: fc.array(tie('part'), {minLength: 1, maxLength: 4}).map(parts => parts.join('')),
	part: fc.oneof(
		{weight: 4, arbitrary: atom},
		fc
			.tuple(
				fc.oneof(
					{maxDepth: 3},
					atom.filter(one => !['^', '$', '\\b'].includes(one)),
					tie('source').map(inner => `(?:${inner})`),
				),
				fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '*?', ''),
			)
			.map(([one, times]) => one + times),
	),
}));

const texts = fc.string({
	unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', '1', '.', ' ', '\n', 'é', 'É', '_'),
	maxLength: 12,
});

test('it finds what JavaScript’s own engine finds', () => {
	fc.assert(
		fc.property(sources, texts, fc.constantFrom('', 'i', 's', 'is'), (source, text, flags) => {
			assert.equal(
				finds(source, text, flags),
				new RegExp(source, flags).test(text),
				`/${source}/${flags} in ${JSON.stringify(text)}`,
			);
		}),
		{numRuns: 500},
	);
});

test('a match must end at or after the place that is asked for', () => {
	const program = compileRegex('ab', '');
	assert.equal(runRegex(program, 'abx', 2), true);
	assert.equal(runRegex(program, 'abx', 3), false);
	assert.equal(runRegex(program, 'xab', 3), true);
});

for (const [source, message] of [
	['(?=a)', /Look-around/],
	['(a)\\1', /Back references/],
	['(a', /closing \)/],
	['a)', /without its \(/],
	['[a', /closing \]/],
	['*a', /nothing to repeat/],
	['a**', /nothing to repeat/],
	['a{3,1}', /counts upwards/],
	['[b-a]', /counts upwards/],
	['\\p{L}', /\\p is not supported/],
	['a\\', /missing/],
	['(?:a{900}){900}', /too large/],
] as const) {
	test(`/${source}/ is refused with a reason`, () => {
		assert.throws(
			() => compileRegex(source, ''),
			error => error instanceof RegexError && message.test(error.message),
		);
	});
}

test('an expression that would stop JavaScript’s engine for ever is quick', () => {
	const text = `${'a'.repeat(20_000)}!`;
	const spent = cpuTime(() => {
		assert.equal(finds('^(a+)+$', text), false);
		assert.equal(finds('(a|a)*b', text), false);
		assert.equal(finds('a*a*a*a*b', text), false);
	});
	assert.ok(spent < 3000, `${spent} ms`);
});
