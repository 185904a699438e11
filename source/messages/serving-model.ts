import {objectAt, stringAt} from '../wire/json.js';
import type {MessageSnapshot} from './message-snapshot.js';
import type {UsageLedger} from './usage-ledger.js';

/** The model that writes an answer. `insteadOf` is the model that declined before, `null` if none did. */
export type ServingModel = {
	readonly model: string;
	readonly insteadOf: string | null;
};

/**
 * The model that the events name, `''` if they name none. After a fallback, that is the model of the last `fallback` block, or of the
 * `fallback_message` in `usage.iterations`, since a model that never ran leaves no block.
 */
export function servingModel(message: MessageSnapshot | null, usage: UsageLedger): ServingModel {
	const named = stringAt(message?.fields, 'model');
	const hops = (message?.blocks ?? []).filter(({type}) => type === 'fallback').map(({start}) => start);
	const first = hops[0];
	const last = hops.at(-1);
	if (first !== undefined && last !== undefined) {
		const from = stringAt(objectAt(first, 'from'), 'model');
		return {model: stringAt(objectAt(last, 'to'), 'model') || named, insteadOf: from || null};
	}

	const served = usage.findLast(({name, value}) => isIterationType(name) && value === 'fallback_message');
	const prefix = served?.name.slice(0, -'type'.length) ?? '';
	const model = served === undefined ? null : usage.find(({name}) => name === `${prefix}model`)?.value;
	return typeof model === 'string' && model !== named
		? {model, insteadOf: named || null}
		: {model: named, insteadOf: null};
}

/** True for the name of an iteration's type in a ledger, such as `iterations.0.type`. */
export function isIterationType(name: string): boolean {
	return /^iterations\.\d+\.type$/.test(name);
}
