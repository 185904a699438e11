/** Decides when the next frame is due. Views are compared by identity. */
export type Pace = {
	/** Call when drawing a view begins. */
	begin(view: unknown): void;
	/** Call when a view has been drawn: the one begun last, or another one. */
	end(view: unknown): void;
	/** Milliseconds until the next frame may begin, while so many streams are open. */
	wait(streams: number): number;
};

/** More streams than this come too fast to be read one by one. */
const readableStreams = 8;

/** How much longer than usual a frame may stand. Keys are not slower, because what they change is drawn at once. */
const maxSlowness = 12;

/** The longest wait in milliseconds: on a busy machine, a slow frame says nothing about our own cost. */
const maxPause = 100;

/**
 * Allows at most one frame per `frame` milliseconds, and fewer while many streams are open, because the same process may be sending them. After a
 * frame, waits at least as long as that frame took, up to a tenth of a second.
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
		wait(streams) {
			const slowness = Math.min(maxSlowness, Math.max(1, streams / readableStreams));
			return Math.max(0, began + Math.max(frame * slowness, cost + Math.min(cost, maxPause)) - now());
		},
	};
}
