import {clocksOf, outputRateOf} from '../../../analysis/clocks.js';
import {promptOf} from '../../../analysis/conversation.js';
import {standingWords, turnStandings} from '../../../analysis/turn-standings.js';
import {formatMilliseconds, formatRate, formatTokens} from '../../../text/format-numbers.js';
import type {ExchangeView} from '../../../trace/exchange-view.js';
import {foldTrace} from '../../../trace/fold-trace.js';
import {itemsOf} from '../../../trace/persistent-list.js';
import type {TraceEvent} from '../../../trace/trace-event.js';
import {stringAt} from '../../../wire/json.js';

/** A clock: its name, its value as it is shown, and from when on it is known, in milliseconds of the trace; `null`: never. */
type PageClock = readonly [name: string, value: string, known: number | null];

/** What a page shows of an exchange beside its events. `endPosition` is where its end stands in the trace, `null` without one. */
export type PageExchange = {
	readonly exchange: number;
	readonly first: number;
	readonly endPosition: number | null;
	readonly prompt: string;
	readonly model: string;
	readonly ending: string;
	/** Whether another conversation begins with it. */
	readonly opens: boolean;
	/** What became of it, empty where it is part of its conversation; and where in the trace that shows. */
	readonly standing: string;
	readonly fatePosition: number | null;
	readonly clocks: readonly PageClock[];
};

/** The exchanges of a page. They are part of the conversation that goes back to the exchange `since`, where that is known. */
export function pageExchanges(events: readonly TraceEvent[], since: number | null): readonly PageExchange[] {
	const view = foldTrace(events);
	const exchanges = [...itemsOf(view.exchanges)];
	const standings = turnStandings(view, since);
	const firsts = new Map(exchanges.map(({exchange, first}) => [exchange, first]));
	return exchanges.map(exchange => {
		const {standing = 'said', by = null, opens = false} = standings.get(exchange.exchange) ?? {};
		return {
			...pageExchange(exchange, events),
			opens,
			standing: standingWords[standing],
			fatePosition: firsts.get(by ?? 0) ?? null,
		};
	});
}

function pageExchange(
	view: ExchangeView,
	events: readonly TraceEvent[],
): Omit<PageExchange, 'opens' | 'standing' | 'fatePosition'> {
	return {
		exchange: view.exchange,
		first: view.first,
		endPosition: view.end === null ? null : view.last,
		prompt: promptOf(view),
		model: stringAt(view.message?.fields, 'model'),
		ending: endingOf(view),
		clocks: [...pageClocks(view, events)],
	};
}

function* pageClocks(view: ExchangeView, events: readonly TraceEvent[]): Generator<PageClock> {
	const {timestamps} = view;
	const {headers, firstEvent, ttft, firstText, lastContent, total} = clocksOf(view);
	const named: ReadonlyArray<readonly [string, number | null]> = [
		['headers', headers],
		['first event', firstEvent],
		['TTFT', ttft],
		['first text', firstText],
		['last content', lastContent],
		['total', total],
	];
	for (const [name, value] of named) {
		yield value === null ? [name, '–', null] : [name, formatMilliseconds(value), timestamps.request + value];
	}

	const rate = outputRateOf(view);
	if (rate !== null) {
		yield [
			'rate',
			`${rate.isEstimate ? '~' : ''}${formatRate(rate.tokensPerSecond)}`,
			timestamps.end ?? timestamps.lastContent,
		];
	}

	for (const {name, value, position} of view.usage) {
		if (typeof value === 'number') {
			yield [name, formatTokens(value), events[position]?.at ?? null];
		}
	}
}

function endingOf({phase, end, message}: ExchangeView): string {
	if (phase === 'failed') {
		return [end?.error?.title ?? 'Failed', end?.error?.detail].filter(Boolean).join(': ');
	}

	const reason = stringAt(message?.fields, 'stop_reason');
	return phase === 'aborted'
		? 'Interrupted'
		: reason === '' || reason === 'end_turn'
			? ''
			: `stop reason: ${reason}`;
}
