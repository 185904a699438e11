/** What is sent to a client in one piece. It waits until a time, on the clock of `now`, and until it is let go if it `isHeld`. */
export type Delivered = {
	readonly sse: number;
	readonly length: number;
	readonly until: number;
	readonly isHeld: boolean;
	readonly send: (wait: {readonly held: number}) => void;
};

/** Sends pieces in their order, however long one waits. */
export type Delivery = {
	push(piece: Delivered): void;
	/** Calls `then` once everything was sent. */
	finish(then: () => void): void;
	/** Sends nothing more. Returns the number of the event that waits at the head, `null` if none does. */
	stop(): number | null;
	isFull(): boolean;
};

export type DeliveryOptions = {
	readonly now: () => number;
	/** Holds the stream until it is let go. Returns a function that forgets it. */
	readonly hold: (sse: number, go: () => void) => () => void;
	/** The queue became full, or has room again. */
	readonly onFull: (isFull: boolean) => void;
};

/** How much may wait before the server is held back, in bytes. */
const maxWaiting = 1024 * 1024;

export function createDelivery({now, hold, onFull}: DeliveryOptions): Delivery {
	const queue: Delivered[] = [];
	let waiting = 0;
	let isFull = false;
	let heldSince: number | null = null;
	let isFree = false;
	let forget: () => void = () => {};
	let then: (() => void) | null = null;

	const setFull = () => {
		const is = waiting > maxWaiting;
		if (is !== isFull) {
			isFull = is;
			onFull(is);
		}
	};

	/** Whether the piece at the head may go. If not, something will call `pump` again. */
	const mayGo = ({sse, until, isHeld}: Delivered): boolean => {
		const left = until - now();
		if (left > 0) {
			const timer = setTimeout(pump, left);
			forget = () => clearTimeout(timer);
			return false;
		}

		if (isHeld && !isFree) {
			heldSince = now();
			forget = hold(sse, () => {
				isFree = true;
				pump();
			});
			return false;
		}

		return true;
	};

	const pump = () => {
		for (;;) {
			const [head] = queue;
			if (head === undefined) {
				break;
			}

			if (!mayGo(head)) {
				setFull();
				return;
			}

			queue.shift();
			waiting -= head.length;
			const held = heldSince === null ? 0 : now() - heldSince;
			[heldSince, isFree, forget] = [null, false, () => {}];
			head.send({held});
		}

		setFull();
		const done = then;
		then = null;
		done?.();
	};

	return {
		push(piece) {
			queue.push(piece);
			waiting += piece.length;
			if (queue.length === 1) {
				pump();
			} else {
				setFull();
			}
		},
		finish(done) {
			then = done;
			if (queue.length === 0) {
				pump();
			}
		},
		stop() {
			const sse = queue[0]?.sse ?? null;
			queue.length = 0;
			waiting = 0;
			then = null;
			forget();
			return sse;
		},
		isFull: () => isFull,
	};
}
