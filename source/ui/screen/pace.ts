/** When the next frame is due. Views are told apart by what they are. */
export type Pace = {
	/** The drawing of a view begins. */
	begin(view: unknown): void;
	/** A view has been drawn: the one that was begun last, or another that was drawn for another reason. */
	end(view: unknown): void;
	/** Milliseconds until the next one may be begun. */
	wait(): number;
};

/** Milliseconds that a reader is kept waiting at most: a busy machine makes one frame dear for no reason of ours. */
const maxPause = 100;

/**
 * Begins at most one frame in `frame` milliseconds, and none before as much time has passed again as the last one took, up to a tenth
 * of a second.
 */
export function createPace(frame: number, now: () => number = () => performance.now()): Pace {
	let began = Number.NEGATIVE_INFINITY;
	let drawing: unknown = null;
	let cost = 0;
	return {
		begin(view) {
			began = now();
			drawing = view;
		},
		end(view) {
			if (view === drawing) {
				cost = now() - began;
				drawing = null;
			}
		},
		wait: () => Math.max(0, began + Math.max(frame, cost + Math.min(cost, maxPause)) - now()),
	};
}
