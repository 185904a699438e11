import type {TraceView} from '../../trace/fold-trace.js';
import {itemAt} from '../../trace/persistent-list.js';

/** Older exchanges have ended, or are too many to be counted for each frame. */
const counted = 256;

/** How many of the newest exchanges are waiting or streaming. */
export function openStreams({exchanges}: Pick<TraceView, 'exchanges'>): number {
	let open = 0;
	for (let index = Math.max(0, exchanges.length - counted); index < exchanges.length; index++) {
		const phase = itemAt(exchanges, index)?.phase;
		open += phase === 'connecting' || phase === 'streaming' ? 1 : 0;
	}

	return open;
}
