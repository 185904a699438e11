import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import {fittingColumns} from '../../../source/ui/exchanges/exchange-columns.js';
import {ExchangeList} from '../../../source/ui/exchanges/exchange-list.js';
import {selectExchanges} from '../../../source/ui/exchanges/select-exchanges.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {cpuTime} from '../../helpers/cpu-time.js';
import {keysOf, paneOf, pointAt, rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {filterOf} from '../../helpers/filter-of.js';
import {aborted, complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {message, ping, textBlock} from '../../messages/conformance/sample-stream.js';

const later = <Event extends {readonly at: number}>(events: readonly Event[], by: number) =>
	events.map(event => ({...event, at: event.at + by}));

const body = {stream: true, model: 'claude-sonnet-4-5'};

/** An exchange that was refused, waited two seconds and was answered, and one that failed after ten minutes. */
const events = [
	...tracedStream([], {status: 429, body}),
	...later(tracedStream(message(ping, ...textBlock(0)), {attempt: 2, body}), 2100),
	complete(2600),
	...later(tracedStream(message().slice(0, 1), {exchange: 2, body}), 600_000),
	...later([{...failed(200, 'connection_lost'), exchange: 2}], 600_000),
];

const open = (width: number, height = 24, state = {}) =>
	screenOf(events, {overlay: 'exchanges', ...state}, {size: {width, height}});

const drawn = (model: ScreenStore) => rowsOf(paneOf(ExchangeList, selectExchanges(model.newest())));

test('a row an attempt: its figures, and bars on one axis, with the wait before the next attempt', () => {
	const rows = drawn(open(80, 10)).map(row => row.trimEnd());
	assert.match(
		rows[0] ?? '',
		/^━ Exchanges 3 ━+ Enter goes there {2}D diff {2}s sort {2}f filter {2}Esc closes ━$/,
	);
	assert.match(rows[1] ?? '', /^ {4}#▲ HTTP stop +TTFT +total +out +⚑ waiting ░ stream █ retry ·$/);
	assert.match(rows[2] ?? '', /^ +1\.1 +429 retried +· +· +· +· ░?█·+$/);
	assert.match(rows[3] ?? '', /^ +1\.2 +200 end_turn +2\.\d\d s +2\.\d\d s +\d+ +\d+ +░?█+$/);
	assert.match(rows[4] ?? '', /^▸ +2 +200 failed +· +200 ms +\d+ +\d+ +░*█+$/);
	assert.match(rows.at(-1) ?? '', /^ +Σ +Σ, median +2\.\d\d s +1\.\d\d s +\d+ +\d+$/);
});

test('the bars end where the next ones begin', () => {
	const rows = drawn(open(200, 10));
	const barOf = (row: string | undefined) => ({
		from: row?.search(/[░█]/) ?? -1,
		to: (row ?? '').trimEnd().length,
	});
	const [first, second, third] = rows.slice(2, 5).map(barOf);
	assert.equal(first?.to, second?.from);
	assert.ok((third?.from ?? 0) > (second?.to ?? 0));
	assert.equal(third?.to, 200);
});

for (const [width, height] of [
	[40, 10],
	[80, 24],
	[120, 40],
	[200, 50],
] as const) {
	test(`at ${width}×${height} every row fits, and the columns stand under their headings`, () => {
		const model = open(width, height);
		for (const line of drawn(model)) {
			assert.ok(line.length <= width, line);
		}

		const names = fittingColumns(width, open(width).state).map(({name}) => name);
		assert.ok(names.includes('number') && names.includes('stop') && names.includes('total'));
	});
}

test('everything has its place in a wide list, and nothing about times without times', () => {
	assert.equal(fittingColumns(200, {hasTimes: true, isFollowed: false, wallTime: 0}).length, 15);
	assert.deepEqual(
		fittingColumns(200, {hasTimes: false, isFollowed: false, wallTime: 0})
			.map(({name}) => name)
			.filter(name => ['clock', 'start', 'ttft', 'total'].includes(name)),
		[],
	);
});

test('each attempt has its time of day where the day is known', () => {
	const noon = new Date(2026, 10, 28, 12, 0, 0).getTime();
	const facts = {size: {width: 200, height: 24}, wallTime: (at: number) => noon + at};
	const rows = drawn(screenOf(events, {overlay: 'exchanges'}, facts));
	assert.match(rows[2] ?? '', /1\.1 12:00:00 +0 ms/);
	assert.match(rows[4] ?? '', /2 12:10:00 +10 m 0 s/);
	assert.doesNotMatch(drawn(open(200))[1] ?? '', /time/);
});

test('the list is sorted by one column after another, what is not known last', () => {
	const model = open(200);
	const order = () =>
		drawn(model)
			.slice(2, 5)
			.map(row => /^[ ▸] *([\d.]+)/.exec(row)?.[1]);
	const {sortExchanges, reverseExchanges} = keysOf(model);
	while (model.state.exchanges.sort !== 'total') {
		sortExchanges();
	}

	assert.equal(model.state.notice, 'sorted by total');
	assert.deepEqual(order(), ['1.2', '2', '1.1']);
	reverseExchanges();
	assert.deepEqual(order(), ['2', '1.2', '1.1']);
});

test('with a filter, the list shows exchanges in which it finds something', () => {
	const model = open(80, 24, {filter: {passing: filterOf('type:ping'), isFolded: false}});
	assert.match(drawn(model)[0] ?? '', /Exchanges 2 .*filter: type:ping/);
	const none = open(80, 24, {filter: {passing: filterOf('nowhere'), isFolded: false}});
	assert.match(drawn(none)[2] ?? '', /No exchange has an event that matches the filter\. F shows all\./);
});

test('Enter closes the list and shows the request in the log; the wheel moves the selection', () => {
	const model = open(80);
	pointAt(model, {kind: 'wheel-up', x: 5, y: 5});
	keysOf(model).goToExchange();
	assert.equal(model.state.overlay, null);
	assert.equal(model.state.focus, 'events');
	assert.equal(selectPosition(model.newest()), 2);
});

test('without an exchange it says so', () => {
	const model = screenOf([], {overlay: 'exchanges'}, {size: {width: 80, height: 24}});
	assert.match(drawn(model)[2] ?? '', /No exchange yet\./);
	keysOf(model).goToExchange();
	assert.equal(model.state.notice, 'there is no exchange yet');
});

test('a new event costs the same after a hundred thousand others', () => {
	const pings = Array.from({length: 100_000}, () => ping);
	const model = screenOf(
		[
			...tracedStream(message(...textBlock(0))),
			complete(900),
			...later(tracedStream(pings, {exchange: 2}), 1000),
		],
		{overlay: 'exchanges'},
	);
	selectExchanges(model.newest());
	const [next] = later(tracedStream([ping], {exchange: 2}).slice(2), 2_000_000);
	assert.ok(next);
	const spent = cpuTime(() => {
		for (let count = 0; count < 20; count++) {
			model.state.trace.append(next);
			selectExchanges(model.newest());
		}
	});
	assert.ok(spent < 400, `${spent} ms`);
});

/** Streams that a tap shows while they come, at a time of its clock. */
const watchedAt = (now: number, more: readonly TraceEvent[] = []) => {
	const asked = (exchange: number, agent: string, at = 0) =>
		later(tracedStream(message(ping, ...textBlock(0)).slice(0, 3), {exchange, body}), at).map(event =>
			event.type === 'request' ? {...event, headers: {'user-agent': agent}} : event,
		);
	const model = screenOf(
		[
			...asked(1, 'claude-cli/1.0.3 (external, cli)'),
			{...aborted(500), exchange: 1},
			...asked(2, 'Anthropic/JS 0.70.1', 1000),
			...asked(3, 'curl/8.5.0', 1000),
			...more,
		],
		{overlay: 'exchanges'},
		{
			...{isReplay: true, isFollowed: true, size: {width: 160, height: 12}},
			watchdogs: [{sign: 'content', limit: 30_000}],
		},
	);
	return rowsOf(paneOf(ExchangeList, selectExchanges({...model.newest(), now})));
};

test('of streams that are watched, the list tells the client, the last byte and who ended', () => {
	const held = {type: 'altered', at: 2000, exchange: 3, attempt: 1, how: 'held', sse: 3} as const;
	const rows = watchedAt(4130, [held]);
	assert.match(rows[1] ?? '', /client +HTTP +stop +last byte/);
	assert.match(rows[2] ?? '', /claude-cli\/1\.0\.3 +200 +aborted +client left/);
	assert.match(rows[3] ?? '', /Anthropic\/JS 0\.70\.1 +200 +streaming +3\.00 s ago/);
	assert.match(rows[4] ?? '', /curl\/8\.5\.0 +200 +streaming +held 2\.13 s/);
});

test('the list marks a stream that a client would have given up by now', () => {
	assert.match(watchedAt(31_000)[3] ?? '', /streaming +29\.9 s ago/);
	assert.match(watchedAt(31_200)[3] ?? '', /streaming +✂ 30\.1 s ago/);
});

test('the list is shown when several streams come at once, unless something else is open', () => {
	const model = screenOf(events, {}, {isReplay: true, isFollowed: true});
	model.dispatch({name: 'showExchanges'});
	assert.equal(model.state.overlay, 'exchanges');
	assert.equal(model.state.notice, 'several streams at once: Esc closes the list, x opens it');
	const busy = screenOf(events, {overlay: 'help'}, {isReplay: true, isFollowed: true});
	busy.dispatch({name: 'showExchanges'});
	assert.equal(busy.state.overlay, 'help');
});

test('a search goes from one exchange with a match to the next, and wraps', () => {
	const model = open(120);
	keysOf(model).openSearch();
	model.dispatch({name: 'submitField', value: 'type:message_start'});
	const selected = () => /^▸ *([\d.]+)/m.exec(drawn(model).join('\n'))?.[1];
	assert.equal(selected(), '1.2');
	assert.match(model.state.notice ?? '', /^hit 1 of 2, from the beginning$/);
	keysOf(model).searchNext();
	assert.equal(selected(), '2');
	keysOf(model).searchPrevious();
	assert.equal(selected(), '1.2');
	assert.equal(model.state.overlay, 'exchanges');
});
