import {alignRows} from '../../text/align-rows.js';
import {clockBars} from '../../text/drawings/clock-bars.js';
import {formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {ComparisonSide} from './comparison.js';
import {type Advantage, advantages, type SideSummary, type Spread} from './comparison-summary.js';

/** The table of a comparison, the waits, and a summary in a sentence. */
export function comparisonRows(summaries: readonly SideSummary[], width: number): readonly Row[] {
	const sentences = advantages(summaries).map(advantage => advantageWords(advantage, summaries));
	const isOneModel = summaries.every(({model}) => model === summaries[0]?.model);
	return [
		...tableRows(summaries),
		[],
		[segment('Time to the first words, and to the whole answer', 'title')],
		...clockBars({
			clocks: summaries.flatMap(summary => waits(summary, isOneModel)),
			width: Math.min(width, 100),
		}),
		...(sentences.length === 0 ? [] : [[], ...sentences.map((words): Row => [segment(words)])]),
	];
}

function tableRows(summaries: readonly SideSummary[]): readonly Row[] {
	const [head = '', ...lines] = alignRows([
		['asked', 'runs', 'TTFT', 'total', 'output tokens', 'tokens/s'],
		...summaries.map(summary => [
			labelOf(summary),
			summary.failed === 0 ? String(summary.runs) : `${summary.runs}, ${summary.failed} failed`,
			spread(summary.ttft, formatMilliseconds),
			spread(summary.total, formatMilliseconds),
			spread(summary.outputTokens, formatTokens),
			spread(summary.tokensPerSecond, value => value.toFixed(1)),
		]),
	])
		.trimEnd()
		.split('\n');
	return [[segment(head, 'title')], ...lines.map((line): Row => [segment(line)])];
}

export function labelOf({model, mode}: ComparisonSide): string {
	return `${sanitizeLine(model)}, ${modeWords(mode)}`;
}

function modeWords(mode: ComparisonSide['mode']): string {
	return mode === 'streaming' ? 'streaming' : 'not streaming';
}

/** The median, and the range if the runs differ. */
function spread(value: Spread | null, format: (value: number) => string): string {
	if (value === null) {
		return '–';
	}

	const {median, least, most} = value;
	const range = format(least) === format(most) ? '' : ` (${format(least)} to ${format(most)})`;
	return `${format(median)}${range}`;
}

/** A single model is named in the table. Its name here would leave no room for a bar in a narrow terminal. */
function waits(summary: SideSummary, isOneModel: boolean) {
	const label = isOneModel ? modeWords(summary.mode) : labelOf(summary);
	return [
		{name: `${label}: first`, ms: summary.ttft?.median ?? null, role: 'good'},
		{name: `${label}: all`, ms: summary.total?.median ?? null},
	];
}

/** Sums up the effect of streaming in a sentence. */
export function advantageWords(
	{model, firstWords, total}: Advantage,
	summaries: readonly SideSummary[],
): string {
	const isOne = summaries.every(summary => summary.model === model);
	const start = isOne ? 'Streaming' : `${sanitizeLine(model)}: streaming`;
	const first =
		firstWords < 1.1
			? 'showed its first words no sooner'
			: `showed its first words ${firstWords.toFixed(1)} times as soon`;
	const whole =
		Math.abs(total - 1) < 0.1
			? 'the whole answer took as long'
			: `without it the whole answer took ${total.toFixed(2)} times as long`;
	return `${start} ${first}; ${whole}.`;
}
