import process from 'node:process';
import Anthropic from '@anthropic-ai/sdk';
import type {TraceEvent} from '../trace/trace-event.js';
import {clientSecrets} from './client-secrets.js';
import {dropComments} from './drop-comments.js';
import {endedBy} from './exchange-ending.js';
import {limitAnswers, limitsOf} from './limit-answers.js';
import {type ExchangeOptions, type MessageExchange, nextExchange} from './message-exchange.js';
import {messagesResource} from './messages-resource.js';
import {usualRest} from './read-rest.js';
import {createSecretMask} from './secret-mask.js';
import {createWireFacts} from './wire-facts.js';
import {createMaskedTap} from './wire-tap.js';

/** An exchange that keeps nothing, so it has no final message. */
export type LeanExchange = Omit<MessageExchange, 'finalMessage'> & {
	/** Rejects if the stream ended before its message did. */
	finalMessage(): Promise<null>;
};

/**
 * The same exchange for callers that only pass the events on. It uses the SDK's plain stream, not the helper that builds the message, so
 * memory stays flat however long the answer is.
 */
export function startLeanExchange(options: ExchangeOptions): LeanExchange {
	const {client, fetch, trace, now, params, headers = {}, limits} = options;
	const exchange = nextExchange(trace);
	const controller = new AbortController();
	const mask = createSecretMask(clientSecrets(client, process.env));
	const limited = limitAnswers(fetch, limitsOf(client, limits));
	const facts = createWireFacts();
	const emit = (event: TraceEvent) => {
		facts.see(event);
		trace.append(event);
	};
	const tap = createMaskedTap({
		fetch: dropComments(limited),
		now,
		emit,
		exchange,
		mask,
		rest: usualRest,
	});
	const messages = messagesResource(options, tap);
	let phase: 'before' | 'inside' | 'after' = 'before';
	let stray: string | null = null;

	return {
		exchange,
		async *[Symbol.asyncIterator]() {
			const {signal} = controller;
			const stream = await messages.create({...params, stream: true}, {headers, signal});
			for await (const event of stream) {
				// Events are passed on all the same: a caller that looks at the bytes wants all of them.
				stray ??= phase === 'before' && event.type !== 'message_start' ? String(event.type) : null;
				phase = event.type === 'message_stop' ? 'after' : event.type === 'message_start' ? 'inside' : phase;
				yield event;
			}

			// The SDK's stream ends without an error when it is aborted.
			if (signal.aborted) {
				throw new Anthropic.APIUserAbortError();
			}
		},
		async finalMessage() {
			// In the words of the SDK's helper.
			if (stray !== null) {
				throw new Anthropic.AnthropicError(
					`Unexpected event order, got ${stray} before receiving "message_start"`,
				);
			}

			if (phase === 'before') {
				throw new Anthropic.AnthropicError('request ended without sending any chunks');
			}

			if (phase === 'inside') {
				throw new Anthropic.AnthropicError('stream ended without producing a Message with role=assistant');
			}

			trace.append({type: 'end', at: now(), exchange, outcome: 'complete', error: null, message: null});
			return null;
		},
		fail(error) {
			const {described, ...ending} = endedBy(error, mask, facts);
			trace.append({type: 'end', at: now(), exchange, ...ending});
			return described;
		},
		abort: () => controller.abort(),
	};
}
