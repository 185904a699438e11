import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {codeBlocks} from '../../../source/text/markdown/code-blocks.js';
import type {MarkdownView} from '../../../source/text/markdown/markdown-view.js';
import {renderMarkdown} from '../../../source/text/markdown/render-markdown.js';
import {sanitize} from '../../../source/text/sanitize.js';
import {textWidth} from '../../../source/text/text-width.js';
import {codeRule, plainView, taggedCodeRule, taggedView} from './plain-style.js';

const shown = (text: string, view: MarkdownView = plainView(40)) =>
	renderMarkdown(text, view).map(line => line.text);
const tagged = (text: string) => shown(text, taggedView(40));

test('headings have no # signs, the first level a rule, and an empty line separates blocks', () => {
	assert.deepEqual(tagged('# One\nText\n## Two *x*\n'), [
		'<h1>One</h1>',
		'<rule>━━━</rule>',
		'',
		'Text',
		'',
		'<h2>Two </h2><h2><em>x</em></h2>',
	]);
	assert.deepEqual(shown('Title\n=====\n'), ['Title', '━━━━━']);
});

test('emphasis, code and strikethrough nest', () => {
	assert.deepEqual(tagged('a **b `c` *d*** ~~e~~'), [
		'a <strong>b </strong><strong><code>c</code></strong><strong> </strong><strong><em>d</em></strong> <del>e</del>',
	]);
});

test('a style that spans a line break is on both lines', () => {
	assert.deepEqual(shown('**one two**', taggedView(5)), ['<strong>one</strong>', '<strong>two</strong>']);
});

test('line breaks in a paragraph are kept', () => {
	assert.deepEqual(shown('one\ntwo  \nthree\\\nfour'), ['one', 'two', 'three', 'four']);
});

test('links show their address unless it is their text', () => {
	assert.deepEqual(tagged('[text](http://a.b "title") <http://c.d> www.e.com <f@g.h>'), [
		'<link>text</link><url> (http://a.b)</url> <link>http://c.d</link> <link>www.e.com</link>',
		'<link>f@g.h</link>',
	]);
	assert.deepEqual(shown('![alt](pic.png) ![](x.png)'), ['alt (pic.png) image (x.png)']);
	assert.deepEqual(shown('[a&amp;b](http://x?a&amp;b&#27;)'), ['a&b (http://x?a&b␛)']);
});

test('reference links are resolved from anywhere in the text', () => {
	assert.deepEqual(shown('[text][1] and [1]\n\n[1]: http://a.b'), ['text (http://a.b) and 1 (http://a.b)']);
});

test('lists nest, continue their numbering, and contain blocks', () => {
	assert.deepEqual(shown('- a\n- b\n  more\n  1. c\n  2. d\n\n     after\n- e'), [
		'• a',
		'• b',
		'  more',
		'  1. c',
		'  2. d',
		'',
		'     after',
		'• e',
	]);
	assert.deepEqual(shown('3. a\n3. b\n3. c\n'), ['3. a', '4. b', '5. c']);
	assert.deepEqual(shown('1. Run:\n   ```sh\n   ls -l\n   ```\n2. Look\n'), [
		'1. Run:',
		`   ${codeRule('sh · 1', 37)}`,
		'     ls -l',
		'2. Look',
	]);
});

test('an empty line between items is shown only where the source has one', () => {
	assert.deepEqual(shown('- a\n- b\n\n- c\n'), ['• a', '• b', '', '• c']);
});

test('there is no empty line between adjacent lists', () => {
	assert.deepEqual(shown('10. ten\n   - sub\n11. eleven\n'), ['10. ten', '• sub', '11. eleven']);
});

test('tasks show their check box', () => {
	assert.deepEqual(shown('- [ ] a\n- [x] b\n- c\n'), ['• [ ] a', '• [x] b', '• c']);
	assert.deepEqual(shown('- [x] a\n\n  b\n'), ['• [x] a', '', '      b']);
});

test('wrapped text of an item is indented past its marker', () => {
	assert.deepEqual(shown('- one two three four\n', plainView(12)), ['• one two', '  three four']);
	assert.deepEqual(shown('10. one two three\n', plainView(6)), ['10. ', 'one', 'two', 'three']);
});

test('quotes have a bar on every line, and nest', () => {
	assert.deepEqual(shown('> a\n> b\n>\n> > c\n'), ['│ a', '│ b', '│ ', '│ │ c']);
	assert.deepEqual(tagged('> *a*'), ['<bar>│ </bar><quote><em>a</em></quote>']);
});

test('code keeps its spaces, and continues a long line under its own indentation', () => {
	assert.deepEqual(tagged('```ts x\nif (a) {\n\n  b();\n}\n```'), [
		taggedCodeRule('ts x · 1', 40),
		'  <block>if (a) {</block>',
		'',
		'  <block>  b();</block>',
		'  <block>}</block>',
	]);
	assert.deepEqual(shown('~~~\n if (abc) { return defg; }\n~~~', plainView(17)), [
		codeRule('1', 17),
		'   if (abc) { ',
		'   ↪ return defg;',
		'   ↪ }',
	]);
	assert.deepEqual(shown('text\n\n    indented\n      more\n'), [
		'text',
		'',
		codeRule('1', 40),
		'  indented',
		'    more',
	]);
});

