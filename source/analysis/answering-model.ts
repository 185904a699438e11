import {servingModel} from '../messages/serving-model.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {stringAt} from '../wire/json.js';

/** The model that the answer names, else the one that the request names. `null` if neither names any. */
export function answeringModel({message, usage, attempts}: ExchangeView): string | null {
	return servingModel(message, usage).model || stringAt(attempts.at(-1)?.request.body, 'model') || null;
}
