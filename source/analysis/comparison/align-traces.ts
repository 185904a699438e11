import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemsOf} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {printJson} from '../../wire/json.js';
import {type AlignedEvents, alignLogs, type LoggedEvent} from './align-logs.js';

/**
 * Lays two whole traces side by side, exchange by exchange: requests and responses in their order, then the streams as `alignLogs` does, then
 * what ended them.
 */
export function alignTraces(left: Trace, right: Trace): readonly AlignedEvents[] {
	const lefts = [...itemsOf(left.view.exchanges)];
	const rights = [...itemsOf(right.view.exchanges)];
	return Array.from({length: Math.max(lefts.length, rights.length)}, (_, index) =>
		alignExchanges({trace: left, view: lefts[index]}, {trace: right, view: rights[index]}),
	).flat();
}

type Side = {readonly trace: Trace; readonly view: ExchangeView | undefined};

function alignExchanges(left: Side, right: Side): readonly AlignedEvents[] {
	const [one, other] = [partsOf(left), partsOf(right)];
	return [
		...inOrder(one.before, other.before),
		...alignStreams(left, right),
		...inOrder(one.after, other.after),
	];
}

function alignStreams(left: Side, right: Side): readonly AlignedEvents[] {
	if (left.view !== undefined && right.view !== undefined) {
		return alignLogs(
			{events: left.trace.events, view: left.view},
			{events: right.trace.events, view: right.view},
		);
	}

	return inOrder(partsOf(left).stream, partsOf(right).stream);
}

type Parts = {
	readonly before: readonly LoggedEvent[];
	readonly stream: readonly LoggedEvent[];
	readonly after: readonly LoggedEvent[];
};

/** The events of an exchange: those before its first server-sent event, those of its stream, and the others after that. */
function partsOf({trace, view}: Side): Parts {
	const events = view === undefined ? [] : eventsOf(trace, view);
	const first = events.findIndex(({event}) => event.type === 'sse');
	const start = first === -1 ? events.length : first;
	const rest = events.slice(start);
	return {
		before: events.slice(0, start),
		stream: rest.filter(({event}) => event.type === 'sse'),
		after: rest.filter(({event}) => event.type !== 'sse'),
	};
}

function eventsOf(trace: Trace, {exchange, first, last}: ExchangeView): readonly LoggedEvent[] {
	return trace.events
		.slice(first, last + 1)
		.map((event, index) => ({number: first + index + 1, event}))
		.filter(({event}) => event.exchange === exchange);
}

function inOrder(lefts: readonly LoggedEvent[], rights: readonly LoggedEvent[]): readonly AlignedEvents[] {
	return Array.from({length: Math.max(lefts.length, rights.length)}, (_, index) => {
		const [left = null, right = null] = [lefts[index], rights[index]];
		return {
			left,
			right,
			isSame: left !== null && right !== null && saysOf(left.event) === saysOf(right.event),
		};
	});
}

/** What counts as the same outside a stream. Addresses, headers and times differ between recordings. */
function saysOf(event: TraceEvent): string {
	switch (event.type) {
		case 'request': {
			return `request ${printJson(event.body)}`;
		}

		case 'response': {
			return `response ${event.status}`;
		}

		case 'body':
		case 'sse': {
			return `${event.type} ${event.data}`;
		}

		case 'end': {
			return `end ${event.outcome} ${event.error?.title ?? ''}`;
		}

		default: {
			return printJson(event);
		}
	}
}
