import type {JsonObject} from '../../../../source/wire/json.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	end,
	errorEvent,
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

const tool = (...pieces: readonly string[]) => [
	toolStart(0),
	...pieces.map(piece => json(0, piece)),
	blockStop(0),
];
const counted = (start: JsonObject, final: JsonObject, stop = 'end_turn') => [
	messageStart({usage: start}),
	...textBlock(0),
	messageDelta(stop, {usage: final}),
	messageStop,
];
const stopped = (stop: string) =>
	messageDelta(stop, {delta: {stop_reason: stop, stop_sequence: stop === 'stop_sequence' ? 'END' : null}});
const call = {type: 'tool_use', id: 'toolu_01', name: 'roll', input: {}};
const counts = {input_tokens: 9, output_tokens: 3};
const zero = {input_tokens: 0, output_tokens: 0};
const oneOfMany = (type: string, block: JsonObject) => message(blockStart(0, {type, ...block}), blockStop(0));

export const toolCases: readonly RuleCase[] = [
	{
		rule: 'tool-json',
		about: 'that lost its first characters',
		broken: {
			events: message(...tool('', 'city": "Bo', 'nn"}')),
			findings: ['error tool-json @5'],
		},
		kept: {events: message(...tool('', '{"city": "Bo', 'nn"}')), findings: []},
	},
	{
		rule: 'tool-json',
		about: 'as a note where max_tokens cut it',
		broken: {
			events: [messageStart(), ...tool('{"city": "Bo'), messageDelta('max_tokens'), messageStop],
			findings: ['note tool-json @3'],
		},
		kept: {events: message(...tool('')), findings: []},
	},
	...['max_tokens', 'stop_sequence', 'pause_turn', 'a_new_reason'].map(
		(stop): RuleCase => ({
			rule: 'tool-json',
			about: `that lost more than its end, also where ${stop} came`,
			broken: {
				events: [messageStart(), ...tool('ation": "SF"}'), stopped(stop), messageStop],
				findings: [
					...(stop === 'a_new_reason' ? ['note unknown-stop-reason @4'] : []),
					'error tool-json @3',
					...(stop === 'a_new_reason' || stop === 'stop_sequence' ? ['warning tool-use-stop @4'] : []),
				],
			},
			kept: {events: message(...tool('{"location": "SF"}')), findings: []},
		}),
	),
	{
		rule: 'tool-json',
		about: 'that max_tokens cannot have cut, for more came after it',
		broken: {
			events: [
				messageStart(),
				...tool('{"city": "Bo'),
				...textBlock(1),
				messageDelta('max_tokens'),
				messageStop,
			],
			findings: ['error tool-json @3'],
		},
		kept: {
			events: [
				messageStart(),
				...textBlock(0),
				toolStart(1),
				json(1, '{"city": "Bo'),
				blockStop(1),
				messageDelta('max_tokens'),
				messageStop,
			],
			findings: ['note tool-json @6'],
		},
	},
	{
		rule: 'tool-json',
		about: 'as a note where another model took over',
		broken: {
			events: message(
				...tool('{"city": "Bo'),
				blockStart(1, {type: 'fallback', from: {model: 'a'}, to: {model: 'b'}, trigger: {type: 'refusal'}}),
				blockStop(1),
				...textBlock(2),
			),
			findings: ['note tool-json @3'],
		},
		kept: {events: message(...tool('{"city": "Bonn"}')), findings: []},
	},
	{
		rule: 'tool-json',
		about: 'also where its end is missing',
		broken: {
			events: [messageStart(), ...tool('{"city": "Bo')],
			findings: ['error tool-json @3', 'error message-stop-missing @3'],
		},
		kept: {events: [messageStart(), ...tool('{"city": "Bo')], facts: {ending: 'aborted'}, findings: []},
	},
	{
		rule: 'tool-use-missing',
		about: 'where no call can be',
		broken: {
			events: [messageStart(), ...textBlock(0), messageDelta('tool_use'), messageStop],
			findings: ['note tool-use-missing @4'],
		},
		kept: {
			events: [messageStart({content: [call]}), ...textBlock(1), messageDelta('tool_use'), messageStop],
			findings: ['note whole-message-start @0'],
		},
	},
	{
		rule: 'tool-use-missing',
		about: 'where what has come calls none that is known',
		broken: {
			events: [messageStart(), messageDelta('tool_use'), messageStop],
			findings: ['note tool-use-missing @1'],
		},
		kept: {
			events: [
				messageStart(),
				blockStart(0, {type: 'hologram_tool_use'}),
				blockStop(0),
				messageDelta('tool_use'),
				messageStop,
			],
			findings: ['note unknown-block @1'],
		},
	},
	...['end_turn', 'stop_sequence', 'stop', 'tool_calls'].map(
		(stop): RuleCase => ({
			rule: 'tool-use-stop',
			about: `for ${stop}`,
			broken: {
				events: [...message(...tool('{}')).slice(0, -2), stopped(stop), messageStop],
				findings: [
					...(stop.includes('_') && stop !== 'tool_calls' ? [] : ['note unknown-stop-reason @4']),
					'warning tool-use-stop @4',
				],
			},
			kept: {
				events: [
					messageStart(),
					toolStart(0, {}, 'server_tool_use'),
					blockStop(0),
					stopped('end_turn'),
					messageStop,
				],
				findings: [],
			},
		}),
	),
	{
		rule: 'tool-use-stop',
		about: 'for a call that message_start holds',
		broken: {
			events: [messageStart({content: [call], stop_reason: 'tool_use'}), stopped('end_turn'), messageStop],
			findings: ['note whole-message-start @0', 'warning tool-use-stop @1'],
		},
		kept: {
			events: [messageStart(), ...tool('{}'), messageDelta('max_tokens'), messageStop],
			findings: [],
		},
	},
	...[undefined, null, ''].map(
		(sequence): RuleCase => ({
			rule: 'stop-sequence-missing',
			about: `where it is ${JSON.stringify(sequence) ?? 'absent'}`,
			broken: {
				events: [
					messageStart(),
					...textBlock(0),
					messageDelta('stop_sequence', {delta: {stop_reason: 'stop_sequence', stop_sequence: sequence}}),
					messageStop,
				],
				findings: ['warning stop-sequence-missing @4'],
			},
			kept: {
				events: [messageStart(), ...textBlock(0), stopped('stop_sequence'), messageStop],
				findings: [],
			},
		}),
	),
	{
		rule: 'tool-id-reused',
		about: 'by whatever kind of tool',
		broken: {
			events: message(
				...[call, call, {...call, type: 'server_tool_use'}].flatMap((block, index) => [
					blockStart(index, block),
					blockStop(index),
				]),
			),
			findings: ['error tool-id-reused @3', 'error tool-id-reused @5', 'note id-shape @5'],
		},
		kept: {events: message(...tool('{}'), toolStart(1), blockStop(1)), findings: []},
	},
	{
		rule: 'tool-input-twice',
		about: 'once for each block',
		broken: {
			events: message(toolStart(0, {city: 'Bonn'}), json(0, '{"city"'), json(0, ': "Ulm"}'), blockStop(0)),
			findings: ['warning tool-input-twice @2'],
		},
		kept: {events: message(toolStart(0, {city: 'Bonn'}), json(0, ''), blockStop(0)), findings: []},
	},
	{
		rule: 'tool-input-object',
		broken: {events: message(...tool('[1, 2]')), findings: ['warning tool-input-object @3']},
		kept: {events: message(...tool('{"list": [1, 2]}')), findings: []},
	},
];

