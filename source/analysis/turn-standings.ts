import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceView} from '../trace/fold-trace.js';
import {itemsOf} from '../trace/persistent-list.js';
import {promptOf, requestMessages, wasSaid} from './conversation.js';

/**
 * What became of a turn: it is part of the conversation or failed in it (`said`), its prompt was sent again (`retried`), or another prompt was
 * sent instead (`edited`). `by` is the number of the exchange that replaced it, or `null`. `opens` is true for a turn that begins a new
 * conversation after another one.
 */
export type TurnStanding = {
	readonly standing: 'said' | 'retried' | 'edited';
	readonly by: number | null;
	readonly opens: boolean;
};

/** The standing in words. */
export const standingWords: Readonly<Record<TurnStanding['standing'], string>> = {
	said: '',
	retried: '↻ Asked again below.',
	edited: '✎ Asked differently below.',
};

export const openingWords = 'A new conversation';

type Turn = {readonly view: ExchangeView; readonly length: number};

/**
 * The turns that are not simply said, by exchange number. This follows from the requests alone: a request with no more messages than an earlier
 * one replaces that one and everything after it. A request with one message starts again. The wire does not tell whether the turns before it
 * were cleared or it was edited. `since` does, if known: the number of the first exchange after the last clearing.
 */
export function turnStandings(
	view: TraceView,
	since: number | null = null,
): ReadonlyMap<number, TurnStanding> {
	const standings = new Map<number, TurnStanding>();
	const path: Turn[] = [];
	for (const exchange of itemsOf(view.exchanges)) {
		const turn = {view: exchange, length: requestMessages(exchange).length};
		if (turn.length === 0) {
			continue;
		}

		const replaced = path.splice(path.findLastIndex(({length}) => length < turn.length) + 1);
		if (opensConversation(replaced, turn, since)) {
			standings.set(exchange.exchange, {standing: 'said', by: null, opens: true});
		} else {
			for (const {view: before, length} of replaced) {
				const isSame = length === turn.length && promptOf(before) === promptOf(exchange);
				const opens = standings.get(before.exchange)?.opens ?? false;
				if (isSame || wasSaid(before)) {
					const standing = isSame ? 'retried' : 'edited';
					standings.set(before.exchange, {standing, by: exchange.exchange, opens});
				}
			}
		}

		path.push(turn);
	}

	return standings;
}

/** Whether a turn that replaces others has nothing to do with them. Only the last turn is ever sent again or edited. */
function opensConversation(replaced: readonly Turn[], {view, length}: Turn, since: number | null): boolean {
	const [first] = replaced;
	if (length > 1 || first === undefined) {
		return false;
	}

	if (replaced.length > 1) {
		return true;
	}

	const isKnown = since !== null && first.view.exchange >= since;
	return !isKnown && wasSaid(first.view) && promptOf(first.view) !== promptOf(view);
}
