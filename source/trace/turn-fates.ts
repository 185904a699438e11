import {promptOf, requestMessages, wasSaid} from './conversation.js';
import type {ExchangeView} from './exchange-view.js';
import type {TraceView} from './fold-trace.js';
import {itemsOf} from './persistent-list.js';

/**
 * What became of a turn: it is part of the conversation or failed in it (`said`), its prompt was sent again (`retried`), or another prompt
 * was sent in its place (`edited`). `opens` is true for a turn with which a new conversation begins after another one.
 */
export type TurnFate = {
	readonly fate: 'said' | 'retried' | 'edited';
	readonly opens: boolean;
};

type Turn = {readonly view: ExchangeView; readonly length: number};

/**
 * The turns, by the number of the exchange, of which there is more to tell than that they were said. It follows from nothing but the
 * requests: one that holds no more messages than an earlier one takes its place, and that of all that followed. A request of one message
 * begins anew: whether the turns before it were cleared away or its own place was taken by editing, the wire does not tell. `since` does,
 * where it is known: the number of the first exchange after the last clearing.
 */
export function turnFates(view: TraceView, since: number | null = null): ReadonlyMap<number, TurnFate> {
	const fates = new Map<number, TurnFate>();
	const path: Turn[] = [];
	for (const exchange of itemsOf(view.exchanges)) {
		const turn = {view: exchange, length: requestMessages(exchange).length};
		if (turn.length === 0) {
			continue;
		}

		for (let top = path.at(-1); top !== undefined && top.length >= turn.length; top = path.at(-1)) {
			path.pop();
			const fate = fateOf(top, turn, since);
			if (fate === null) {
				fates.set(exchange.exchange, {fate: 'said', opens: true});
			} else if (fate !== 'said') {
				fates.set(top.view.exchange, {fate, opens: fates.get(top.view.exchange)?.opens ?? false});
			}
		}

		path.push(turn);
	}

	return fates;
}

/** The fate of a turn whose place another one took; `null` where that begins another conversation. */
function fateOf(turn: Turn, next: Turn, since: number | null): TurnFate['fate'] | null {
	if (turn.length === next.length && promptOf(turn.view) === promptOf(next.view)) {
		return 'retried';
	}

	if (!wasSaid(turn.view)) {
		return 'said';
	}

	const isSame = next.length > 1 || (since !== null && turn.view.exchange >= since);
	return isSame ? 'edited' : null;
}
