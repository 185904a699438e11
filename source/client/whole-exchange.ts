import process from 'node:process';
import Anthropic from '@anthropic-ai/sdk';
import {readWholeAnswer} from '../messages/whole-message.js';
import {stringAt} from '../wire/json.js';
import {clientSecrets} from './client-secrets.js';
import {endedBy, endedWith} from './exchange-ending.js';
import {limitAnswers, limitsOf} from './limit-answers.js';
import {type ExchangeOptions, type MessageExchange, nextExchange} from './message-exchange.js';
import {messagesResource} from './messages-resource.js';
import {NotAMessage} from './not-a-message.js';
import {createSecretMask} from './secret-mask.js';
import {createMaskedTap} from './wire-tap.js';

/** The same exchange without streaming. There is nothing to iterate, and `finalMessage()` resolves to the answer once it is complete. */
export function startWholeExchange(options: ExchangeOptions): MessageExchange {
	const {client, fetch, trace, now, params, headers = {}, limits} = options;
	const exchange = nextExchange(trace);
	const controller = new AbortController();
	const mask = createSecretMask(clientSecrets(client, process.env));
	const limited = limitAnswers(fetch, limitsOf(client, limits));
	const tap = createMaskedTap({fetch: limited, now, emit: event => trace.append(event), exchange, mask});
	const messages = messagesResource(options, tap);

	return {
		exchange,
		async *[Symbol.asyncIterator]() {},
		async finalMessage() {
			const asked = messages.create({...params, stream: false}, {headers, signal: controller.signal});
			// The SDK accepts any body as the message.
			const message = messageIn(await (await asked.asResponse()).text());
			trace.append({type: 'end', at: now(), exchange, ...endedWith(message, mask)});
			return message;
		},
		fail(error) {
			const {described, ...ending} = endedBy(error, mask);
			trace.append({type: 'end', at: now(), exchange, ...ending});
			return described;
		},
		abort: () => controller.abort(),
	};
}

/** Returns the message in a body. Throws if there is none, also for an error with a success status. */
function messageIn(body: string): Anthropic.Message {
	const answer = readWholeAnswer(body);
	switch (answer.kind) {
		case 'message': {
			return answer.message as unknown as Anthropic.Message;
		}

		case 'error': {
			const type = stringAt(answer.body.error, 'type') as Anthropic.ErrorType;
			throw new Anthropic.APIError(undefined, answer.body, undefined, undefined, type || null);
		}

		case 'other': {
			throw new NotAMessage(answer.fault);
		}
	}
}
