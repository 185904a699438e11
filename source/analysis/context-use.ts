import {modelFacts} from '../messages/models.js';
import {usageNumber} from '../messages/usage-ledger.js';
import {formatTokens} from '../text/format-numbers.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {stringAt} from '../wire/json.js';

/**
 * How full the context window is after an answer: `15,400 of 200,000 tokens (7.7 %)`. Returns `null` if the size of the model's window is not
 * known. The prompt with its cached tokens and the output count; of a loop of server tools, those of its last `message` iteration.
 */
export function contextWords({usage, message}: ExchangeView): string | null {
	const size = modelFacts(stringAt(message?.fields, 'model'))?.contextWindow ?? null;
	const last = usage.findLast(({name, value}) => /^iterations\.\d+\.type$/.test(name) && value === 'message');
	const prefix = last === undefined ? '' : last.name.slice(0, -'type'.length);
	const tokens = [
		'input_tokens',
		'cache_creation_input_tokens',
		'cache_read_input_tokens',
		'output_tokens',
	].reduce((sum, name) => sum + (usageNumber(usage, prefix + name) ?? 0), 0);
	return size === null || tokens === 0
		? null
		: `${formatTokens(tokens)} of ${formatTokens(size)} tokens (${((tokens / size) * 100).toFixed(1)} %)`;
}
