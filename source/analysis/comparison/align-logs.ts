import type {WireEvent} from '../../messages/decode.js';
import {isContent} from '../../messages/vocabulary/piece.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {arrived} from '../arrived.js';
import type {ComparedStream} from './content-difference.js';
import {eventsInStep, finish, type Steps} from './steps.js';

/** An event in a log: its number in its trace, and itself. */
export type LoggedEvent = {readonly number: number; readonly event: TraceEvent};

/** A row of two logs side by side. `isSame`: both have the event, and it brings the same. */
export type AlignedEvents = {
	readonly left: LoggedEvent | null;
	readonly right: LoggedEvent | null;
	readonly isSame: boolean;
};

/** Where an event belongs: its part of the stream, its block, its part of the block, its offset in the block's content, and the how-manieth it is there. */
type Place = readonly [part: number, block: number, step: number, offset: number, turn: number];

type PlacedEvent = LoggedEvent & {readonly place: Place; readonly brings: string};

/**
 * Lays the events of two streams side by side: those at the same place of the same block, by what came before them. Streams that were cut into
 * events differently so stay side by side.
 *
 * @internal
 */
export function alignLogs(left: ComparedStream, right: ComparedStream): readonly AlignedEvents[] {
	return finish(alignmentSteps(left, right));
}

/** The same in steps. */
export function* alignmentSteps(
	left: ComparedStream,
	right: ComparedStream,
): Steps<readonly AlignedEvents[]> {
	const lefts = yield* placingSteps(left);
	const rights = yield* placingSteps(right);
	const rows: AlignedEvents[] = [];
	let [at, other] = [0, 0];
	while (at < lefts.length || other < rights.length) {
		const [a, b] = [lefts[at], rights[other]];
		const order = a === undefined ? 1 : b === undefined ? -1 : compare(a.place, b.place);
		rows.push({
			left: order <= 0 ? logged(a) : null,
			right: order >= 0 ? logged(b) : null,
			isSame: order === 0 && a?.brings === b?.brings,
		});
		if (rows.length % eventsInStep === 0) {
			yield;
		}

		at += order <= 0 ? 1 : 0;
		other += order >= 0 ? 1 : 0;
	}

	return rows;
}

function logged(placed: PlacedEvent | undefined): LoggedEvent | null {
	return placed === undefined ? null : {number: placed.number, event: placed.event};
}

function compare(left: Place, right: Place): number {
	const index = left.findIndex((value, at) => value !== right[at]);
	return index === -1 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

function* placingSteps({events, view}: ComparedStream): Steps<readonly PlacedEvent[]> {
	const placed: PlacedEvent[] = [];
	let last: Place = [0, 0, 0, 0, -1];
	let length = 0;
	for (let position = view.first; position <= view.last; position++) {
		const event = events[position];
		if (event?.exchange !== view.exchange || event.type !== 'sse') {
			continue;
		}

		if ((placed.length + 1) % eventsInStep === 0) {
			yield;
		}

		const wire = arrived(event);
		const own = wire === null ? null : ownPlace(wire, length);
		// A ping, or an event out of its order, stays behind the one before it, so that each log is read from top to bottom.
		const place: Place =
			own !== null && compare([...own, 0], last) > 0
				? [...own, 0]
				: [last[0], last[1], last[2], last[3], last[4] + 1];
		length = wire?.kind === 'content_block_start' ? 0 : length;
		length += wire !== null && isContent(wire.piece) ? wire.piece.text.length : 0;
		placed.push({number: position + 1, event, place, brings: wire === null ? event.data : broughtBy(wire)});
		last = place;
	}

	return placed;
}

const parts: ReadonlyMap<string, number> = new Map([
	['message_start', 1],
	['content_block_start', 2],
	['content_block_delta', 2],
	['content_block_stop', 2],
	['message_delta', 3],
	['message_stop', 4],
	['error', 5],
]);
const steps: ReadonlyMap<string, number> = new Map([
	['content_block_start', 1],
	['content_block_delta', 2],
	['content_block_stop', 3],
]);

/** `null` for an event that may come anywhere, such as a ping. */
function ownPlace(
	{kind, index}: WireEvent,
	length: number,
): readonly [number, number, number, number] | null {
	const part = parts.get(kind);
	const step = steps.get(kind) ?? 0;
	return part === undefined ? null : [part, index ?? 0, step, step === 2 ? length : 0];
}

/** What counts as the same: the kind and the content. Ids and numbers of tokens differ between answers. */
function broughtBy(wire: WireEvent): string {
	const detail =
		wire.kind === 'content_block_start'
			? wire.blockType
			: wire.kind === 'content_block_delta'
				? wire.deltaType
				: '';
	return `${wire.kind} ${detail} ${wire.piece?.kind === 'signature' ? '' : (wire.piece?.text ?? '')}`;
}
