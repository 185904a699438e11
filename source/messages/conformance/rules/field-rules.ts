import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The fields of the events. */
export const fieldRules = {
	requiredField: {
		name: 'required-field',
		severity: 'error',
		title: 'an event has the fields of its type',
		source: sources.sdkTypes,
		basis:
			'The fields that every real stream has and that clients read without checking, such as the input of a tool block.',
		example: 'content_block_start {"type":"thinking"}, without "thinking"',
	},
	unknownField: {
		name: 'unknown-field',
		severity: 'note',
		title: 'the fields are known to the SDK',
		source: sources.versioning,
		basis: 'Optional fields may be added, and gateways add their own.',
		example: '{"type":"message_stop","amazon-bedrock-invocationMetrics":{…}}',
	},
	idShape: {
		name: 'id-shape',
		severity: 'note',
		title: 'ids look like those of the API',
		source: sources.messages,
		basis:
			'The API’s ids begin with msg_, toolu_, srvtoolu_ or mcptoolu_. Their form may change, but another prefix usually means a translated stream.',
		example: '"id":"chatcmpl-b4f43dae" in message_start',
	},
} satisfies Record<string, Rule>;
