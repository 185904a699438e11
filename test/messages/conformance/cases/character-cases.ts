import {
	blockDelta,
	blockStart,
	blockStop,
	message,
	messageDelta,
	messageStart,
	messageStop,
	text,
	wire,
} from '../sample-stream.js';
import type {RuleCase} from './rule-case.js';

const saying = (...pieces: readonly string[]) =>
	message(blockStart(0), ...pieces.map(piece => text(0, piece)), blockStop(0));
const lost = 'warning lost-characters';
const garbled = 'warning mojibake';

const charactersLost: readonly RuleCase[] = [
	{
		rule: 'lost-characters',
		about: 'once for each event',
		broken: {
			events: saying('우리 \uFFFD\uFFFD\uFFFD는', ' fine ', 'a\uFFFD'),
			findings: [`${lost} @2`, `${lost} @4`],
		},
		kept: {events: saying('우리 하는', 'an escaped \\uFFFD in code'), findings: []},
	},
	{
		rule: 'lost-characters',
		about: 'in thinking and in the input of a tool',
		broken: {
			events: message(
				blockStart(0, {type: 'thinking', thinking: '', signature: 'Ep0'}),
				blockDelta(0, {type: 'thinking_delta', thinking: 'caf\uFFFD'}),
				blockStop(0),
				blockStart(1, {type: 'tool_use', id: 'toolu_01', name: 'n', input: {}}),
				blockDelta(1, {type: 'input_json_delta', partial_json: '{"city":"K\uFFFDln"}'}),
				blockStop(1),
			),
			findings: [`${lost} @2`, `${lost} @5`],
		},
		kept: {
			events: message(
				blockStart(0, {
					type: 'web_search_tool_result',
					tool_use_id: 'srvtoolu_1',
					content: [{title: '\uFFFD'}],
				}),
				blockStop(0),
			),
			findings: [],
		},
	},
	{
		rule: 'lost-characters',
		about: 'in JSON that spells it out',
		broken: {
			events: message(
				blockStart(0),
				wire(text(0, ''), {
					data: '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"caf\\ufffd"}}',
				}),
				blockStop(0),
			),
			findings: [`${lost} @2`],
		},
		kept: {
			events: message(
				blockStart(0),
				wire(text(0, ''), {
					data: '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"caf\\\\ufffd"}}',
				}),
				blockStop(0),
			),
			findings: [],
		},
	},
];

/** Words in many languages, as they are and as Windows-1252 or Latin-1 makes them. */
const garbledWords: ReadonlyArray<readonly [right: string, wrong: string]> = [
	['café', 'cafÃ©'],
	['schön', 'schÃ¶n'],
	['Größe', 'GrÃ¶ÃŸe'],
	['it’s', 'itâ€™s'],
	['21 °C', '21 Â°C'],
	['a — b', 'a â€” b'],
	['→ on', 'â†’ on'],
	['😀', 'ðŸ˜€'],
	['lost', 'lï¿½st'],
	['Привет', 'ÐŸÑ€Ð¸Ð²ÐµÑ‚'],
	['日本語', 'æ—¥æœ¬èªž'],
	['日本', 'æ\u0097¥æ\u009C¬'],
	['สวัสดี', 'à¸ªà¸§à¸±à¸ªà¸”à¸µ'],
];

/** Text that looks like it, and is right. */
const soundTexts: readonly string[] = [
	'« Il était une fois, voilà\u00A0», dit-elle ; « été\u00A0»',
	'A CANÇÃO: “MAÇÔ, “IRMÔ – «NÃO»…',
	'CAFÉ» und „ÜBER“ – „Ä“, ‚Ö’, ß…',
	'Það er rétt – “það”',
	'naïve façade, señor, Ångström, 21 °C, 5 µm, ½ £ © ® ™ € • …',
	'Tiếng Việt, Русский, 日本語, 한국어, ไทย, العربية',
	'x ≤ y → z ✓ 😀 “quotes” ‘single’ — dash',
];

