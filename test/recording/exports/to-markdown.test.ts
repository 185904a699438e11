import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type ExportOptions, exportTrace} from '../../../source/recording/exports/export-trace.js';
import {Trace} from '../../../source/trace/trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {appendExchange} from '../../helpers/append-exchange.js';
import {continuedTurn} from '../../helpers/called-tools.js';

const place = {at: 0, exchange: 1, attempt: 1};

const request = (messages: readonly unknown[], exchange = 1): TraceEvent => ({
	type: 'request',
	...place,
	exchange,
	method: 'POST',
	url: 'http://127.0.0.1/v1/messages',
	body: {messages},
});

const answer = (content: readonly unknown[], stopReason: string, exchange = 1): TraceEvent => ({
	type: 'body',
	...place,
	exchange,
	data: JSON.stringify({type: 'message', role: 'assistant', content, stop_reason: stopReason}),
});

const end = (outcome: 'complete' | 'failed', exchange = 1): TraceEvent => ({
	type: 'end',
	at: 0,
	exchange,
	outcome,
	error: outcome === 'failed' ? {kind: 'k', title: 'It failed', detail: 'badly', hint: ''} : null,
	message: null,
});

const markdown = (events: readonly TraceEvent[], title: string | null = null) =>
	[...exportTrace({header: null, title, events, others: []}, 'md').pieces]
		.join('')
		.replace(/\n---\n(?![\s\S]*\n---\n)[\s\S]*$/, '');

test('a conversation reads as one', () => {
	const first = {role: 'user', content: 'Hello'};
	const events = [
		request([first]),
		answer(
			[
				{type: 'thinking', thinking: 'Let me\nthink.', signature: 's'},
				{type: 'text', text: 'Hi **there**.', citations: [{title: 'A page', url: 'https://a.example'}]},
				{type: 'tool_use', id: 't', name: 'get_weather', input: {city: 'Rome'}},
			],
			'tool_use',
		),
		end('complete'),
		request(
			[
				first,
				{role: 'assistant', content: 'Hi'},
				{
					role: 'user',
					content: [
						{type: 'tool_result', tool_use_id: 't', content: 'it has ``` in it'},
						{type: 'image', source: {type: 'base64', media_type: 'image/png', data: 'AAAA'}},
						{type: 'text', text: 'And now?'},
					],
				},
			],
			2,
		),
		end('failed', 2),
	];
	assert.equal(
		markdown(events, 'Weather'),
		`# Weather

## You

Hello

## Claude

> **Thinking**
>
> Let me
> think.

Hi **there**.

- cited: A page, https://a.example

**tool_use · get_weather**

\`\`\`json
{
  "city": "Rome"
}
\`\`\`

## You

**tool_result**

\`\`\`\`
it has \`\`\` in it
\`\`\`\`

*image, image/png*

And now?

## Claude

*It failed: badly*
`,
	);
});

test('a session shows what was said before its first request, a single exchange does not', () => {
	const events = [
		request([
			{role: 'user', content: 'Earlier'},
			{role: 'assistant', content: 'Yes'},
			{role: 'user', content: 'Now'},
		]),
	];
	const source = {header: null, title: null, events, others: []};
	const text = (exchange?: number) =>
		[...exportTrace(source, 'md', exchange === undefined ? {} : {exchange}).pieces].join('');
	assert.match(
		text(),
		/Earlier\n\n## Claude\n\nYes\n\n## You\n\nNow\n\n## Claude\n\n\*The recording ends before the answer does\*/,
	);
	assert.ok(!text(1).includes('Earlier'));
});

test('what a terminal would obey is shown', () => {
	const text = markdown([request([{role: 'user', content: 'a\u001B[2Jb'}])], 'x\u0007\ny');
	assert.ok(!/[\u0000-\u0009\u000B-\u001F]/.test(text));
	assert.match(text, /a␛\[2Jb/);
	assert.match(text, /^# x␇ y\n/);
});

test('turns that were asked again or differently, and conversations that were cleared away, are told apart', () => {
	const trace = new Trace();
	const user = (content: string) => ({role: 'user', content});
	const sketches = [
		{messages: [user('Orchids?')], answer: 'Pink.'},
		{messages: [user('Orchids?')], answer: 'White.'},
		{messages: [user('Orchids?'), {role: 'assistant', content: 'White.'}, user('Where?')], answer: 'Here.'},
		{messages: [user('Orchids?'), {role: 'assistant', content: 'White.'}, user('When?')], answer: 'Now.'},
		{messages: [user('Whales?')], answer: 'Big.'},
	];
	for (const sketch of sketches) {
		appendExchange(trace, sketch);
	}

	const headings = markdown(trace.events)
		.split('\n')
		.filter(line => /^[#*]|^\S+[.?]$/.test(line));
	assert.deepEqual(headings.slice(1), [
		...['*↻ Asked again below.*', '## You', 'Orchids?', '## Claude', 'Pink.'],
		...['## You', 'Orchids?', '## Claude', 'White.'],
		...['*✎ Asked differently below.*', '## You', 'Where?', '## Claude', 'Here.'],
		...['## You', 'When?', '## Claude', 'Now.'],
		...['*A new conversation*', '## You', 'Whales?', '## Claude', 'Big.'],
	]);
});

test('a recording that says when it was cleared tells an edited first prompt from a new conversation', () => {
	const trace = new Trace();
	for (const content of ['Orchids?', 'Whales?', 'Sperm whales?']) {
		appendExchange(trace, {messages: [{role: 'user', content}], answer: 'Yes.'});
	}

	const cleared = {before: trace.events.findIndex(({exchange}) => exchange === 2), line: {type: 'clear'}};
	const source = {header: null, title: null, events: trace.events, others: [cleared]};
	const notes = (options: ExportOptions) =>
		[...exportTrace(source, 'md', options).pieces].join('').match(/\*(A new|. Asked)[^*]*\*/g);
	for (const options of [{}, {redact: {ids: 'keep'}}] as const) {
		assert.deepEqual(notes(options), ['*A new conversation*', '*✎ Asked differently below.*']);
	}
});

test('a turn that continued with the results of its tools reads as one', () => {
	assert.equal(
		markdown(continuedTurn()).replace(/^# .*\n\n/, ''),
		`## You

How is the weather?

## Claude

**tool_use · weather**

\`\`\`json
{
  "place": "Lisbon"
}
\`\`\`

**tool_use · clock**

\`\`\`json
{}
\`\`\`

**tool_result**

\`\`\`
It is sunny.
\`\`\`

**tool_result · error**

\`\`\`
no clock
\`\`\`

Sunny, at some hour.
`,
	);
});
