import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mutantsOf} from '../../scripts/mutants.js';

/** Each mutant as the line it makes: what follows an import of types stays as it was. */
const made = (code: string) =>
	mutantsOf(code, 'ts').map(({line, before, after}) => `${line}: ${before} → ${after}`);

test('operators, numbers, words and texts become others, one at a time', () => {
	assert.deepEqual(made("export const a = (b: number) => b < 2 && b + 1 !== 7 ? 'x' : '';"), [
		'1: < → <=',
		'1: < → >',
		'1: 2 → 3',
		'1: && → ||',
		'1: + → -',
		'1: 1 → 2',
		'1: !== → ===',
		'1: 7 → 8',
		'1: ? → || true ?',
		'1: ? → && false ?',
		"1: 'x' → ''",
		"1: '' → 'mutant'",
	]);
});

test('a condition is taken to be true and to be false, and a statement is left out', () => {
	assert.deepEqual(
		made('function f(a: () => boolean) {\n\tif (a()) {\n\t\ta();\n\t}\n\n\treturn a;\n}\nf(() => true);'),
		[
			'2: a() → true',
			'2: a() → false',
			'3: a(); → ',
			'6: return a; → return;',
			'8: f(() => true); → ',
			'8: true → false',
		],
	);
});

test('types, imports and names of modules are left alone', () => {
	assert.deepEqual(
		made(
			"import type {A} from './a.js';\nimport {b} from './b.js';\ntype C = 'c' | 1 | A;\nexport const d: C = b<1>;",
		),
		[],
	);
});

test('every mutant is JavaScript that differs from the original and from the others', () => {
	const original = 'export const a = [1, 2, 3].some((b) => b > 1) ?? c;\n';
	const mutants = mutantsOf(original, 'ts').map(({code}) => code);
	assert.equal(mutants.length, 8);
	assert.equal(new Set([original, ...mutants]).size, 9);
});
