import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Lexer} from 'marked';
import {BoundedLexer} from '../../../source/text/markdown/bounded-lexer.js';
import {
	type GrowingMarkdown,
	growMarkdown,
	renderMarkdown,
} from '../../../source/text/markdown/render-markdown.js';
import {cpuTime} from '../../helpers/cpu-time.js';
import {plainView} from './plain-style.js';

const view = plainView(80);

/** Texts that take `marked` seconds or minutes, or that are nested too deeply for any screen. */
const bombs: Readonly<Record<string, string>> = {
	'1,200 quotes in each other': `${'> '.repeat(1200)}end`,
	'1,000 lists in each other': `${'- '.repeat(1000)}end`,
	'lists and quotes in each other': `${'> 1. '.repeat(500)}end`,
	'lists in each other, a line each': `${Array.from({length: 80}, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')}\nend`,
	'emphasis without an end': `${'_a*'.repeat(2000)}end`,
	'emphasis without an end among links': `${'*a [_b](c) '.repeat(600)}end`,
	'emphasis in each other': `${'*a '.repeat(800)}${'a* '.repeat(800)}end`,
	'links in each other': `${'[a '.repeat(700)}${'](b) '.repeat(700)}end`,
	'brackets without an end': `${'['.repeat(5000)}end`,
	'addresses without an end': `${'[a]('.repeat(1200)}end`,
	'code without an end': `${Array.from({length: 90}, (_, length) => `${'`'.repeat(length + 1)}a`).join('')}end`,
};

/** How much of an answer arrives between two frames. */
const letters = 200;

for (const [name, bomb] of Object.entries(bombs)) {
	test(`${name} (${bomb.length} characters) are drawn whole, and while they stream in`, () => {
		const whole = cpuTime(() => {
			assert.match(
				renderMarkdown(bomb, view)
					.map(({text}) => text)
					.join(''),
				/end\S*$/,
				name,
			);
		});
		assert.ok(whole < 500, `${whole} ms`);
		const growing = cpuTime(() => {
			let grown: GrowingMarkdown | undefined;
			for (let end = letters; end < bomb.length; end += letters) {
				grown = growMarkdown(bomb.slice(0, end), view, grown);
			}
		});
		assert.ok(
			growing < 100 * Math.ceil(bomb.length / letters),
			`${growing} ms for ${bomb.length / letters} frames`,
		);
	});
}

test('50 quotes in each other are marked up, a block with 51 stands as it is written, and what follows is marked up', () => {
	const quotes = (count: number) =>
		renderMarkdown(`${'> '.repeat(count)}*end*\n\n*after*`, plainView(120)).map(({text}) => text);
	assert.deepEqual(quotes(50), [`${'│ '.repeat(50)}end`, '', 'after']);
	assert.deepEqual(quotes(51), [`${'> '.repeat(51)}*end*`, '', 'after']);
});

test('ordinary text is lexed as by marked itself', () => {
	const text = [
		'# A *b* `c`\n\n> - d **e _f_** g\n> - [h *i*](j) ~~k~~\n\n1. l\n   - m\n\n| a | *b* |\n|---|---|\n| 2*3 | __init__ |',
		'2 * 3 * 4, 2*3, snake_case_name and __init__, *a **b* c**, **a *b** c*',
		`${'A paragraph with one stray * and *one word* marked up. '.repeat(20)}\n\n`.repeat(5),
	];
	for (const source of text) {
		assert.deepEqual([...new BoundedLexer().lex(source)], [...new Lexer().lex(source)]);
	}
});
