import {performance} from 'node:perf_hooks';
import {type GrowingState, waitingState} from '../../recording/growing/grow-trace.js';
import {Trace} from '../../trace/trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {createStore} from '../../ui/screen/store.js';
import type {Growth} from './grow.js';

/** A trace that this program itself makes, as a growing one that the screen shows. */
export type LiveGrowth = {readonly growth: Growth; take(event: TraceEvent): void};

/** `now`: milliseconds since the trace began. */
export function createLiveGrowth(now: () => number): LiveGrowth {
	const trace = new Trace();
	const source = createStore<GrowingState & {readonly isOpen: boolean}>({...waitingState, isOpen: true});
	return {
		growth: {trace, source, now, ended: Promise.resolve()},
		take(event) {
			trace.append(event);
			const length = event.type === 'sse' || event.type === 'body' ? event.data.length : 0;
			source.update(state => ({
				...state,
				phase: 'open',
				bytes: state.bytes + length,
				lastByteAt: event.type === 'altered' ? state.lastByteAt : performance.now(),
			}));
		},
	};
}
