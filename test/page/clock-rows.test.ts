import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clockRows} from '../../source/page/clock-rows.js';
import {openTraceSource} from '../../source/recording/open-trace-source.js';
import {exchangeIn, foldTrace} from '../../source/trace/fold-trace.js';
import {streamFixtures} from '../helpers/stream-fixtures.js';

const exchangeAt = (events: Parameters<typeof foldTrace>[0], length?: number) => {
	const view = exchangeIn(foldTrace(events, length), 1);
	assert.ok(view !== null);
	return view;
};

test('the rows are the same at every playhead, and a number stands in them from when its event came', async () => {
	for (const {name, body} of streamFixtures) {
		const {events} = await openTraceSource([body]);
		const whole = exchangeAt(events);
		const last = [...clockRows(whole, whole)];
		for (let length = 1; length < events.length; length++) {
			const rows = [...clockRows(exchangeAt(events, length), whole)];
			assert.deepEqual(
				rows.map(([row]) => row),
				last.map(([row]) => row),
				`${name}, ${length} events`,
			);
		}
	}
});

test('before anything has come no clock shows a time, and at the end the usage is the final one', async () => {
	const found = streamFixtures.find(({name}) => name === 'thinking-and-text.sse');
	const {events} = await openTraceSource([found?.body ?? '']);
	const whole = exchangeAt(events);
	const first = new Map(clockRows(exchangeAt(events, 1), whole));
	assert.deepEqual([first.get('TTFT'), first.get('total'), first.get('output_tokens')], ['–', '–', '–']);
	const last = new Map(clockRows(whole, whole));
	assert.equal(
		last.get('output_tokens'),
		String(whole.usage.find(({name}) => name === 'output_tokens')?.value),
	);
	assert.ok(last.get('TTFT') !== '–' && last.get('total') !== '–');
});
