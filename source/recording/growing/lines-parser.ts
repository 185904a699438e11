import {isMessagesType} from '../../messages/dialect.js';
import {isObject, type JsonObject, parseJson, printJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import {eventOfObject} from '../imports/exchange-object.js';
import {createLineSplitter} from '../split-lines.js';
import {type GrowingExchange, openGrowingExchange} from './growing-exchange.js';
import type {GrowingContext, GrowingParser} from './growing-parser.js';

const messagesUrl = 'capture:/v1/messages';

/**
 * Reads JSON lines: the events of the Messages API as scripts print them, those of Claude Code and the Agent SDK, and those of other APIs. A
 * message's last event ends its exchange; the next `message_start` begins another.
 */
export class LinesParser implements GrowingParser {
	readonly #context: GrowingContext;
	readonly #decoder = new TextDecoder();
	readonly #splitter = createLineSplitter(line => this.#takeLine(line));
	/** The exchange of each agent: a subagent's lines stand between those of its parent. */
	readonly #open = new Map<string, GrowingExchange>();
	readonly #streamed = new Set<string>();
	/** A message that came whole, up to its newest block. */
	#whole: {readonly agent: string; readonly message: JsonObject} | null = null;
	#exchange: number;
	/** When the line before the next message came, which is the latest moment at which its request can have been sent. */
	#askedAt: number;
	#hasSkipped = false;

	constructor(context: GrowingContext, firstExchange: number) {
		this.#context = context;
		this.#exchange = firstExchange;
		this.#askedAt = context.openedAt;
	}

	read(bytes: Uint8Array): void {
		this.#splitter.feed(this.#decoder.decode(bytes, {stream: true}));
	}

	end(): void {
		this.#splitter.feed(this.#decoder.decode());
		this.#splitter.end();
		this.#giveWhole();
		for (const exchange of this.#open.values()) {
			exchange.end();
		}
	}

	#takeLine(line: string | null): void {
		const value = line === null ? undefined : parseJson(line);
		if (isObject(value) && line !== null) {
			this.#take(value, line.trim());
		} else if (line?.trim() !== '' && !this.#hasSkipped) {
			this.#hasSkipped = true;
			this.#context.note('Lines that are not JSON were skipped.');
		}
	}

	#take(value: JsonObject, line: string): void {
		const agent = `${stringAt(value, 'session_id')} ${stringAt(value, 'parent_tool_use_id')}`;
		const type = stringAt(value, 'type');
		if (type === 'stream_event' && isObject(value.event)) {
			this.#giveWhole();
			const event = stringAt(value.event, 'type') || null;
			this.#takeEvent(agent, {event, data: printJson(value.event)}, value.event);
		} else if (type === 'assistant' && isObject(value.message)) {
			this.#takeWhole(agent, value.message);
		} else if (isSessionLine(value)) {
			this.#giveWhole();
			this.#askedAt = this.#context.now();
		} else if (this.#open.size === 0 && type === 'message' && ('content' in value || 'role' in value)) {
			this.#takeWhole('', value);
			this.#giveWhole();
		} else {
			const isNamed = ('event' in value || 'data' in value) && !isMessagesType(type);
			const event = isNamed ? eventOfObject(value) : {event: type || null, data: line};
			const payload = isNamed ? parseJson(event.data) : value;
			this.#takeEvent('', event, isObject(payload) ? payload : {});
		}
	}

	#takeEvent(agent: string, event: SseEvent, payload: JsonObject): void {
		const type = event.event ?? stringAt(payload, 'type');
		if (type === 'message_start') {
			this.#end(agent);
			this.#streamed.add(stringAt(payload.message, 'id'));
		}

		const url = isMessagesType(type) ? messagesUrl : 'capture:/';
		const exchange = this.#open.get(agent) ?? this.#begin(agent, url);
		exchange.sse(event);
		if (type === 'message_stop' || type === 'error') {
			this.#end(agent);
		}
	}

	/** Each line of a message repeats it with its next block. A message whose events came is known already. */
	#takeWhole(agent: string, message: JsonObject): void {
		const id = stringAt(message, 'id');
		if (id !== '' && this.#streamed.has(id)) {
			return;
		}

		const before = this.#whole?.message;
		if (before !== undefined && stringAt(before, 'id') === id) {
			const content = [before.content, message.content].flatMap(part => (Array.isArray(part) ? part : []));
			this.#whole = {agent, message: {...before, ...message, content}};
			return;
		}

		this.#giveWhole();
		this.#whole = {agent, message};
	}

	#giveWhole(): void {
		if (this.#whole !== null) {
			const {agent, message} = this.#whole;
			this.#whole = null;
			this.#begin(agent, messagesUrl).body(printJson(message));
			this.#end(agent);
		}
	}

	#begin(agent: string, url: string): GrowingExchange {
		const opening = {exchange: this.#exchange, requestAt: this.#askedAt, url};
		const exchange = openGrowingExchange(this.#context, opening);
		this.#exchange++;
		this.#open.set(agent, exchange);
		return exchange;
	}

	#end(agent: string): void {
		const exchange = this.#open.get(agent);
		if (exchange !== undefined) {
			exchange.end();
			this.#open.delete(agent);
			this.#askedAt = this.#context.now();
		}
	}
}

/** A line of Claude Code that is no answer: its settings, what tools returned, the result of the session. */
function isSessionLine(value: JsonObject): boolean {
	const isSession = 'session_id' in value || 'sessionId' in value || 'uuid' in value;
	return isSession && ['system', 'user', 'result'].includes(stringAt(value, 'type'));
}
