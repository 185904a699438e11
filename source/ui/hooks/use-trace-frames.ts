import {useCallback, useEffect, useRef, useState} from 'react';
import type {TraceView} from '../../trace/fold-trace.js';
import type {Trace} from '../../trace/trace.js';
import {openStreams} from '../screen/open-streams.js';
import {createPace} from '../screen/pace.js';

/** A growing trace, as of the last frame. */
export type TraceFrames = {
	readonly view: TraceView;
	/** How many events the SDK had yielded by then. */
	readonly yielded: number;
	/** Asks for a frame, because the SDK's verdict on an event is now known. */
	readonly onYielded: (event: unknown) => void;
};

type Frame = Pick<TraceFrames, 'view' | 'yielded'>;

/**
 * Renders a growing trace at most once per `frame` milliseconds. The first change is rendered at once and the last one is never lost. When
 * drawing is expensive, as with an endless paragraph or on a busy machine, it takes at most half of the time. While many streams are open,
 * there are fewer frames.
 */
export function useTraceFrames(trace: Trace, frame: number): TraceFrames {
	const [shown, setShown] = useState<Frame>({view: trace.view, yielded: 0});
	const [pace] = useState(() => createPace(frame));
	const yielded = useRef(0);
	const streams = useRef(0);
	const request = useRef(() => {});
	// A new frame has been drawn when its effect runs.
	useEffect(() => pace.end(shown), [pace, shown]);
	useEffect(() => {
		let timer: NodeJS.Timeout | undefined;
		const render = () => {
			timer = undefined;
			const next = {view: trace.view, yielded: yielded.current};
			streams.current = openStreams(next.view);
			pace.begin(next);
			setShown(next);
		};

		request.current = () => {
			timer ??= setTimeout(render, pace.wait(streams.current));
		};
		const unsubscribe = trace.subscribe(request.current);
		setShown(before => (before.view === trace.view ? before : {view: trace.view, yielded: yielded.current}));
		return () => {
			request.current = () => {};
			unsubscribe();
			clearTimeout(timer);
		};
	}, [trace, pace]);

	const onYielded = useCallback(() => {
		yielded.current++;
		request.current();
	}, []);
	return {...shown, onYielded};
}
