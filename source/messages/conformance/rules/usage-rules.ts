import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The numbers of `usage`. */
export const usageRules = {
	usageFalls: {
		name: 'usage-falls',
		severity: 'warning',
		title: 'usage never falls',
		source: sources.streaming,
		basis:
			'The counts in the usage of message_delta are cumulative. A refusal, a compaction or a fallback counts anew; iterations tell what is counted apart.',
		example: '"output_tokens":9 in message_start, "output_tokens":3 in message_delta',
	},
	usageAllZero: {
		name: 'usage-all-zero',
		severity: 'warning',
		title: 'usage is not all zero, and output is counted where content came',
		source: sources.sdkTypes,
		basis:
			'output_tokens is non-zero even for an empty answer. Only an answer without a single delta, such as an early refusal, counts nothing.',
		example: '"usage":{"input_tokens":0,"output_tokens":0} in message_start and message_delta',
	},
} satisfies Record<string, Rule>;
