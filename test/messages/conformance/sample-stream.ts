import {checkStream, type StreamFacts} from '../../../source/messages/conformance/check-stream.js';
import type {Finding} from '../../../source/messages/conformance/finding.js';
import type {JsonObject} from '../../../source/wire/json.js';
import type {SseEvent} from '../../../source/wire/sse-event.js';

/** An event of a sample: its payload, named by its type, or a complete event. */
export type SampleEvent = (JsonObject & {readonly type: string}) | SseEvent;

const usage = {input_tokens: 9, output_tokens: 1};

export const messageStart = (fields: JsonObject = {}) => ({
	type: 'message_start',
	message: {
		id: 'msg_01',
		type: 'message',
		role: 'assistant',
		model: 'claude-haiku-5-5',
		content: [],
		stop_reason: null,
		stop_sequence: null,
		usage,
		...fields,
	},
});
export const blockStart = (index: number, content_block: JsonObject = {type: 'text', text: ''}) => ({
	type: 'content_block_start',
	index,
	content_block,
});
export const blockDelta = (index: number, delta: JsonObject) => ({type: 'content_block_delta', index, delta});
export const text = (index: number, words: string) => blockDelta(index, {type: 'text_delta', text: words});
export const json = (index: number, partial_json: string) =>
	blockDelta(index, {type: 'input_json_delta', partial_json});
export const blockStop = (index: number) => ({type: 'content_block_stop', index});
export const messageDelta = (stop_reason: string | null = 'end_turn', fields: JsonObject = {}) => ({
	type: 'message_delta',
	delta: {stop_reason, stop_sequence: null},
	usage: {output_tokens: 3},
	...fields,
});
export const messageStop = {type: 'message_stop'};
export const ping = {type: 'ping'};
export const errorEvent = {type: 'error', error: {type: 'overloaded_error', message: 'Overloaded'}};

export const textBlock = (index: number) => [blockStart(index), text(index, 'Cats'), blockStop(index)];
export const toolStart = (index: number, input: JsonObject = {}, type = 'tool_use') =>
	blockStart(index, {
		type,
		id: `${type === 'tool_use' ? 'toolu' : 'srvtoolu'}_0${index}`,
		name: 'weather',
		input,
	});
export const end = [messageDelta(), messageStop];

const isCall = (event: SampleEvent) => JSON.stringify(event).includes('"content_block":{"type":"tool_use"');

/** A complete valid message around some content. It has the stop reason `tool_use` if the content calls a tool. */
export const message = (...content: readonly SampleEvent[]) => [
	messageStart(),
	...content,
	messageDelta(content.some(isCall) ? 'tool_use' : 'end_turn'),
	messageStop,
];

/** A payload as an event named by its type, with other known fields. */
export const wire = (
	payload: JsonObject & {readonly type: string},
	fields: Partial<SseEvent> = {},
): SseEvent => ({
	event: payload.type,
	data: JSON.stringify(payload),
	...fields,
});

/** An event of a sample as sent over the wire. */
export const toWire = (event: SampleEvent): SseEvent => ('type' in event ? wire(event) : event);

/** The findings about a sample. */
export const check = (events: readonly SampleEvent[], facts: StreamFacts = {}): readonly Finding[] =>
	checkStream(events.map(toWire), facts);

/** Findings in short form: `error data-json @3`. */
export function brief(findings: readonly Finding[]): readonly string[] {
	return findings.map(({severity, rule, position}) => `${severity} ${rule} @${position}`);
}
