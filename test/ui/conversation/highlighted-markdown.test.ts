import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {growMarkdown} from '../../../source/text/markdown/render-markdown.js';
import {createMarkdownStyle} from '../../../source/text/markdown-style.js';
import {createTheme} from '../../../source/text/theme.js';
import {createHighlightedMarkdown} from '../../../source/ui/conversation/highlighted-markdown.js';
import {markHighlight} from '../../../source/ui/conversation/highlighted-text.js';

const view = {width: 60, style: createMarkdownStyle(createTheme('plain', 0, 'dark')), highlight: null};
const marked = {...view, style: {...view.style, hasHighlights: true as const}};

const paragraph = 'Cats **meow** loudly, and `dogs` bark.\n\n- one\n- two\n\n```js\nlet a = 1;\n```\n\n';
const long = paragraph.repeat(600);

test('steps to and fro through a long text give the lines of a text that comes at once', () => {
	const steps = fc.array(fc.tuple(fc.integer({min: 20_000, max: long.length}), fc.nat(20)), {
		minLength: 1,
		maxLength: 4,
	});
	fc.assert(
		fc.property(steps, asked => {
			const render = createHighlightedMarkdown(view);
			for (const [start, length] of asked) {
				const text = markHighlight(long.slice(0, start + length), start, start + length);
				assert.deepEqual(
					render(text, 0).map(line => line.text),
					growMarkdown(text, marked).lines.map(line => line.text),
				);
			}
		}),
		{numRuns: 6},
	);
});
