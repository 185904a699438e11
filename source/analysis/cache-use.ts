import {promptTokens, usageNumber} from '../messages/usage-ledger.js';
import {formatTokens} from '../text/format-numbers.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {isObject} from '../wire/json.js';

/**
 * What a request read from the prompt cache and wrote to it: `4,213 of 4,260 prompt tokens read, 40 written`. `null` if it neither used nor asked
 * for the cache. The smallest prompt that is cached differs by model: https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 */
export function cacheWords({usage, attempts}: ExchangeView): string | null {
	const read = usageNumber(usage, 'cache_read_input_tokens') ?? 0;
	const written = usageNumber(usage, 'cache_creation_input_tokens') ?? 0;
	if (read + written > 0) {
		const prompt = formatTokens(promptTokens(usage, ''));
		return `${formatTokens(read)} of ${prompt} prompt tokens read, ${formatTokens(written)} written`;
	}

	const body = attempts.at(-1)?.request.body;
	return isObject(body) && isObject(body.cache_control)
		? 'nothing read or written. A prompt is cached from 512 to 4,096 tokens on, depending on the model'
		: null;
}
