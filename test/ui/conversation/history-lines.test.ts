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
const many = 200_000;

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
