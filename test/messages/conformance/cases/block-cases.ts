import {
	blockDelta,
	blockStart,
	blockStop,
	end,
	json,
	message,
	messageDelta,
	messageStart,
	messageStop,
	text,
	textBlock,
	toolStart,
} from '../sample-stream.js';
import type {RuleCase} from './rule-case.js';

const thinking = {type: 'thinking_delta', thinking: 'Hm'};
const fallback = {type: 'fallback', from: {model: 'a'}, to: {model: 'b'}, trigger: {type: 'refusal'}};
const result = {type: 'web_search_tool_result', tool_use_id: 'srvtoolu_01', content: []};

const thought = (signature: readonly string[]) => [
	blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
	blockDelta(0, thinking),
	...signature.map(piece => blockDelta(0, {type: 'signature_delta', signature: piece})),
	blockStop(0),
];

export const blockCases: readonly RuleCase[] = [
	{
		rule: 'thinking-signature',
		broken: {
			events: message(...thought(['']), ...textBlock(1)),
			findings: ['warning thinking-signature @4'],
		},
		kept: {events: message(...thought(['Ep', '0']), ...textBlock(1)), findings: []},
	},
	{
		rule: 'thinking-signature',
		about: 'unless its start has it',
		broken: {
			events: message(blockStart(0, {type: 'thinking', thinking: 'Hm', signature: ''}), blockStop(0)),
			findings: ['warning thinking-signature @2'],
		},
		kept: {
			events: message(blockStart(0, {type: 'thinking', thinking: 'Hm', signature: 'Ep0'}), blockStop(0)),
			findings: [],
		},
	},
	{
		rule: 'thinking-signature',
		about: 'as a note where the answer was stopped in it',
		broken: {
			events: [messageStart(), ...thought([]), messageDelta('max_tokens'), messageStop],
			findings: ['note thinking-signature @3'],
		},
		kept: {events: [messageStart(), ...thought([])], facts: {ending: 'aborted'}, findings: []},
	},
	{
		rule: 'thinking-signature',
		about: 'unless the block holds redacted thinking',
		broken: {
			events: [messageStart(), ...thought([]), ...textBlock(1), messageDelta('max_tokens'), messageStop],
			findings: ['warning thinking-signature @3'],
		},
		kept: {
			events: message(blockStart(0, {type: 'redacted_thinking', data: 'Em'}), blockStop(0)),
			findings: [],
		},
	},
	{
		rule: 'block-index-gap',
		about: 'and counts on from there',
		broken: {
			events: message(...textBlock(0), ...textBlock(2), ...textBlock(3)),
			findings: ['error block-index-gap @4'],
		},
		kept: {events: message(...textBlock(0), ...textBlock(1)), findings: []},
	},
	{
		rule: 'block-index-gap',
		about: 'counted from what message_start holds',
		broken: {
			events: [messageStart({content: [{type: 'text', text: 'Hi'}]}), ...textBlock(0), ...end],
			findings: ['note whole-message-start @0', 'error block-index-reused @1'],
		},
		kept: {
			events: [messageStart({content: [{type: 'text', text: 'Hi'}]}), ...textBlock(1), ...end],
			findings: ['note whole-message-start @0'],
		},
	},
	{
		rule: 'block-index-reused',
		about: 'as ollama does it',
		broken: {
			events: message(
				blockStart(0),
				text(0, '---'),
				blockStart(0, {type: 'thinking', thinking: '', signature: 'Ep0'}),
				blockDelta(0, thinking),
				blockStop(0),
			),
			findings: ['error block-index-reused @3'],
		},
		kept: {events: message(...textBlock(0), ...textBlock(1)), findings: []},
	},
	{
		rule: 'block-overlap',
		broken: {
			events: message(blockStart(0), blockStart(1), text(0, 'a'), text(1, 'b'), blockStop(0), blockStop(1)),
			findings: ['warning block-overlap @2'],
		},
		kept: {events: message(...textBlock(0), ...textBlock(1)), findings: []},
	},
	{
		rule: 'block-not-open',
		about: 'once for each block that was never opened',
		broken: {
			events: message(text(0, 'a'), text(0, 'b'), blockStop(0), ...textBlock(1)),
			findings: ['error block-not-open @1'],
		},
		kept: {events: message(...textBlock(0)), findings: []},
	},
	{
		rule: 'block-not-open',
		about: 'for a stop that comes twice',
		broken: {
			events: message(...textBlock(0), blockStop(0), ...textBlock(1)),
			findings: ['error block-not-open @4'],
		},
		kept: {
			events: message(blockStart(0, result), blockStop(0)),
			findings: [],
		},
	},
	{
		rule: 'block-not-closed',
		broken: {
			events: message(blockStart(0), text(0, 'Cats')),
			findings: ['error block-not-closed @3'],
		},
		kept: {events: message(...textBlock(0)), findings: []},
	},
	{
		rule: 'delta-type',
		about: 'once for each block',
		broken: {
			events: message(
				blockStart(0),
				text(0, 'Cats'),
				blockDelta(0, thinking),
				blockDelta(0, thinking),
				blockStop(0),
			),
			findings: ['error delta-type @3'],
		},
		kept: {
			events: message(
				blockStart(0, {type: 'thinking', thinking: '', signature: 'Ep0'}),
				blockDelta(0, thinking),
				blockDelta(0, {type: 'thinking_delta', thinking: '', estimated_tokens: 4}),
				blockDelta(0, {type: 'signature_delta', signature: 'Ab=='}),
				blockStop(0),
			),
			findings: [],
		},
	},
	{
		rule: 'delta-type',
		about: 'for a tool block that gets text',
		broken: {
			events: message(toolStart(0), text(0, '{}'), blockStop(0)),
			findings: ['error delta-type @2'],
		},
		kept: {
			events: message(
				blockStart(0, {type: 'mcp_tool_use', id: 'mcptoolu_01', name: 'list', server_name: 's', input: {}}),
				json(0, '{}'),
				blockStop(0),
				blockStart(1, {type: 'compaction', content: null}),
				blockDelta(1, {type: 'compaction_delta', content: 'Short.'}),
				blockStop(1),
				blockStart(2, {type: 'hologram'}),
				text(2, 'nothing is known of the deltas of unknown blocks'),
				blockStop(2),
			),
			findings: ['note unknown-block @7'],
		},
	},
	...(
		[
			[result, {type: 'text_delta', text: 'Cats'}],
			[
				{...result, type: 'mcp_tool_result'},
				{type: 'input_json_delta', partial_json: '{}'},
			],
			[
				{type: 'compaction', content: null},
				{type: 'text_delta', text: 'Short.'},
			],
			[fallback, {type: 'text_delta', text: 'Cats'}],
			[{type: 'redacted_thinking', data: 'Ab=='}, thinking],
		] as const
	).map(
		([block, delta]): RuleCase => ({
			rule: 'delta-type',
			about: `for ${delta.type} in a block of type ${block.type}`,
			broken: {
				events: message(blockStart(0, block), blockDelta(0, delta), blockStop(0)),
				findings: ['error delta-type @2'],
			},
			kept: {
				events: message(blockStart(0, block), blockDelta(0, {type: 'beam'}), blockStop(0)),
				findings: ['note unknown-delta @2'],
			},
		}),
	),
	{
		rule: 'empty-text-block',
		broken: {
			events: message(blockStart(0), text(0, ''), blockStop(0), ...textBlock(1)),
			findings: ['note empty-text-block @3'],
		},
		kept: {
			events: message(blockStart(0, {type: 'text', text: 'whole in the start'}), blockStop(0)),
			findings: [],
		},
	},
	{
		rule: 'unknown-block',
		about: 'and lets any delta pass in it',
		broken: {
			events: message(blockStart(0, {type: 'hologram', beam: 1}), text(0, 'x'), blockStop(0)),
			findings: ['note unknown-block @1'],
		},
		kept: {
			events: message(blockStart(0, fallback), blockStop(0)),
			findings: [],
		},
	},
	{
		rule: 'unknown-delta',
		about: 'once for each type',
		broken: {
			events: message(
				...textBlock(0).toSpliced(1, 0, blockDelta(0, {type: 'beam'}), blockDelta(0, {type: 'beam'})),
			),
			findings: ['note unknown-delta @2'],
		},
		kept: {
			events: message(
				...textBlock(0).toSpliced(
					1,
					0,
					blockDelta(0, {type: 'citations_delta', citation: {type: 'page_location'}}),
				),
			),
			findings: [],
		},
	},
];
