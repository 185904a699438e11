import {type AlteredPassage, createAlterer, unchangedPassage} from '../../analysis/alteration/alter-event.js';
import type {Alteration} from '../../analysis/alteration/alteration.js';
import {isEventStream} from '../../wire/is-event-stream.js';
import {isLines} from '../../wire/is-lines.js';
import {parseJson, stringAt} from '../../wire/json.js';
import type {TapGuard} from '../tap-guard.js';
import {eventIn} from './altered-block.js';
import {createAlteredSender} from './altered-sender.js';
import {canDecode, decodeCopy} from './decode-copy.js';
import {createDelivery} from './delivery.js';
import {createEventSplitter} from './event-splitter.js';
import type {Holds} from './holds.js';
import type {Alterated, ForwardedWatch} from './watch-forwarded.js';

export type AlterOptions = {
	/** What is altered now. Another array is another choice. */
	readonly alterations: () => readonly Alteration[];
	readonly holds: Holds;
};

/** The client's side of a body that is altered. */
export type AlteredTarget = {
	write(bytes: Uint8Array): void;
	/** Closes the client's connection. */
	cut(): void;
	/** Whether the server is to wait. */
	hold(isFull: boolean): void;
};

export type AlteredBody = {
	write(bytes: Uint8Array): void;
	/** The server has ended the body. `then` is called once the client has got everything, and told whether it could be decoded. */
	end(then: (isWhole: boolean) => void): void;
	/** The client has left. */
	stop(): void;
	isFull(): boolean;
};

type Opening = AlterOptions & {
	readonly headers: Headers;
	readonly now: () => number;
	readonly watch: ForwardedWatch;
	readonly guard: TapGuard;
	readonly target: AlteredTarget;
};

/** Whether an answer can be altered: a stream whose compression is known. */
export function canBeAltered(status: number, headers: Headers): boolean {
	const type = headers.get('content-type');
	return (
		status >= 200 &&
		status < 300 &&
		(isEventStream(type) || isLines(type)) &&
		canDecode(headers.get('content-encoding') ?? '')
	);
}

/**
 * Passes the events of a stream on as the alterations say. What is not altered keeps its bytes, but compression is taken off. The watch is
 * shown everything that the server sends, when it comes, and what of it the client gets otherwise.
 */
export function openAlteredBody(options: Opening): AlteredBody {
	const {headers, now, watch, guard, target, alterations, holds} = options;
	const kind = isLines(headers.get('content-type')) ? 'lines' : 'sse';
	const {place} = watch;
	const response = {type: 'response', at: now(), ...place(), status: 200, headers: {}} as const;
	const alterer = createAlterer(alterations, [response]);
	let [sse, chunk, isOver] = [0, 0, false];
	/** How the altered events that wait are called. */
	const waiting = new Map<number, string>();
	const tell = (how: Alterated) => {
		const of = waiting.get(how.sse);
		watch.altered(of === undefined ? how : {...how, of});
	};

	const delivery = createDelivery({
		now,
		hold(number, go) {
			tell({how: 'held', sse: number});
			return holds.add(place().exchange, go);
		},
		onFull: target.hold,
	});

	const send = createAlteredSender({kind, write: target.write, tell});
	const deliver = (block: Uint8Array, passage: AlteredPassage) => {
		const {isHeld, delay} = passage;
		const [number, arrivedAt] = [sse, now()];
		delivery.push({
			...{sse: number, length: block.length, until: delay === 0 ? 0 : arrivedAt + delay, isHeld},
			send({held}) {
				if (isOver) {
					return;
				}

				if (isHeld) {
					tell({how: 'released', sse: number, late: held});
				} else if (delay > 0) {
					tell({how: 'delayed', sse: number, late: now() - arrivedAt});
				}

				isOver = !send(block, number, passage);
				waiting.delete(number);
				if (isOver) {
					target.cut();
				}
			},
		});
	};

	const splitter = createEventSplitter(kind, (block, isWhole) => {
		const event = isWhole ? eventIn(block, kind) : null;
		if (event === null) {
			deliver(block, unchangedPassage);
			return;
		}

		sse++;
		const passing = {type: 'sse', at: now(), ...place(), ...event, chunk} as const;
		const passage = guard.run(() => alterer(passing)) ?? unchangedPassage;
		if (passage !== unchangedPassage) {
			waiting.set(sse, event.event ?? (stringAt(parseJson(event.data), 'type') || 'event'));
		}

		deliver(block, passage);
	});
	const decoder = decodeCopy(
		headers.get('content-encoding') ?? '',
		bytes => {
			watch.responseBytes(bytes);
			chunk++;
			splitter.write(bytes);
		},
		Number.POSITIVE_INFINITY,
	);
	return {
		write: bytes => decoder.write(bytes),
		end(then) {
			void decoder.end().then(isWhole => {
				splitter.end();
				delivery.finish(() => then(isWhole));
			});
		},
		stop() {
			isOver = true;
			const first = delivery.stop();
			if (first !== null && first > 0) {
				tell({how: 'undelivered', sse: first});
			}
		},
		isFull: delivery.isFull,
	};
}
