import {messageOf} from '../../messages/message-snapshot.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {printJson} from '../../wire/json.js';
import type {ExportSource} from './exported.js';

/** Exports the final messages as JSON: the message itself for one exchange, a list for several. `null` for an exchange without one. */
export function* toJson({events}: ExportSource): Generator<string> {
	const messages = [...itemsOf(foldTrace(events).exchanges)].map(finalMessage);
	yield `${printJson(messages.length === 1 ? messages[0] : messages, '\t')}\n`;
}

/** The SDK's `finalMessage()`, else the message built from the events. */
function finalMessage({end, message}: ExchangeView): unknown {
	return end?.message ?? (message === null ? null : messageOf(message));
}
