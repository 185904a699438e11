import assert from 'node:assert/strict';
import {test} from 'node:test';
import {playTimes} from '../../source/page/play-times.js';
import {timelineSvg} from '../../source/page/timeline-svg.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';

const place = {exchange: 1, attempt: 1};

const sse = (at: number, payload: {readonly type: string; readonly [key: string]: unknown}): TraceEvent => ({
	type: 'sse',
	at,
	...place,
	chunk: 1,
	event: payload.type,
	data: JSON.stringify(payload),
});

const delta = (at: number, index: number) =>
	sse(at, {type: 'content_block_delta', index, delta: {type: 'text_delta', text: 'a'}});

const start = (at: number, index: number, type: string) =>
	sse(at, {type: 'content_block_start', index, content_block: {type, text: ''}});

const events: readonly TraceEvent[] = [
	{type: 'request', at: 0, ...place, method: 'POST', url: '/', body: null},
	start(200, 0, 'text'),
	delta(300, 0),
	sse(350, {type: 'ping'}),
	sse(400, {type: 'content_block_stop', index: 0}),
	start(500, 1, '"><script>'),
	delta(800, 1),
	{type: 'end', at: 1000, exchange: 1, outcome: 'failed', error: null, message: null},
];

const elements = (name: string) =>
	timelineSvg(events, playTimes(events))
		.split('\n')
		.filter(line => line.includes(`class="${name}`));

test('each content block is a bar from its start to its last event, named in a tooltip that stays text', () => {
	assert.deepEqual(elements('track'), [
		'<rect class="track track-0" x="200" y="54" width="200" height="11"><title>[0] text</title></rect>',
		'<rect class="track track-1" x="500" y="68" width="300" height="11"><title>[1] &quot;&gt;&lt;script&gt;</title></rect>',
	]);
});

test('the height shows the number of deltas, and requests, pings and failures are ticks', () => {
	assert.deepEqual(
		elements('density').map(line => / x="([\d.]+)"/.exec(line)?.[1]),
		['300', '800'],
	);
	assert.deepEqual(
		elements('tick').map(line => /class="tick (\w+)" x1="([\d.]+)"/.exec(line)?.slice(1)),
		[
			['request', '0'],
			['ping', '350'],
			['error', '1000'],
		],
	);
});
