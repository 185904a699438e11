import {decode} from '../../messages/decode.js';
import {mayEndWithCall} from '../../messages/stop-reasons.js';
import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {objectAt, stringAt} from '../../wire/json.js';

/** Hears the events of an exchange, and keeps only what an answer that looks complete does not tell. */
export type StreamNotice = {
	hear(event: TraceEvent): void;
	/** The number of events that the SDK skipped, and so what they brought. */
	readonly skipped: number;
	/** What to say when the answer is complete, line by line. */
	lines(): readonly string[];
};

type Heard = {
	readonly nameless: number;
	readonly dataless: number;
	/** The first tool of the client that is called. */
	readonly tool: string | null;
	readonly stopReason: string | null;
};

const nothing: Heard = {nameless: 0, dataless: 0, tool: null, stopReason: null};

export function createStreamNotice(): StreamNotice {
	let heard = nothing;
	return {
		hear(event) {
			heard = event.type === 'request' ? nothing : event.type === 'sse' ? after(heard, event) : heard;
		},
		get skipped() {
			return heard.nameless + heard.dataless;
		},
		lines: () => [...skippedLines(heard), ...toolLines(heard)],
	};
}

function after(heard: Heard, event: TraceEvent & {readonly type: 'sse'}): Heard {
	const wire = decode(event);
	if (event.event === null && event.data !== '' && wire.kind !== 'ping' && wire.kind !== 'done') {
		return {...heard, nameless: heard.nameless + 1};
	}

	if (event.dataless === true && event.event !== 'ping') {
		return {...heard, dataless: heard.dataless + 1};
	}

	if (wire.kind === 'content_block_start' && wire.blockType === 'tool_use') {
		return {...heard, tool: heard.tool ?? stringAt(wire.block, 'name')};
	}

	return wire.kind === 'message_delta'
		? {...heard, stopReason: stringAt(objectAt(wire.payload, 'delta'), 'stop_reason') || heard.stopReason}
		: heard;
}

function skippedLines({nameless, dataless}: Heard): readonly string[] {
	const parts = [
		...(nameless > 0 ? [`${formatTokens(nameless)} without an event: line`] : []),
		...(dataless > 0 ? [`${formatTokens(dataless)} without data`] : []),
	];
	const count = nameless + dataless;
	return count === 0
		? []
		: [
				`The answer is not complete: the SDK skipped ${formatTokens(count)} ${count === 1 ? 'event' : 'events'}, ${parts.join(' and ')}.`,
			];
}

function toolLines({tool, stopReason}: Heard): readonly string[] {
	return tool === null || mayEndWithCall(stopReason)
		? []
		: [sanitizeLine(`The answer calls the tool ${tool}, though its stop reason is ${stopReason}.`)];
}
