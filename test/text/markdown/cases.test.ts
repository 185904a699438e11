// Markdown that other programs are known to lose text of.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {renderMarkdown} from '../../../source/text/markdown/render-markdown.js';
import {sanitize} from '../../../source/text/sanitize.js';
import {plainView} from './plain-style.js';

const read = (name: string) =>
	sanitize(readFileSync(new URL(`../../fixtures/markdown/${name}`, import.meta.url), 'utf8'));
const shown = (name: string, width: number) =>
	renderMarkdown(read(name), plainView(width))
		.map(line => line.text)
		.join('\n');

for (const width of [200, 60, 24]) {
	test(`no word of a table's cells is lost at ${width} columns`, () => {
		for (const name of ['table-cells.md', 'markdown-sampler.md']) {
			const text = shown(name, width).replaceAll(/\s+/g, ' ');
			for (const row of read(name)
				.split('\n')
				.filter(line => line.startsWith('|') && !/^[|:\s-]+$/.test(line))) {
				for (const word of row.replaceAll(/\[(.*?)\]\((.*?)\)|[|`*\\]|<br>/g, ' $1 ').split(/\s+/)) {
					assert.ok(text.includes(word), word);
				}
			}
		}
	});
}

test('backslashes of formulas never vanish', () => {
	assert.match(shown('table-cells.md', 60), /x² \+ y² = r² and ∑ᵢ₌₁ⁿ i/);
	assert.match(shown('table-cells.md', 60), /a\/b \* c \* d/);
	assert.match(shown('markdown-sampler.md', 60), /∫₀\^∞ e\^\(-x²\) dx = √π\/2/);
});