test('code blocks are numbered, also in lists and quotes', () => {
	const labels = (text: string, codeBefore = 0) =>
		renderMarkdown(text, plainView(40), codeBefore).flatMap(line => /\w · \d+/.exec(line.text)?.[0] ?? []);
	const text = '```a\n```\n- x\n  ```b\n  ```\n- > ```c\n  > ```\n\n    d\n\n```e\n';
	assert.deepEqual(labels(text), ['a · 1', 'b · 2', 'c · 3', 'e · 4']);
	assert.deepEqual(labels(text, 7), ['a · 8', 'b · 9', 'c · 10', 'e · 11']);
	assert.deepEqual(codeBlocks('```a\none\n```\n- x\n  ```b\n  two\n  ```\n'), ['one\n', 'two\n']);
});

test('bullets tell how deep a list is nested', () => {
	assert.deepEqual(shown('- a\n  - b\n    - c\n      - d\n    1. e\n'), [
		'• a',
		'  ◦ b',
		'    – c',
		'      • d',
		'    1. e',
	]);
});

test('formulas are shown with the characters that exist for them, else as they came', () => {
	assert.deepEqual(shown('a \\( x_1^2 \\) b $E = mc^2$ c $$y$$ and \\(\\foo{x}\\) d'), [
		'a x₁² b E = mc² c y and \\(\\foo{x}\\) d',
	]);
	assert.deepEqual(shown('It costs $5, or $6 and $ 7 $.'), ['It costs $5, or $6 and $ 7 $.']);
	assert.deepEqual(shown('before\n$$\n\\frac{a}{b} * c * d\n$$\nafter'), [
		'before',
		'',
		'  a/b * c * d',
		'',
		'after',
	]);
	assert.deepEqual(shown('\\[ \\sum_{i=1}^{n} i \\]'), ['  ∑ᵢ₌₁ⁿ i']);
	assert.deepEqual(shown('a \\[1\\] and \\[x^2\\]'), ['a [1] and x²']);
	assert.deepEqual(shown('$$\n\\foo * c * d\n$$'), ['$$', '\\foo * c * d', '$$']);
	assert.deepEqual(shown('$$\nx * y * z\n\nnext *line*'), ['$$', 'x * y * z', '', 'next line']);
	assert.deepEqual(shown('a $x*y$ and *z*'), ['a x*y and z']);
});

test('footnotes have raised numbers', () => {
	assert.deepEqual(shown('One[^1] and two[^12], but [^a-z].\n\n[^1]: Word\n[^12]: The *second*.\n'), [
		'One¹ and two¹², but [^a-z].',
		'',
		'¹ Word',
		'',
		'¹² The second.',
	]);
});

test('a long footnote hangs beside its number, if there is room', () => {
	assert.deepEqual(shown('[^12]: One two three four.', plainView(16)), ['¹² One two three', '   four.']);
	assert.deepEqual(shown('[^12]: One two', plainView(9)), ['¹² One', 'two']);
	assert.deepEqual(tagged('[^1]: One'), ['<link>¹</link> One']);
});

test('HTML is shown as source, except for line breaks', () => {
	assert.deepEqual(shown('<div class="a">\n**b**\n</div>\n\na <b>c</b><br>d <!-- e -->'), [
		'<div class="a">',
		'**b**',
		'</div>',
		'',
		'a <b>c</b>',
		'd <!-- e -->',
	]);
});

test('rules span the whole width', () => {
	assert.deepEqual(shown('a\n\n---\n', plainView(5)), ['a', '', '─────']);
});

test('character references become characters once, and never controls', () => {
	assert.deepEqual(shown('&lt;b&gt; &amp;lt; &copy; &#65;&#x42; &nope; &#27;[31m &#x9b;2J &#8238; &#0;'), [
		'<b> &lt; © AB &nope; ␛[31m ⟨9B⟩2J',
		'⟨U+202E⟩ �',
	]);
	assert.deepEqual(shown('`&lt;` \\&lt;'), ['&lt; &lt;']);
});

test('lines know their source: the line of code, the list item, or else the block', () => {
	const text = '# A\n\n- b\n- c\n\n```js\nd\ne\n```\n';
	assert.deepEqual(
		renderMarkdown(text, plainView(40)).map(line => [line.text, text.slice(line.start, line.end)]),
		[
			['A', '# A'],
			['━', '# A'],
			['', ''],
			['• b', '- b\n'],
			['• c', '- c'],
			['', ''],
			[codeRule('js · 1', 40), '```js\n'],
			['  d', 'd'],
			['  e', 'e'],
		],
	);
});

