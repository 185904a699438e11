import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clocksOf, outputRateOf} from '../../source/analysis/clocks.js';
import {inspectTrace} from '../../source/analysis/inspect-trace.js';
import {thinkingOf, thinkingWords} from '../../source/analysis/thinking.js';
import {stopNotice} from '../../source/commands/ask/ask-notices.js';
import {exchangeRows} from '../../source/commands/inspect/exchange-rows.js';
import {openTraceSource} from '../../source/recording/open-trace-source.js';
import type {ExchangeView} from '../../source/trace/exchange-view.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {itemsOf, lastItem} from '../../source/trace/persistent-list.js';
import {endingRows} from '../../source/ui/conversation/ending-rows.js';
import {caseNames, casePath} from '../helpers/stream-cases.js';

const openCase = async (name: string) => {
	const source = await openTraceSource(casePath(name));
	const view = lastItem(foldTrace(source.events).exchanges);
	assert.ok(view);
	return {...source, view};
};

const reportOf = async (name: string) => {
	const {events, pacing} = await openCase(name);
	const [exchange] = inspectTrace(events, {hasTimes: pacing === 'recorded'}).exchanges;
	assert.ok(exchange);
	return exchange;
};

const endingOf = (view: ExchangeView): string =>
	endingRows(view, 100)
		.map(row => row.map(({text}) => text).join(''))
		.join('\n');

test('hidden thinking counts neither in the rate nor in its time, at whatever pace it plays', async () => {
	const {view} = await openCase('omitted-thinking-rate.sse');
	const rate = outputRateOf(view);
	assert.ok(
		rate !== null && rate.tokensPerSecond > 50 && rate.tokensPerSecond < 60,
		String(rate?.tokensPerSecond),
	);
	assert.equal(thinkingWords(thinkingOf(view, false)), '3,000 thinking tokens, hidden');
	const report = await reportOf('omitted-thinking-rate.sse');
	assert.deepEqual(
		[report.clocks, report.gaps, report.rate, report.thinking?.time],
		[null, null, null, null],
	);
});

test('a fraction in usage is shown as it came, and a row takes the place of the null before it', async () => {
	const {usage} = await reportOf('usage-cost.sse');
	assert.deepEqual(
		usage.map(({name, value}) => [name, value]),
		[
			['input_tokens', 3],
			['output_tokens', 2],
			['cost', 0.000112],
			['credits', 1.5],
			['cache_creation.ephemeral_5m_input_tokens', 0],
		],
	);
	const rows = exchangeRows({...(await reportOf('usage-cost.sse')), sdk: null}, 100);
	assert.ok(
		rows.some(row =>
			row
				.map(({text}) => text)
				.join('')
				.includes('0.000112'),
		),
	);
});

test('lengths count what a person would read, and name a signature apart', async () => {
	const {blocks} = await reportOf('thinking-signature-only.sse');
	assert.deepEqual(
		blocks.map(({type, length, signature}) => [type, length, signature]),
		[
			['thinking', 0, 40],
			['compaction', 12, 0],
			['text', 18, 0],
		],
	);
});

test('a refusal says its category and explanation in the conversation, in ask and in inspect', async () => {
	const {view} = await openCase('refusal-category.sse');
	const why = 'cyber: This request was declined because it could enable cyber harm.';
	assert.match(endingOf(view), /^■ refused/);
	assert.ok(endingOf(view).includes(why));
	assert.ok(stopNotice(view)?.includes(why));
	const rows = exchangeRows({...(await reportOf('refusal-category.sse')), sdk: null}, 100);
	assert.ok(
		rows.some(row =>
			row
				.map(({text}) => text)
				.join('')
				.includes(why),
		),
	);
});

test('an empty first delta does not stop the clock of the first content', async () => {
	const {view, pacing} = await openCase('55.1-empty-first-delta.ndjson');
	assert.equal(pacing, 'recorded');
	assert.equal(clocksOf(view).ttft, 4000);
});

test('usage nested 2,000 levels deep is a row that says how deep it is', async () => {
	const {usage} = await reportOf('usage-deep-2000.sse');
	assert.deepEqual(
		usage.map(({name, value}) => [name, value]),
		[
			['z.a.a.a.a.a.a.a', '1993 more levels'],
			['input_tokens', 10],
			['output_tokens', 5],
		],
	);
});

test('an unknown stop reason with the name of a method is a stop reason like any other', async () => {
	const {view} = await openCase('proto-stop_reason-toString.sse');
	assert.match(endingOf(view), /^■ stopped: toString · The stop reason "toString" is not known\./);
	assert.equal(stopNotice(view), 'The stop reason "toString" is not known.');
});

test('an error whose message is an object is shown with its JSON', async () => {
	const {view} = await openCase('error-message-object.sse');
	assert.match(endingOf(view), /\{"reason":"quota"\}/);
	assert.equal((await reportOf('error-message-object.sse')).error?.detail, '{"reason":"quota"}');
});

test('every case has a report and an ending for people, whatever it holds', async () => {
	for (const name of caseNames) {
		const {events, pacing} = await openTraceSource(casePath(name));
		for (const exchange of inspectTrace(events, {hasTimes: pacing === 'recorded'}).exchanges) {
			assert.ok(exchangeRows({...exchange, sdk: null}, 100).length > 2, name);
		}

		for (const view of itemsOf(foldTrace(events).exchanges)) {
			assert.doesNotMatch(endingOf(view), /undefined|\[object/, name);
		}
	}
});