const mojibake: readonly RuleCase[] = [
	...garbledWords.map(
		([right, wrong]): RuleCase => ({
			rule: 'mojibake',
			about: `for ${right}`,
			broken: {events: saying(`So: ${wrong}.`), findings: [`${garbled} @2`]},
			kept: {events: saying(`So: ${right}.`), findings: []},
		}),
	),
	...soundTexts.map(
		(sound): RuleCase => ({
			rule: 'mojibake',
			about: `unlike ${sound}`,
			broken: {events: saying(sound, ' cafÃ© '), findings: [`${garbled} @3`]},
			kept: {events: saying(sound), findings: []},
		}),
	),
	{
		rule: 'mojibake',
		about: 'where a second doubtful pair confirms the first',
		broken: {events: saying('CAFÃ‰ Ã„ ', 'Ã– Ã„'), findings: [`${garbled} @2`, `${garbled} @3`]},
		kept: {events: saying('“MAÇÔ', ' IRMÃ–'), findings: []},
	},
];

const chunk = {choices: [{index: 0, delta: {content: 'Hi'}}], object: 'chat.completion.chunk'};
const foreign: ReadonlyArray<readonly [name: string, data: object]> = [
	['OpenAI Chat Completions', chunk],
	['OpenAI Responses', {type: 'response.output_text.delta', delta: 'Hi'}],
	['the Gemini API', {candidates: [{content: {parts: [{text: 'Hi'}]}}]}],
	['Bedrock Converse', {contentBlockDelta: {delta: {text: 'Hi'}, contentBlockIndex: 0}}],
	['Bedrock Converse without its wrapper', {contentBlockIndex: 0, delta: {text: 'Hi'}}],
	['Text Completions', {type: 'completion', completion: ' Hi', stop_reason: null}],
	['Ollama', {model: 'm', message: {role: 'assistant', content: 'Hi'}, done: false}],
	['the Cohere API', {type: 'content-delta', delta: {message: {content: {text: 'Hi'}}}}],
	['the AI SDK', {type: 'text-delta', id: '0', delta: 'Hi'}],
	['AG-UI', {type: 'TEXT_MESSAGE_CONTENT', delta: 'Hi'}],
];

const dialects: readonly RuleCase[] = [
	...foreign.map(
		([name, data]): RuleCase => ({
			rule: 'other-dialect',
			about: `for an event of ${name}`,
			broken: {
				events: message(
					{event: null, data: JSON.stringify(data)},
					{event: 'content_block_delta', data: JSON.stringify(data)},
				),
				findings: ['error other-dialect @1', 'error other-dialect @2'],
			},
			kept: {
				events: message({event: 'new_event', data: '{"type":"new_event","text":"Hi"}'}),
				findings: ['note unknown-event @1'],
			},
		}),
	),
	...(
		[
			[{type: 'text', text: 'Hi'}, 'unknown-delta'],
			[{type: 'reasoning_delta', reasoning: 'Hm'}, 'unknown-delta'],
			[{type: 'output_text', text: 'Hi'}, 'unknown-delta'],
		] as const
	).map(
		([delta, rule]): RuleCase => ({
			rule: 'other-dialect',
			about: `for text in a delta of the type ${delta.type}`,
			broken: {
				events: message(blockStart(0, {type: 'text', text: 'a'}), blockDelta(0, delta), blockStop(0)),
				findings: ['error other-dialect @2', `note ${rule} @2`],
			},
			kept: {
				events: message(
					blockStart(0, {type: 'text', text: 'a'}),
					blockDelta(0, {type: 'hologram_delta', text: 'Hi'}),
					blockStop(0),
				),
				findings: ['note unknown-delta @2'],
			},
		}),
	),
	{
		rule: 'other-dialect',
		about: 'for text in a message_delta',
		broken: {
			events: [
				messageStart(),
				messageDelta('end_turn', {delta: {stop_reason: 'end_turn', stop_sequence: null, content: 'Hi'}}),
				messageStop,
			],
			findings: ['error other-dialect @1', 'note unknown-field @1'],
		},
		kept: {
			events: [
				messageStart(),
				messageDelta('end_turn', {delta: {stop_reason: 'end_turn', stop_sequence: null, content: null}}),
				messageStop,
			],
			findings: ['note unknown-field @1'],
		},
	},
];

export const characterCases: readonly RuleCase[] = [...charactersLost, ...mojibake, ...dialects];
