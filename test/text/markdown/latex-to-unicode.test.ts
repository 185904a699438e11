import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {latexToUnicode} from '../../../source/text/markdown/latex-to-unicode.js';

const formulas: ReadonlyArray<readonly [string, string]> = [
	['E = mc^2', 'E = mc²'],
	['x_1^2 \\le y_{ij}', 'x₁² ≤ yᵢⱼ'],
	['\\int_0^\\infty e^{-x^2} dx = \\frac{\\sqrt{\\pi}}{2}', '∫₀^∞ e^(-x²) dx = √π/2'],
	['\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}', '∑ᵢ₌₁ⁿ i = (n(n+1))/2'],
	['\\left(\\frac{1}{2}\\right)^k', '(1/2)ᵏ'],
	['\\sqrt[3]{27} = \\sqrt{9}', '∛27 = √9'],
	['x \\in \\mathbb{R}^n, x \\not= 0', 'x ∈ ℝⁿ, x ≠ 0'],
	['\\hat{x} \\to \\vec{v}', 'x̂ → v⃗'],
	['90^\\circ', '90°'],
	['\\text{cost} \\le \\$5', 'cost ≤ $5'],
	['\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}', 'a = b\nc = d'],
	['\\begin{align} a &= b \\\\[4pt] &= c + d \\end{align}', 'a = b\n  = c + d'],
	['x \\\\ y', 'x\ny'],
	[
		'f(x) = \\begin{cases} 1 & \\text{if } x > 0 \\\\ -10 & \\text{otherwise} \\end{cases}',
		'f(x) = ⎧ 1    if x > 0\n       ⎩ -10  otherwise',
	],
	['\\begin{pmatrix}a & b\\end{pmatrix}', '( a  b )'],
	[
		'\\begin{bmatrix} 1 & 0 \\\\ 0 & -1 \\end{bmatrix} \\begin{pmatrix} x \\\\ y \\end{pmatrix} = 0',
		'⎡ 1   0 ⎤ ⎛ x ⎞ = 0\n⎣ 0  -1 ⎦ ⎝ y ⎠',
	],
	['A = \\begin{vmatrix} a \\\\ b \\\\ c \\end{vmatrix}^2', '    │ a │\nA = │ b │²\n    │ c │'],
	['\\frac{\\partial L}{\\partial w}', '∂L/∂w'],
	['\\partial \\nabla \\forall', '∂ ∇ ∀'],
];

for (const [source, shown] of formulas) {
	test(`${source} is shown as ${shown.replaceAll('\n', ', ')}`, () => {
		assert.equal(latexToUnicode(source), shown);
	});
}

test('a formula is converted whole or not at all', () => {
	const unknown = [
		'\\foo{x}',
		'a + \\constructor',
		'\\__proto__',
		'\\begin{tabular}a & b\\end{tabular}',
		'\\begin{pmatrix}a & b',
		'x^{\\begin{cases} a \\\\ b \\end{cases}}',
		'{a \\\\ b}',
		'{a',
		'a}',
		'\\frac{a}',
		'x^',
	];
	for (const source of [...unknown, '{'.repeat(1500), '\\frac'.repeat(300), 'x'.repeat(3000)]) {
		assert.equal(latexToUnicode(source), null, source);
	}
});

test('any text is converted or refused, and never fails', () => {
	const piece = fc.constantFrom(
		'\\',
		'{',
		'}',
		'^',
		'_',
		'&',
		'\\frac',
		'\\sqrt',
		'[',
		']',
		'\\begin{cases}',
		'\\end{cases}',
		'x',
		'1',
		' ',
		'\\\\',
		'\\left',
		'\\hat',
		'💥',
	);
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 30}), pieces => {
			const shown = latexToUnicode(pieces.join(''));
			assert.ok(shown === null || typeof shown === 'string');
		}),
	);
});
