import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The input of tools, which arrives as pieces of JSON. */
export const toolRules = {
	toolJson: {
		name: 'tool-json',
		severity: 'error',
		title: 'tool JSON parses once assembled',
		source: sources.fineGrainedTools,
		basis:
			'The pieces of partial_json form one JSON text. If an answer was stopped early, its last block may lack the end of its JSON, which is a note.',
		example: 'partial_json "location\\": \\"Bonn\\"}": the first characters are lost',
	},
	toolUseMissing: {
		name: 'tool-use-missing',
		severity: 'note',
		title: 'the stop reason tool_use comes with a tool call',
		source: sources.stopReasons,
		basis:
			'tool_use means that the model waits for the result of a tool. Without a call there is nothing to answer.',
		example: 'only text blocks, then {"stop_reason":"tool_use"}',
	},
	toolUseStop: {
		name: 'tool-use-stop',
		severity: 'warning',
		title: 'a tool call comes with the stop reason tool_use',
		source: sources.stopReasons,
		basis:
			'tool_use tells the client to run the tool. Clients that go by the stop reason take any other one as the end, and the call is never answered. An answer that was stopped early may end with a call.',
		example: 'a block of type tool_use, then {"stop_reason":"end_turn"}',
	},
	toolIdReused: {
		name: 'tool-id-reused',
		severity: 'error',
		title: 'each tool call has its own id',
		source: sources.messages,
		basis: 'A result names its call by id. If two calls share an id, the API rejects the next request.',
		example: 'two blocks of type tool_use with "id":"toolu_01"',
	},
	toolInputTwice: {
		name: 'tool-input-twice',
		severity: 'warning',
		title: 'tool input comes in the start or in deltas, not both',
		source: sources.streaming,
		basis:
			'A tool block starts with input {} and gets its input in deltas, or has all of it in the start. If it has both, the SDK keeps the deltas.',
		example: '"input":{"city":"Bonn"} in content_block_start, then an input_json_delta',
	},
	toolInputNotObject: {
		name: 'tool-input-object',
		severity: 'warning',
		title: 'tool input is an object',
		source: sources.streaming,
		basis: 'The final input of a tool is always an object, however its JSON arrived.',
		example: 'partial_json "[1, 2]"',
	},
} satisfies Record<string, Rule>;
