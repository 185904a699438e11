import assert from 'node:assert/strict';
import {test} from 'node:test';
import {summarize} from '../../../source/analysis/event-summary.js';
import {createMarkdownStyle} from '../../../source/text/markdown-style.js';
import {createTheme} from '../../../source/text/theme.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {createHistoryLines} from '../../../source/ui/conversation/history-lines.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	messageDelta,
	messageStart,
	messageStop,
	text,
	textBlock,
} from '../../messages/conformance/sample-stream.js';

const theme = createTheme('plain', 0);

const linesOf = (events: readonly TraceEvent[]): readonly string[] => {
	const view = lastItem(foldTrace(events).exchanges);
	assert.ok(view);
	const markdown = {width: 100, style: createMarkdownStyle(theme), highlight: null};
	return createHistoryLines({width: 100, theme, hasTimes: true, isThinkingOpen: false, markdown})
		.of(view, null)
		.map(line => line.trimEnd());
};

const rowOf = (events: readonly TraceEvent[], name: string): string =>
	events.map(summarize).find(({kind}) => kind === name)?.detail ?? '';

test('a cache miss stands above the answer and in the row of message_start', () => {
	const diagnostics = {cache_miss_reason: {type: 'system_changed', cache_missed_input_tokens: 4213}};
	const events = tracedStream([messageStart({diagnostics}), blockStart(0), text(0, 'Cats meow.')]);
	const lines = linesOf(events);
	const remark = lines.indexOf('▪ cache miss: the system prompt changed, ~4,213 tokens');
	assert.ok(remark >= 0 && remark < lines.indexOf('Cats meow.'), lines.join('\n'));
	assert.match(rowOf(events, 'message_start'), / · cache miss: the system prompt changed, ~4,213 tokens$/);
});

test('applied edits and dropped thinking stand below the answer and in the row of message_delta', () => {
	const delta = messageDelta('end_turn', {
		context_management: {
			applied_edits: [{type: 'clear_tool_uses_20250919', cleared_tool_uses: 3, cleared_input_tokens: 9120}],
		},
		input_transformations: [{type: 'thinking_dropped', path: 'messages.1.content.0', reason: 'x\u001B[2J'}],
	});
	const events = [...tracedStream([messageStart(), ...textBlock(0), delta, messageStop]), complete(300)];
	const lines = linesOf(events);
	const edits = lines.indexOf(
		'▪ context edited by clear_tool_uses_20250919: 3 tool uses, 9,120 tokens cleared',
	);
	assert.ok(edits > lines.findIndex(line => line.startsWith('Claude')));
	assert.equal(lines[edits + 1], '▪ thinking dropped from the input (x␛[2J) at messages.1.content.0');
	assert.match(rowOf(events, 'message_delta'), / · context edited by .* · thinking dropped/);
});

const served = {
	iterations: [
		{type: 'message', model: 'claude-haiku-5-5'},
		{type: 'fallback_message', model: 'claude-sonnet-5-5'},
	],
};

test('a fallback is said once, where it comes, and the head names the model that began', () => {
	const fallback = {
		type: 'fallback',
		from: {model: 'claude-haiku-5-5'},
		to: {model: 'claude-sonnet-5-5'},
		trigger: {type: 'refusal', category: 'cyber'},
	};
	const events = tracedStream([
		messageStart(),
		blockStart(0),
		text(0, 'I would'),
		blockStop(0),
		blockStart(1, fallback),
		blockStop(1),
		blockStart(2),
		text(2, 'Here I go.'),
		blockStop(2),
		messageDelta('end_turn', {usage: {...served, output_tokens: 9}}),
	]);
	const lines = linesOf(events);
	assert.ok(lines.includes('Claude · claude-haiku-5-5'), lines.join('\n'));
	assert.deepEqual(
		lines.filter(line => line.includes('fallback')),
		['▪ fallback · claude-haiku-5-5 → claude-sonnet-5-5 (refusal: cyber)'],
	);
});

test('a fallback without a block is said once, in the head', () => {
	const events = tracedStream([
		messageStart(),
		...textBlock(0),
		messageDelta('end_turn', {usage: {...served, output_tokens: 9}}),
	]);
	assert.deepEqual(
		linesOf(events).filter(line => line.includes('fallback')),
		['Claude · claude-sonnet-5-5, fallback for claude-haiku-5-5'],
	);
});

test('a compaction shows its summary as text', () => {
	const events = tracedStream([
		messageStart(),
		blockStart(0, {type: 'compaction', content: null}),
		{
			type: 'content_block_delta',
			index: 0,
			delta: {
				type: 'compaction_delta',
				content: 'They spoke of cats.\nNext: dogs.',
				encrypted_content: 'Abc=',
			},
		},
		blockStop(0),
	]);
	const lines = linesOf(events);
	const head = lines.indexOf('▪ compaction · a summary of 31 characters');
	assert.deepEqual(lines.slice(head + 1, head + 3), ['│ They spoke of cats.', '│ Next: dogs.']);
});
