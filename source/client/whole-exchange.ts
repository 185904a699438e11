import type {TraceEvent} from '../trace/trace-event.js';
import {endedBy, endedWith} from './exchange-ending.js';
import {type ExchangeOptions, type MessageExchange, nextExchange} from './message-exchange.js';
import {createSecretMask} from './secret-mask.js';
import {createWireTap} from './wire-tap.js';

/** The same exchange without streaming: there is nothing to iterate, and `finalMessage()` gives the answer when it is there as a whole. */
export function startWholeExchange({client, fetch, trace, now, params}: ExchangeOptions): MessageExchange {
	const exchange = nextExchange(trace);
	const controller = new AbortController();
	const mask = createSecretMask(client);
	const emit = (event: TraceEvent) => trace.append(mask.event(event));
	const tap = createWireTap({fetch: mask.wrapFetch(fetch), now, emit, exchange});
	const {messages} = client.withOptions({fetch: tap});

	return {
		exchange,
		async *[Symbol.asyncIterator]() {},
		async finalMessage() {
			const message = await messages.create({...params, stream: false}, {signal: controller.signal});
			trace.append({type: 'end', at: now(), exchange, ...endedWith(message)});
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
