import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The input of tools, which comes as pieces of JSON. */
export const toolRules = {
	toolJson: {
		name: 'tool-json',
		severity: 'error',
		title: 'tool JSON parses once assembled',
		source: sources.fineGrainedTools,
		basis:
			'The pieces of partial_json make one JSON text. Only an answer that was stopped early may lack the end of its last block’s: then it is a note.',
		example: 'partial_json "location\\": \\"Bonn\\"}": the first characters are lost',
	},
	toolUseMissing: {
		name: 'tool-use-missing',
		severity: 'note',
		title: 'the stop reason tool_use comes with a tool call',
		source: sources.stopReasons,
		basis:
			'tool_use says that the model waits for the result of a tool. Without a call there is nothing to answer.',
		example: 'only text blocks, then {"stop_reason":"tool_use"}',
	},
	toolIdReused: {
		name: 'tool-id-reused',
		severity: 'error',
		title: 'each tool call has an id of its own',
		source: sources.messages,
		basis: 'A result names its call by the id. The API refuses the next request where two calls share one.',
		example: 'two blocks of type tool_use with "id":"toolu_01"',
	},
	toolInputTwice: {
		name: 'tool-input-twice',
		severity: 'warning',
		title: 'tool input comes in the start or in deltas, not in both',
		source: sources.streaming,
		basis:
			'A tool block starts with input {} and gets its input by deltas, or has it whole in the start. Of both, the SDK keeps the deltas.',
		example: '"input":{"city":"Bonn"} in content_block_start, then an input_json_delta',
	},
	toolInputNotObject: {
		name: 'tool-input-object',
		severity: 'warning',
		title: 'tool input is an object',
		source: sources.streaming,
		basis: 'The final input of a tool is always an object, whatever way its JSON came.',
		example: 'partial_json "[1, 2]"',
	},
} satisfies Record<string, Rule>;
