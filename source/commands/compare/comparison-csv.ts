import {csv} from '../csv.js';
import type {ComparisonRun} from './comparison.js';

const columns: ReadonlyArray<readonly [name: string, pick: (run: ComparisonRun) => string | number | null]> =
	[
		['model', ({model}) => model],
		['mode', ({mode}) => mode],
		['run', ({run}) => run],
		['outcome', ({outcome}) => outcome],
		['error', ({error}) => error?.kind ?? null],
		['headers_ms', ({clocks}) => clocks.headers],
		['first_event_ms', ({clocks}) => clocks.firstEvent],
		['ttft_ms', ({clocks}) => clocks.ttft],
		['first_text_ms', ({clocks}) => clocks.firstText],
		['last_content_ms', ({clocks}) => clocks.lastContent],
		['total_ms', ({clocks}) => clocks.total],
		['input_tokens', ({inputTokens}) => inputTokens],
		['output_tokens', ({outputTokens}) => outputTokens],
		['tokens_per_second', ({tokensPerSecond}) => tokensPerSecond],
	];

/** A header line, then a line for each run (RFC 4180). Unknown values are empty. */
export function comparisonCsv(results: readonly ComparisonRun[]): string {
	return csv(
		columns.map(([name]) => name),
		results.map(result => columns.map(([, pick]) => pick(result))),
	);
}
