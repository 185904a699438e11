import {endedBy, endedWith} from './exchange-ending.js';
import {type ExchangeOptions, type MessageExchange, nextExchange} from './message-exchange.js';
import {createWireTap} from './wire-tap.js';

/** The same exchange without streaming: there is nothing to iterate, and `finalMessage()` gives the answer when it is there as a whole. */
export function startWholeExchange({client, fetch, trace, now, params}: ExchangeOptions): MessageExchange {
	const exchange = nextExchange(trace);
	const controller = new AbortController();
	const tap = createWireTap({fetch, now, emit: event => trace.append(event), exchange});
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
			const {described, ...ending} = endedBy(error);
			trace.append({type: 'end', at: now(), exchange, ...ending});
			return described;
		},
		abort: () => controller.abort(),
	};
}
