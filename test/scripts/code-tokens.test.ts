import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {tokenize} from '../../scripts/code-tokens.js';

const texts = (code: string) => tokenize(code).map(({text}) => text);

/** Code, and parts of it, in which `§` stands for the beginning of a template's value. */
const template = (code: string) => code.replaceAll('§', '${');

test('code becomes words, numbers, strings and signs, without blanks and comments', () => {
	assert.deepEqual(texts("if (a?.b ?? 1_000.5) { // why\n\tx ||= 'it\\'s'; /* or\nnot */ }"), [
		...['if', '(', 'a', '?.', 'b', '??', '1_000.5', ')', '{', 'x', '||=', "'it\\'s'", ';', '}'],
	]);
});

test('a slash begins a regular expression where a value may stand, and divides elsewhere', () => {
	assert.deepEqual(texts('a / b / c'), ['a', '/', 'b', '/', 'c']);
	assert.deepEqual(texts("return /[/']+\\/x/g.test(a)"), [
		'return',
		"/[/']+\\/x/g",
		'.',
		'test',
		'(',
		'a',
		')',
	]);
	assert.deepEqual(texts('f(a) / 2'), ['f', '(', 'a', ')', '/', '2']);
});

test('the values inside a template are tokens, its text is not', () => {
	assert.deepEqual(
		texts(template("`it's §a + `§b}`} and \\§c} {d}`")),
		["`it's §", 'a', '+', '`§', 'b', '}`', '} and \\§c} {d}`'].map(template),
	);
	assert.deepEqual(texts(template('`§{a}.a}`;')), [template('`§'), '{', 'a', '}', '.', 'a', '}`', ';']);
});

test('every file of the source is read to its end, with all that is no comment and no blank', () => {
	const root = new URL('../../', import.meta.url);
	for (const file of globSync('source/**/*.{ts,tsx}', {cwd: root})) {
		const code = readFileSync(new URL(file, root), 'utf8');
		let end = 0;
		for (const {text, start} of tokenize(code)) {
			assert.match(code.slice(end, start), /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*$/, `${file} at ${start}`);
			assert.equal(code.slice(start, start + text.length), text);
			end = start + text.length;
		}
	}
});
