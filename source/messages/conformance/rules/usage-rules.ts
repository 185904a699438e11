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
			'The counts in the usage of message_delta are cumulative. A refusal, a compaction or a fallback restarts the count. iterations lists what is counted separately.',
		example: '"output_tokens":9 in message_start, "output_tokens":3 in message_delta',
	},
	usageAllZero: {
		name: 'usage-all-zero',
		severity: 'warning',
		title: 'usage is not all zero, and content counts as output',
		source: sources.sdkTypes,
		basis:
			'output_tokens is non-zero even for an empty answer. Only an answer without any delta, such as an early refusal, counts nothing.',
		example: '"usage":{"input_tokens":0,"output_tokens":0} in message_start and message_delta',
	},
	outputWithoutContent: {
		name: 'output-without-content',
		severity: 'warning',
		title: 'output tokens come with content',
		source: sources.stopReasons,
		basis:
			'An empty answer of the API has 2 to 4 output tokens and the stop reason end_turn. More than 5 without any content mean that the content was lost. A refusal, a compaction and a fallback count what is not sent.',
		example: '"output_tokens":57 in message_delta, but no block has content',
	},
} satisfies Record<string, Rule>;
