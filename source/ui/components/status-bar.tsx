import {Text} from 'ink';
import {formatMilliseconds, formatRate, formatTokens} from '../../protocol/format-numbers.js';
import {usageNumber} from '../../protocol/usage-ledger.js';
import {textWidth} from '../../terminal/text-width.js';
import {clocksOf, outputRateOf, silenceOf} from '../../trace/clocks.js';
import type {ExchangeView, Phase} from '../../trace/exchange-view.js';
import {paintRow} from '../paint.js';
import {fitParts, type RankedPart} from '../rows/fit-parts.js';
import {type Row, rowWidth, segment, spreadRow} from '../segment.js';
import type {Theme} from '../theme.js';

export type StatusBarProps = {
	readonly exchange: ExchangeView | null;
	/** Milliseconds on the trace's clock. */
	readonly now: number;
	readonly queued: number;
	/** A word about what a key just did. */
	readonly notice: string | null;
	/** Keys to know, from many to few. */
	readonly hints: readonly string[];
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
	const first: Row = [
		segment(` ${words}`, role),
		...(notice === null ? [] : [segment(` · ${notice}`, 'accent')]),
	];
	if (notice !== null && rowWidth(first) > width) {
		return <StatusRow row={[segment(` ${notice}`, 'accent')]} width={width} theme={theme} />;
	}

	// What is gone with the next key comes before what stays.
	const kept = notice === null ? leastHint(hints, width) : 0;
	const parts = [...queuedParts(queued), ...(exchange === null ? [] : numbers(exchange, now))];
	const left = [...first, ...fitParts(parts, width - rowWidth(first) - kept)];
	const hint = hints.find(words => hintWidth(words) <= width - rowWidth(left));
	const right = hint === undefined ? [] : [segment(` ${hint} `, 'dim')];
	return <StatusRow row={spreadRow(left, right, width)} width={width} theme={theme} />;
}

function StatusRow({row, width, theme}: {readonly row: Row} & Pick<StatusBarProps, 'width' | 'theme'>) {
	return <Text wrap="truncate">{paintRow(row, width, theme)}</Text>;
}

function hintWidth(words: string): number {
	return textWidth(words) + 2;
}

/** The room that is kept for a hint: a quarter of the row is enough. */
function leastHint(hints: readonly string[], width: number): number {
	const kept = hints.find(words => hintWidth(words) <= width / 4) ?? hints.at(-1) ?? '';
	return hintWidth(kept);
}

function queuedParts(queued: number): readonly RankedPart[] {
	return queued === 0 ? [] : [{part: [[segment(` · ${queued} queued`, 'warning')]], rank: 0}];
}

function numbers(exchange: ExchangeView, now: number): readonly RankedPart[] {
	const {ttft, total} = clocksOf(exchange);
	const rate = outputRateOf(exchange);
	const input = usageNumber(exchange.usage, 'input_tokens');
	const output = usageNumber(exchange.usage, 'output_tokens');
	const words = (text: string | null, rank: number): readonly RankedPart[] =>
		text === null ? [] : [{part: [[segment(` · ${text}`)]], rank}];
	return [
		...waitParts(exchange, now),
		...words(ttft === null ? null : `TTFT ${formatMilliseconds(ttft)}`, 3),
		...words(total === null || exchange.end === null ? null : `total ${formatMilliseconds(total)}`, 4),
		...words(rate === null ? null : `${rate.isEstimate ? '~' : ''}${formatRate(rate.tokensPerSecond)}`, 5),
		{part: tokenWords(input, output).map(text => [segment(` · ${text}`)]), rank: 1},
	];
}

/** What was written is said last of all. */
function tokenWords(input: number | null, output: number | null): readonly string[] {
	const read = input === null ? [] : [`in ${formatTokens(input)}`];
	const written = output === null ? [] : [`out ${formatTokens(output)}`];
	return written.length === 0 ? read : [[...read, ...written].join(' '), ...written];
}

/** How long nothing has come, or how long the server asks to wait. */
function waitParts(exchange: ExchangeView, now: number): readonly RankedPart[] {
	const wait = remainingWait(exchange, now);
	if (wait > 0) {
		const what = exchange.end === null ? 'next attempt' : '/retry';
		return [{part: [[segment(` · ${what} in ${Math.ceil(wait / 1000)} s`, 'warning')]], rank: 2}];
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
	const byte = segment(
		lastByte === null ? ` · no answer for ${seconds(silence)}` : ` · last byte ${seconds(silence)} ago`,
		'warning',
	);
	const ping = segment(lastPing === null ? '' : ` · ping ${seconds(lastPing)}`, 'dim');
	const content = segment(lastContent === null ? '' : ` · content ${seconds(lastContent)}`, 'dim');
	return [{part: [[byte, ping, content], [byte, content], [byte]], rank: 2}];
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