export const usageCases: readonly RuleCase[] = [
	{
		rule: 'output-without-content',
		broken: {
			events: [messageStart(), messageDelta('end_turn', {usage: {output_tokens: 6}}), messageStop],
			findings: ['warning output-without-content @1'],
		},
		kept: {
			events: [messageStart(), messageDelta('end_turn', {usage: {output_tokens: 5}}), messageStop],
			findings: [],
		},
	},
	{
		rule: 'output-without-content',
		about: 'where the only block is empty',
		broken: {
			events: [
				messageStart(),
				blockStart(0),
				text(0, ''),
				blockStop(0),
				messageDelta('end_turn', {usage: {output_tokens: 57}}),
				messageStop,
			],
			findings: ['note empty-text-block @3', 'warning output-without-content @4'],
		},
		kept: {
			events: [messageStart(), messageDelta('refusal', {usage: {output_tokens: 57}}), messageStop],
			findings: [],
		},
	},
	{
		rule: 'usage-falls',
		broken: {
			events: counted({input_tokens: 9, output_tokens: 9}, {output_tokens: 3}),
			findings: ['warning usage-falls @4'],
		},
		kept: {events: counted({input_tokens: 9, output_tokens: 3}, {output_tokens: 3}), findings: []},
	},
	{
		rule: 'usage-falls',
		about: 'for a message_delta that takes the input back',
		broken: {
			events: counted({input_tokens: 9, output_tokens: 1}, {input_tokens: 0, output_tokens: 3}),
			findings: ['warning usage-falls @4'],
		},
		kept: {
			events: counted(
				{input_tokens: 9, output_tokens: 1},
				{input_tokens: 2, cache_creation_input_tokens: 7, cache_read_input_tokens: null, output_tokens: 3},
			),
			findings: [],
		},
	},
	{
		rule: 'usage-falls',
		about: 'unless the iterations say that it was counted anew',
		broken: {
			events: counted(
				{input_tokens: 9, output_tokens: 1},
				{input_tokens: 4, output_tokens: 3, iterations: []},
			),
			findings: ['warning usage-falls @4'],
		},
		kept: {
			events: counted(
				{input_tokens: 9, output_tokens: 1},
				{input_tokens: 4, output_tokens: 3, iterations: [{type: 'compaction', input_tokens: 9}]},
			),
			findings: [],
		},
	},
	{
		rule: 'usage-falls',
		about: 'by more than the iterations tell that were counted apart',
		broken: {
			events: counted(
				{input_tokens: 9, output_tokens: 9},
				{output_tokens: 3, iterations: [{type: 'message', input_tokens: 9, output_tokens: 3}]},
			),
			findings: ['warning usage-falls @4'],
		},
		kept: {
			events: counted(
				{input_tokens: 9, output_tokens: 9},
				{output_tokens: 3, iterations: [{type: 'compaction', output_tokens: 6}, {type: 'message'}]},
			),
			findings: [],
		},
	},
	{
		rule: 'usage-falls',
		about: 'also for the requests of server tools',
		broken: {
			events: [
				messageStart({usage: {...counts, server_tool_use: {web_search_requests: 2}}}),
				...textBlock(0),
				messageDelta('end_turn', {usage: {...counts, server_tool_use: {web_search_requests: 1}}}),
				messageStop,
			],
			findings: ['warning usage-falls @4'],
		},
		kept: {
			events: counted(
				{...counts, server_tool_use: {web_search_requests: 0}},
				{...counts, server_tool_use: {web_search_requests: 1, web_fetch_requests: 0}},
			),
			findings: [],
		},
	},
	{
		rule: 'usage-falls',
		about: 'unless a refusal is free',
		broken: {
			events: counted({input_tokens: 9, output_tokens: 9}, {output_tokens: 0}),
			findings: ['warning usage-falls @4'],
		},
		kept: {events: counted({input_tokens: 9, output_tokens: 9}, zero, 'refusal'), findings: []},
	},
	{
		rule: 'usage-all-zero',
		broken: {events: counted(zero, zero), findings: ['warning usage-all-zero @4']},
		kept: {events: counted(zero, {...zero, output_tokens: 1}), findings: []},
	},
	{
		rule: 'usage-all-zero',
		about: 'whatever iterations say that they counted nothing',
		broken: {
			events: counted(zero, {...zero, iterations: [{type: 'message', ...zero}]}),
			findings: ['warning usage-all-zero @4'],
		},
		kept: {
			events: counted(zero, {...zero, output_tokens: 1, iterations: [{type: 'message', ...zero}]}),
			findings: [],
		},
	},
	{
		rule: 'usage-all-zero',
		about: 'for output alone, once it is final',
		broken: {
			events: counted({...zero, input_tokens: 9}, {output_tokens: 0}),
			findings: ['warning usage-all-zero @4'],
		},
		kept: {
			events: [messageStart({usage: {...zero, input_tokens: 9}}), ...textBlock(0)],
			findings: ['error message-stop-missing @3'],
		},
	},
	{
		rule: 'usage-all-zero',
		about: 'unless there was no content to count',
		broken: {events: counted(zero, zero), findings: ['warning usage-all-zero @4']},
		kept: {
			events: [messageStart({usage: zero}), messageDelta('refusal', {usage: zero}), messageStop],
			findings: [],
		},
	},
];

