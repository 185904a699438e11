import type {Fetch} from '../../client/fetch.js';
import {createSecretMask, type SecretMask} from '../../client/secret-mask.js';
import {tapBytes} from '../../client/tap-bytes.js';
import {messageOf} from '../../messages/message-snapshot.js';
import {createLineEncoder} from '../../recording/line-encoder.js';
import type {RecordingHeader} from '../../recording/recording-format.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {printJson} from '../../wire/json.js';
import {createAnswerText} from './answer-text.js';
import {createByteMask} from './byte-mask.js';
import {createTextSink} from './text-sink.js';

export const outputKinds = ['text', 'events', 'raw', 'json'] as const;

/** What goes to stdout: the answer's text, the recording's lines, the bytes of the stream, or the final message. */
export type OutputKind = (typeof outputKinds)[number];

type YieldedEvent = {readonly type: string};

/** Prints an exchange while it happens. `wrapFetch` wraps the `fetch` that the SDK calls. */
export type AskOutput = {
	wrapFetch(fetch: Fetch): Fetch;
	/** Called for each trace event of the wire. */
	appended(event: TraceEvent): void;
	/** Called for each event that the SDK yields. */
	yielded(event: YieldedEvent): void;
	/** Called when an exchange has ended, complete or not. Another one may follow with the results of its tools. */
	answered(view: ExchangeView | null): void;
	/** Called after the last exchange. */
	end(view: ExchangeView | null): void;
};

type Stream = NodeJS.WriteStream;

export type OutputOptions = {
	readonly stdout: Pick<Stream, 'write' | 'isTTY'>;
	readonly header: RecordingHeader;
	readonly isStreaming: boolean;
	/** Secrets that are left out of the recording's lines. */
	readonly secrets: readonly string[];
	/** Resolves when the output can take more. */
	readonly drained: () => Promise<void>;
	/** Receives one line about the output. */
	readonly notify: (line: string) => void;
};

export function openOutput(kind: OutputKind, options: OutputOptions): AskOutput {
	switch (kind) {
		case 'text': {
			return textOutput(options);
		}

		case 'events': {
			return eventsOutput(options);
		}

		case 'raw': {
			return rawOutput(options);
		}

		case 'json': {
			return jsonOutput(options);
		}
	}
}

const silent: AskOutput = {
	wrapFetch: fetch => fetch,
	appended() {},
	yielded() {},
	answered() {},
	end() {},
};

function textOutput({stdout, isStreaming, secrets}: OutputOptions): AskOutput {
	const text = createAnswerText(createTextSink(stdout));
	const mask = createSecretMask(secrets);
	return {
		...silent,
		yielded: event => text.event(maskedEvent(event, mask)),
		answered(view) {
			if (!isStreaming) {
				text.blocks(view?.message?.blocks ?? []);
			}

			text.end();
		},
	};
}

/** The SDK yields events as the server sent them, and some servers send back what they were sent. */
function maskedEvent(event: YieldedEvent, mask: SecretMask): YieldedEvent {
	const data = JSON.stringify(event);
	const place = {at: 0, exchange: 1, attempt: 1, chunk: 0};
	const masked = mask.event({...place, type: 'sse', event: event.type, data});
	return masked.type === 'sse' && masked.data !== data ? (JSON.parse(masked.data) as YieldedEvent) : event;
}

function eventsOutput({stdout, header, secrets}: OutputOptions): AskOutput {
	const sink = createTextSink(stdout);
	const encoder = createLineEncoder(secrets);
	sink.write(encoder.encode(header));
	return {...silent, appended: event => sink.write(encoder.encode(event)), end: () => sink.end()};
}

/** Decodes the bytes for a terminal, which gets text. Own credentials that the server sends back are masked. */
function rawOutput({stdout, drained, secrets, notify}: OutputOptions): AskOutput {
	const sink = createTextSink(stdout);
	const decoder = new TextDecoder();
	const mask = createByteMask(secrets, () =>
		notify('The server sent back a credential of this program. The output has … in its place.'),
	);
	const write = (bytes: Uint8Array) => {
		stdout.isTTY ? sink.write(decoder.decode(bytes, {stream: true})) : stdout.write(bytes);
		return drained();
	};
	return {
		...silent,
		wrapFetch: fetch => tapBytes(fetch, bytes => write(mask.mask(bytes))),
		end() {
			void write(mask.end());
			sink.end();
		},
	};
}

/** The final message; after a failure, the part that arrived. */
function jsonOutput({stdout}: OutputOptions): AskOutput {
	const sink = createTextSink(stdout);
	return {
		...silent,
		end(view) {
			const message = view?.end?.message ?? (view?.message ? messageOf(view.message) : null);
			if (message !== null) {
				sink.write(`${printJson(message, 2)}\n`);
				sink.end();
			}
		},
	};
}
