import {Text} from 'ink';
import {formatMilliseconds, formatRate, formatTokens} from '../../protocol/format-numbers.js';
import {usageNumber} from '../../protocol/usage-ledger.js';
import {clocksOf, outputRateOf, silenceOf} from '../../trace/clocks.js';
import type {ExchangeView, Phase} from '../../trace/exchange-view.js';
import {paintRow} from '../paint.js';
import {type Row, segment, spreadRow} from '../segment.js';
import type {Theme} from '../theme.js';

export type StatusBarProps = {
	readonly exchange: ExchangeView | null;
	/** Milliseconds on the trace's clock. */
	readonly now: number;
	readonly queued: number;
	/** A word about what a key just did. */
	readonly notice: string | null;
	readonly hints: string;
	readonly width: number;
	readonly theme: Theme;
};

const phaseSigns: Readonly<Record<Phase, readonly [string, string]>> = {
	idle: ['○ ready', 'dim'],
	connecting: ['◌ connecting', 'warning'],
	streaming: ['● streaming', 'good'],
	complete: ['✓ complete', 'good'],
	aborted: ['■ interrupted', 'warning'],
	failed: ['✗ failed', 'badTitle'],
};

/** One line on what happens now: phase, clocks, rate, tokens, and how long it has been silent. */
export function StatusBar({exchange, now, queued, notice, hints, width, theme}: StatusBarProps) {
	const [words, role] = phaseSigns[exchange?.phase ?? 'idle'];
	const left: Row = [
		segment(` ${words}`, role),
		// What is gone with the next key comes before what stays.
		segment(notice === null ? '' : ` · ${notice}`, 'accent'),
		segment(queued === 0 ? '' : ` · ${queued} queued`, 'warning'),
		...(exchange === null ? [] : numbers(exchange, now)),
	];
	return (
		<Text wrap="truncate">
			{paintRow(spreadRow(left, [segment(` ${hints} `, 'dim')], width), width, theme)}
		</Text>
	);
}

function numbers(exchange: ExchangeView, now: number): Row {
	const {ttft, total} = clocksOf(exchange);
	const rate = outputRateOf(exchange);
	const input = usageNumber(exchange.usage, 'input_tokens');
	const output = usageNumber(exchange.usage, 'output_tokens');
	const waits = waitRow(exchange, now);
	return [
		...waits,
		segment(ttft === null ? '' : ` · TTFT ${formatMilliseconds(ttft)}`),
		segment(total === null || exchange.end === null ? '' : ` · total ${formatMilliseconds(total)}`),
		segment(rate === null ? '' : ` · ${rate.isEstimate ? '~' : ''}${formatRate(rate.tokensPerSecond)}`),
		segment(input === null ? '' : ` · in ${formatTokens(input)}`),
		segment(output === null ? '' : ` out ${formatTokens(output)}`),
	];
}

/** How long nothing has come, or how long the server asks to wait. */
function waitRow(exchange: ExchangeView, now: number): Row {
	const wait = remainingWait(exchange, now);
	if (wait > 0) {
		return [
			segment(
				` · ${exchange.end === null ? 'next attempt' : '/retry'} in ${Math.ceil(wait / 1000)} s`,
				'warning',
			),
		];
	}

	if (exchange.end !== null) {
		return [];
	}

	const {lastByte, lastPing, lastContent} = silenceOf(exchange, now);
	const silence = lastByte ?? now - exchange.marks.request;
	if (silence < 1000 && (lastContent ?? 0) < 1000) {
		return [];
	}

	const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
	return [
		segment(
			lastByte === null ? ` · no answer for ${seconds(silence)}` : ` · last byte ${seconds(silence)} ago`,
			'warning',
		),
		segment(lastPing === null ? '' : ` · ping ${seconds(lastPing)}`, 'dim'),
		segment(lastContent === null ? '' : ` · content ${seconds(lastContent)}`, 'dim'),
	];
}

/** Milliseconds until the time that the server's `retry-after` asks for. */
function remainingWait({attempts, end}: ExchangeView, now: number): number {
	const response = attempts.at(-1)?.response ?? null;
	const seconds =
		end === null ? Number(response?.headers['retry-after']) : (end.error?.retryAfter ?? Number.NaN);
	const since = end?.at ?? response?.at ?? now;
	const isRefused = end !== null || (response !== null && response.status >= 400);
	return isRefused && Number.isFinite(seconds) ? since + seconds * 1000 - now : 0;
}

/** True while the status line has something to count. */
export function isCounting(exchange: ExchangeView | null, now: number): boolean {
	return exchange !== null && (exchange.end === null || remainingWait(exchange, now) > 0);
}