test('text nested too deeply is shown as source', () => {
	for (const sign of ['>', '+ ', '1. ', '*a **b ']) {
		const lines = shown(`${sign.repeat(3000)}end`);
		assert.match(lines.join(''), /end$/);
	}
});

const signs = [
	...[
		'# ',
		'**',
		'*',
		'_',
		'`',
		'```',
		'```\n',
		'~~~\n',
		'~~',
		'\n',
		'\n\n',
		'- ',
		'  ',
		'    ',
		'1. ',
		'10. ',
		'> ',
	],
	...[
		'| a | b |\n|:-:|--:|\n',
		'| ',
		'---\n',
		'===\n',
		'<div>',
		'<!-- ',
		'[',
		'](',
		')',
		'[a]: ',
		'![',
		'\\',
		'- [x] ',
	],
	...[
		'$',
		'$$',
		'\n$$\n',
		'\\(',
		'\\)',
		'\\[',
		'\\]',
		'^',
		'_{',
		'}',
		'\\frac',
		'\\\\',
		'[^1]',
		'\n[^1]: ',
		'<br>',
	],
	...['&lt;', '&#27;', '&#x202e;', '&#155;', 'word ', 'http://x.y ', '漢字', '👩‍👩‍👧', 'e\u0301'],
];
const anyMarkdown = fc
	.array(fc.oneof(fc.constantFrom(...signs), fc.string({unit: 'binary', maxLength: 3})), {maxLength: 40})
	.map(parts => sanitize(parts.join('')));

test('no line exceeds the width or contains a control or reordering character', () => {
	fc.assert(
		fc.property(anyMarkdown, fc.integer({min: 1, max: 50}), (text, width) => {
			for (const line of shown(text, plainView(width))) {
				assert.ok(textWidth(line) <= width, line);
				assert.equal(sanitize(line).replaceAll('◌', ''), line.replaceAll('◌', ''));
				assert.ok(!line.includes('\n'));
			}
		}),
		{numRuns: 1000},
	);
});

test('the info string of a fence is shown whole even if it is wider than the pane', () => {
	assert.deepEqual(shown('```js title="a.js"\nlet a;\n```\n', plainView(19)), [
		'js title="a.js" · 1',
		'  let a;',
	]);
	assert.deepEqual(shown('```three\n', plainView(2)), ['th', 're', 'e ', '· ', '1', '']);
});

test('no word is lost', () => {
	const words = [
		'# ',
		'**',
		'*',
		'`',
		'```\n',
		'\n',
		'\n\n',
		'- ',
		'  ',
		'1. ',
		'> ',
		'---\n',
		'<div>',
		'\\',
		'one ',
		'two',
		'three\n',
	];
	const letters = (text: string) => text.replaceAll(/[^a-z]/g, '');
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...words), {maxLength: 30}),
			fc.integer({min: 1, max: 40}),
			(parts, width) => {
				const text = parts.join('');
				assert.equal(letters(shown(text, plainView(width)).join('')), letters(text));
			},
		),
		{numRuns: 1000},
	);
});

test('where the terminal shows hyperlinks, a link has only its host beside it', () => {
	const view = {
		...plainView(60),
		style: {...plainView(60).style, hyperlink: (text: string, address: string) => `{${text}→${address}}`},
	};
	assert.deepEqual(shown('[a **b**](https://c.d/e) <https://f.g/h> [i](/j)', view), [
		'{a →https://c.d/e}{b→https://c.d/e} (c.d) {https://f.g/h→https://f.g/h} {i→/j} (/j)',
	]);
});

test('a formula keeps every backslash when it cannot be converted, with or without dollar signs', () => {
	const source = '\\begin{align}\na &= \\foo \\\\\n&= c\n\\end{align}';
	assert.deepEqual(shown(`So:\n${source}\nand so on.\n`, plainView(60)), [
		'So:',
		'',
		'\\begin{align}',
		'a &= \\foo \\\\',
		'&= c',
		'\\end{align}',
		'',
		'and so on.',
	]);
	assert.deepEqual(shown('\\begin{align}\na &= b \\\\\n&= c\n\\end{align}\n', plainView(60)), [
		'  a = b',
		'    = c',
	]);
});

test('brackets over several rows are not wrapped', () => {
	const source = '$$\\begin{pmatrix} 10000 & 20000 \\\\ 30000 & 40000 \\end{pmatrix}$$';
	assert.deepEqual(shown(source, plainView(16)).join('').includes('⎛'), false);
	assert.deepEqual(shown(source, plainView(40)), ['  ⎛ 10000  20000 ⎞', '  ⎝ 30000  40000 ⎠']);
});

test('prices, shell variables and code are no formulas', () => {
	for (const text of [
		'From $20 to $30 per month, `$PATH` and $HOME.',
		'It costs $10 (basic plan) or 20$ for all.',
		'Put $HOME$PATH there.',
	]) {
		assert.deepEqual(shown(text, plainView(80)), [text.replaceAll('`', '')]);
	}
});
