import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createMarkdownStyle} from '../../../source/text/markdown-style.js';
import {createTheme} from '../../../source/text/theme.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import {Trace} from '../../../source/trace/trace.js';
import {createHistoryLines} from '../../../source/ui/conversation/history-lines.js';
import {appendExchange} from '../../helpers/append-exchange.js';

const theme = createTheme('plain', 0);
/** More than a function takes as arguments. */
const many = 150_000;

for (const [name, answer] of [
	['lines', 'x\n\n'.repeat(many)],
	['lines in a list', `- a\n\n  \`\`\`\n${'  x\n'.repeat(many)}  \`\`\`\n`],
] as const) {
	test(`an answer of ${many.toLocaleString('en-US')} ${name} is shown`, () => {
		const trace = new Trace();
		appendExchange(trace, {messages: [{role: 'user', content: 'Go on'}], answer});
		const view = lastItem(foldTrace(trace.events).exchanges);
		assert.ok(view);
		const markdown = {width: 80, style: createMarkdownStyle(theme), highlight: null};
		const lines = createHistoryLines({width: 80, theme, hasTimes: true, isThinkingOpen: false, markdown}).of(
			view,
			null,
		);
		assert.ok(lines.length > many);
	});
}

test('a place in an answer is highlighted up to the longest that models give, and a longer one stays as it is', () => {
	for (const [length, isHighlighted] of [
		[600_000, true],
		[600_001, false],
	] as const) {
		const trace = new Trace();
		appendExchange(trace, {messages: [{role: 'user', content: 'Go on'}], answer: 'x'.repeat(length)});
		const view = lastItem(foldTrace(trace.events).exchanges);
		assert.ok(view);
		const history = createHistoryLines({
			width: 80,
			theme,
			hasTimes: true,
			isThinkingOpen: false,
			markdown: null,
		});
		const plain = history.of(view, null);
		const span = {exchange: view.exchange, block: 0, start: 5, end: 10};
		assert.equal(history.of(view, span) === plain, !isHighlighted);
		assert.equal(history.placeOf(view, span) !== null, isHighlighted);
	}
});