export const fieldCases: readonly RuleCase[] = [
	{
		rule: 'required-field',
		about: 'for a tool block without input',
		broken: {
			events: oneOfMany('tool_use', {id: 'toolu_01', name: 'roll'}),
			findings: ['error required-field @1'],
		},
		kept: {events: oneOfMany('tool_use', {id: 'toolu_01', name: 'roll', input: {}}), findings: []},
	},
	...(
		[
			['tool_search_tool_result', {content: {}}, {tool_use_id: 'srvtoolu_01'}],
			['advisor_tool_result', {content: {}}, {tool_use_id: 'srvtoolu_01'}],
			['web_search_tool_result', {content: [], tool_use_id: ''}, {tool_use_id: 'srvtoolu_01'}],
			['container_upload', {}, {file_id: 'file_1'}],
			['mcp_tool_use', {id: 'mcptoolu_01', name: 'roll', input: {}}, {server_name: 'dice'}],
			['tool_use', {id: 'toolu_01', name: '', input: {}}, {name: 'roll'}],
			['tool_use', {id: 'toolu_01', input: {}}, {name: 'roll'}],
		] as const
	).map(
		([type, block, missing]): RuleCase => ({
			rule: 'required-field',
			about: `for ${Object.keys(missing)} of ${type} ${JSON.stringify(block)}`,
			broken: {events: oneOfMany(type, block), findings: ['error required-field @1']},
			kept: {events: oneOfMany(type, {...block, ...missing}), findings: []},
		}),
	),
	{
		rule: 'required-field',
		about: 'for the empty id of a tool block',
		broken: {
			events: oneOfMany('tool_use', {...call, id: ''}),
			findings: ['error required-field @1', 'note id-shape @1'],
		},
		kept: {events: oneOfMany('tool_use', call), findings: []},
	},
	{
		rule: 'required-field',
		about: 'as a note for a stop reason that is not even null',
		broken: {
			events: [messageStart({stop_reason: undefined}), ...end],
			findings: ['note required-field @0'],
		},
		kept: {events: message(), findings: []},
	},
	{
		rule: 'required-field',
		about: 'for a thinking block without thinking',
		broken: {events: oneOfMany('thinking', {signature: 'Ep0'}), findings: ['error required-field @1']},
		kept: {events: oneOfMany('thinking', {thinking: '', signature: 'Ep0'}), findings: []},
	},
	{
		rule: 'required-field',
		about: 'for a delta without its text or its index',
		broken: {
			events: message(
				blockStart(0),
				{type: 'content_block_delta', delta: {type: 'text_delta'}},
				text(0, 'Cats'),
				blockStop(0),
			),
			findings: ['error required-field @2'],
		},
		kept: {events: message(blockStart(0), text(0, ''), text(0, 'Cats'), blockStop(0)), findings: []},
	},
	{
		rule: 'required-field',
		about: 'for a message without usage',
		broken: {
			events: [messageStart({usage: null}), ...end],
			findings: ['error required-field @0'],
		},
		kept: {events: [messageStart({usage: zero}), ...end], findings: []},
	},
	...[2.5, -1, '3', true].map(
		(value): RuleCase => ({
			rule: 'required-field',
			about: `for ${JSON.stringify(value)} tokens`,
			broken: {
				events: counted({...counts, cache_read_input_tokens: value}, {output_tokens: value}),
				findings: [
					'error required-field @0',
					'error required-field @4',
					...(typeof value === 'number' ? ['warning usage-falls @4'] : []),
				],
			},
			kept: {
				events: counted(
					{...counts, cache_read_input_tokens: null},
					{...counts, input_tokens: null, cache_creation_input_tokens: 0},
				),
				findings: [],
			},
		}),
	),
	{
		rule: 'required-field',
		about: 'for an error without its type',
		broken: {
			events: [{type: 'error', error: {message: 'Overloaded'}}],
			findings: ['error required-field @0', 'note error-event @0'],
		},
		kept: {events: [errorEvent], findings: ['note error-event @0']},
	},
	{
		rule: 'unknown-field',
		about: 'once for each field',
		broken: {
			events: message(
				blockStart(0),
				{...text(0, 'a'), provider: 'x'},
				{...text(0, 'b'), provider: 'y'},
				blockDelta(0, {type: 'text_delta', text: 'c', cost: 1}),
				blockStop(0),
			),
			findings: ['note unknown-field @2', 'note unknown-field @4'],
		},
		kept: {
			events: counted(
				{input_tokens: 1, output_tokens: 1, inference_geo: 'us', speed: 'fast', service_tier: 'standard'},
				{output_tokens: 2, output_tokens_details: {thinking_tokens: 1}, server_tool_use: {new_requests: 1}},
			),
			findings: [],
		},
	},
	{
		rule: 'id-shape',
		broken: {
			events: [
				messageStart({id: '6b2f0c1e-55aa-4b6e-9a52-0f3d5b1c2d3e'}),
				...tool('{}').with(0, toolStart(0, {}, 'server_tool_use')),
				blockStart(1, {type: 'tool_use', id: 'chatcmpl-tool-a31f', name: 'roll', input: {}}),
				blockStop(1),
				messageDelta('tool_use'),
				messageStop,
			],
			findings: ['note id-shape @0', 'note id-shape @4'],
		},
		kept: {
			events: [
				messageStart({id: 'msg_vrtx_017'}),
				...oneOfMany('tool_use', {id: 'toolu_bdrk_01', name: 'n', input: {}}).slice(1),
			],
			findings: [],
		},
	},
];
