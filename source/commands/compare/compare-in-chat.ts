import type Anthropic from '@anthropic-ai/sdk';
import type {AnswerLimits} from '../../client/limit-answers.js';
import {startExchange} from '../../client/message-exchange.js';
import type {MessageRequest} from '../../client/message-request.js';
import {startWholeExchange} from '../../client/whole-exchange.js';
import {formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {Trace} from '../../trace/trace.js';
import {type ComparisonRun, type ComparisonSide, runComparison} from './comparison.js';
import {advantageWords} from './comparison-rows.js';
import {advantages, summariseComparison} from './comparison-summary.js';

/** Asks with and without streaming at the same time, outside the conversation. Returns a few lines on how long each took, or that `interrupted` stopped both. */
export async function compareInChat(
	client: Anthropic,
	interrupted: AbortSignal,
	request: MessageRequest,
	limits: Partial<AnswerLimits>,
): Promise<string> {
	const sides: readonly ComparisonSide[] = [
		{model: request.params.model, mode: 'streaming'},
		{model: request.params.model, mode: 'whole'},
	];
	const results = await runComparison({
		sides,
		runs: 1,
		isSequential: false,
		open(side) {
			const trace = new Trace();
			const origin = performance.now();
			const now = () => performance.now() - origin;
			const open = side.mode === 'streaming' ? startExchange : startWholeExchange;
			const start = () => open({client, fetch: globalThis.fetch, trace, lane: null, now, limits, ...request});
			return {...side, trace, now, start};
		},
		onRun() {},
		interrupted,
	});
	if (interrupted.aborted) {
		return 'Comparison stopped. Both requests were cancelled.';
	}

	const summaries = summariseComparison(sides, results);
	const sentences = advantages(summaries).map(advantage => advantageWords(advantage, summaries));
	return [...results.map(describeRun), ...sentences].join('\n');
}

function describeRun({mode, error, clocks, outputTokens}: ComparisonRun): string {
	const name = mode === 'streaming' ? 'Streaming' : 'Not streaming';
	if (error !== null) {
		return `${name}: ${error.title}${error.detail === null ? '' : `: ${error.detail}`}`;
	}

	const [first, all] = [clocks.ttft, clocks.total].map(ms => (ms === null ? '–' : formatMilliseconds(ms)));
	const tokens = outputTokens === null ? '' : `, ${formatTokens(outputTokens)} tokens`;
	return mode === 'streaming'
		? `${name}: first words after ${first}, all after ${all}${tokens}`
		: `${name}: all at once after ${all}${tokens}`;
}
