import {messageOf} from '../../messages/message-snapshot.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {printJson} from '../../wire/json.js';
import type {ExportSource} from './exported.js';

/** The final messages as JSON: of one exchange the message itself, of several a list. `null` stands for an exchange without one. */
export function* toJson({events}: ExportSource): Generator<string> {
	const messages = [...itemsOf(foldTrace(events).exchanges)].map(finalMessage);
	yield `${printJson(messages.length === 1 ? messages[0] : messages, '\t')}\n`;
}

/** What the SDK's `finalMessage()` gave, else what the events have built. */
function finalMessage({end, message}: ExchangeView): unknown {
	return end?.message ?? (message === null ? null : messageOf(message));
}
