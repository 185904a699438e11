import assert from 'node:assert/strict';
import {test} from 'node:test';
import {knownPrices} from '../../../source/messages/prices.js';
import {createTheme} from '../../../source/text/theme.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {selectLatest} from '../../../source/ui/player/select-view.js';
import {StatusBar} from '../../../source/ui/screen/status-bar.js';
import {isCounting} from '../../../source/ui/screen/status-parts.js';
import {rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {hiddenThinking, hiddenThinkingAnswer} from '../../helpers/hidden-thinking.js';
import {aborted, complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockStart,
	message,
	messageDelta,
	messageStart,
	messageStop,
	ping,
	text,
	textBlock,
} from '../../messages/conformance/sample-stream.js';

type Facts = {
	readonly now?: number;
	readonly queued?: number;
	readonly notice?: string;
	readonly width?: number;
	readonly hints?: readonly string[];
	readonly isOneOfSeveral?: boolean;
};

const line = (
	events: readonly TraceEvent[],
	{now = 1000, queued = 0, notice, width = 100, hints = ['F1 help'], isOneOfSeveral = false}: Facts = {},
): string => {
	const rows = rowsOf(
		<StatusBar
			exchange={selectLatest(screenOf(events).state)}
			isOneOfSeveral={isOneOfSeveral}
			now={now}
			prices={knownPrices}
			queued={queued}
			notice={notice ?? null}
			hints={hints}
			width={width}
			theme={createTheme('plain', 0)}
		/>,
	);
	assert.equal(rows.length, 1);
	return rows[0] ?? '';
};

const refusal = (retryAfter?: string): readonly TraceEvent[] => {
	const [request, response] = tracedStream([], {status: 429}) as [TraceEvent, TraceEvent];
	return [
		request,
		{...response, headers: retryAfter === undefined ? {} : {'retry-after': retryAfter}} as TraceEvent,
	];
};

test('each phase has its word', () => {
	assert.match(line([]), /ready/);
	assert.match(line(tracedStream([])), /connecting/);
	assert.match(line(tracedStream([messageStart()])), /streaming/);
	assert.match(line([...tracedStream(message(...textBlock(0))), complete(300)]), /complete/);
	assert.match(line([...tracedStream([messageStart()]), aborted(300)]), /interrupted/);
	assert.match(line([...tracedStream([messageStart()]), failed(300, 'api_error')]), /failed/);
});

test('a finished answer shows its clocks, rate and tokens', () => {
	const events = tracedStream(
		message(blockStart(0), text(0, 'Cats'), text(0, ' meow'), {type: 'content_block_stop', index: 0}),
		{
			pace: 100,
		},
	);
	const shown = line([...events, complete(900)]);
	assert.match(shown, /TTFT 310 ms · total 710 ms · 20\.0 tok\/s · in 9 out 3 · \$0\.0000024 /);
});

test('before the count of tokens is known the rate is marked as an estimate', () => {
	const events = tracedStream(
		[messageStart(), blockStart(0), text(0, 'x'.repeat(100)), text(0, 'x'.repeat(100))],
		{pace: 100},
	);
	assert.match(line(events, {now: 500}), /~490 tok\/s/);
});

test('silence is told once it lasts a second: since the last byte, ping and content', () => {
	const events = tracedStream([messageStart(), blockStart(0), text(0, 'Cats'), ping]);
	assert.doesNotMatch(line(events, {now: 1000}), /last byte/);
	const shown = line(events, {now: 4140});
	assert.match(shown, /last byte 4\.0 s ago · ping 4\.0 s · content 4\.0 s/);
	assert.match(line(tracedStream([]).slice(0, 1), {now: 2500}), /no answer for 2\.5 s/);
});

test('a silence in which the model thinks unseen says so', () => {
	const events = tracedStream(hiddenThinking);
	assert.match(line(events, {now: 4140}), /hidden thinking 4\.\d s · last byte 4\.0 s ago · ping 4\.0 s/);
});

test('a refused attempt counts down to the next one, and a failed exchange to the retry', () => {
	assert.match(line(refusal('7'), {now: 1100}), /next attempt in 6 s/);
	assert.doesNotMatch(line(refusal(), {now: 1100}), /next attempt/);
	const end: TraceEvent = {
		type: 'end',
		at: 500,
		exchange: 1,
		outcome: 'failed',
		error: {
			kind: 'rate_limit_error',
			title: 'The rate limit is reached',
			detail: null,
			hint: '',
			retryAfter: 10,
		},
		message: null,
	};
	assert.match(line([...refusal('10'), end], {now: 2000}), /\/retry in 9 s/);
	assert.doesNotMatch(line([...refusal('10'), end], {now: 20_000}), /\/retry in/);
});

test('the retry-after of an answer that succeeded counts nothing down', () => {
	const [request, response, ...rest] = tracedStream([messageStart()]) as [
		TraceEvent,
		TraceEvent,
		...TraceEvent[],
	];
	const events = [request, {...response, headers: {'retry-after': '35'}} as TraceEvent, ...rest];
	assert.doesNotMatch(line(events, {now: 500}), /35|attempt/);
});

test('queued prompts and notices are told', () => {
	const shown = line(tracedStream([messageStart()]), {queued: 2, notice: 'copied'});
	assert.match(shown, /2 queued/);
	assert.match(shown, /copied/);
});

test('it is as wide as it may be and keeps its hint', () => {
	const events = [...tracedStream(message(...textBlock(0))), complete(300)];
	for (const width of [40, 60, 100]) {
		const shown = line(events, {width});
		assert.ok([...shown].length <= width);
		assert.match(shown, /F1 help$/);
	}
});

test('a notice comes first and takes the room of the hints and the numbers', () => {
	const events = [...tracedStream(message(...textBlock(0))), complete(300)];
	const notice = '"1m" is no event: there are 1 to 1044, or a time as in 3.5s';
	assert.match(line(events, {width: 100, notice}), /3\.5s · .*out 3/);
	assert.equal(line(events, {width: 80, notice}), ` ✓ complete · ${notice}`);
	assert.match(line(events, {width: 40, notice}), /^ "1m" is no event: there are 1 to 1044,…$/);
});

test('numbers are left out as a whole, and those of the answer last', () => {
	const events = [...tracedStream(message(...textBlock(0))), complete(300)];
	for (let width = 40; width <= 100; width++) {
		assert.match(
			line(events, {width}),
			/^ ✓ complete( · TTFT \d+ ms)?( · total \d+ ms)?( · [\d.]+ tok\/s)?( · in 9)?( ·)? out 3( · \$[\d.]+)?( · context <0\.1 %)? +F1 help$/,
		);
	}
});

test('the longest of the hints that fits beside the numbers is shown', () => {
	const hints = ['Space plays  , . step  q quits', 'F1 help  q quits', 'F1 help'];
	const events = [...tracedStream(message(...textBlock(0))), complete(300)];
	assert.match(
		line(events, {width: 100, hints}),
		/total 160 ms.*out 3 · \$0\.0000024 +Space plays.*q quits$/,
	);
	assert.match(line(events, {width: 90, hints}), /out 3( · \$[\d.]+)? +F1 help {2}q quits$/);
	assert.match(line(events, {width: 40, hints}), /out 3 +F1 help$/);
});

test('something counts while an exchange runs or a wait lasts, and nothing otherwise', () => {
	const latest = (events: readonly TraceEvent[]) => selectLatest(screenOf(events).state);
	assert.equal(isCounting(null, 0), false);
	assert.equal(isCounting(latest(tracedStream([])), 5000), true);
	assert.equal(isCounting(latest([...tracedStream(message()), complete(300)]), 400), false);
	assert.equal(isCounting(latest([...tracedStream([]), failed(300, 'api_error')]), 400), false);
});

test('the tokens of an answer that is still coming are an estimate that counts up', () => {
	const so = (count: number) =>
		line(tracedStream([messageStart(), blockStart(0), text(0, 'x'.repeat(count))]));
	assert.match(so(400), /out ~100\b/);
	assert.match(so(1248), /out ~312\b/);
	assert.match(line(tracedStream(hiddenThinking)), /out ~256\b/);
	const whole = line([...tracedStream(hiddenThinkingAnswer), complete(2000)]);
	assert.match(whole, /out 3,120\b/);
	assert.match(whole, / 119 tok\/s/);
});

test('the prompt counts with its tokens that were read from a cache or written to one', () => {
	const usage = {
		input_tokens: 10,
		cache_read_input_tokens: 4000,
		cache_creation_input_tokens: 213,
		output_tokens: 400,
	};
	const events = [messageStart({usage}), ...textBlock(0), messageDelta('end_turn', {usage}), messageStop];
	assert.match(line([...tracedStream(events), complete(300)]), / · in 4,223 out 400 · /);
});

test('the status says how full the context window is, as far as its size is known', () => {
	const usage = {input_tokens: 15_000, output_tokens: 400};
	const shownFor = (model: string) =>
		line([
			...tracedStream([
				messageStart({model}),
				...textBlock(0),
				messageDelta('end_turn', {usage}),
				messageStop,
			]),
			complete(300),
		]);
	assert.match(shownFor('claude-haiku-4-5'), / · context 7\.7 %/);
	assert.doesNotMatch(shownFor('a-model-of-tomorrow'), /context/);
});

test('a stop reason that leaves the answer short of its end is the phase, in the place of complete', () => {
	for (const [reason, words] of [
		['refusal', 'refused'],
		['max_tokens', 'cut off at max_tokens'],
		['model_context_window_exceeded', 'context window full'],
		['tool_use', 'waits for tool results'],
		['pause_turn', 'paused (pause_turn)'],
	] as const) {
		const events = [messageStart(), ...textBlock(0), messageDelta(reason), messageStop];
		const shown = line([...tracedStream(events), complete(300)]);
		assert.ok(shown.startsWith(` ■ ${words} · `), shown);
		assert.match(line([...tracedStream(events), aborted(300)]), /interrupted/);
	}

	const ended = [messageStart(), ...textBlock(0), messageDelta('end_turn'), messageStop];
	assert.match(line([...tracedStream(ended), complete(300)]), /✓ complete/);
});

test('where there are several exchanges, the line names the one that it is about', () => {
	const events = [...tracedStream(message(...textBlock(0)), {exchange: 7}), complete(300, 7)];
	assert.match(line(events, {isOneOfSeveral: true}), /^ ✓ complete · exchange 7 · TTFT/);
	assert.match(line(events, {isOneOfSeveral: true, width: 40}), /^ ✓ complete · ex(?:change)? 7 /);
	assert.doesNotMatch(line(events), /exchange/);
});
