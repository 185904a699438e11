import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import type {ExchangeView, Phase} from '../../trace/exchange-view.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import type {TraceError} from '../../trace/trace-event.js';
import {createPace} from '../screen/pace.js';

/** One message on its way: the SDK's stream, to be iterated and then asked for its final message. */
export type OpenExchange = AsyncIterable<unknown> & {
	finalMessage(): Promise<unknown>;
	fail(error: unknown): TraceError;
	abort(): void;
};

/** What is sent: a prompt at the end of the conversation, or in the place of the exchange `before`; to `model` instead of the usual one. */
export type Sending = {
	readonly prompt: string;
	readonly before?: number | undefined;
	readonly model?: string | undefined;
};

/** What the components get of the stream: the fold of the trace as it grows, and what can be done with it. */
export type MessageStream = {
	readonly view: TraceView;
	readonly latest: ExchangeView | null;
	readonly phase: Phase;
	/** Sends a prompt, or queues it while an answer streams. */
	send(sending: Sending): void;
	/** Prompts that wait for the present answer to end. */
	readonly queued: readonly string[];
	/** Whether an answer is on its way at this moment, not only in the last frame. */
	isAnswering(): boolean;
	/** Stops the current answer and returns the prompts that were queued behind it. */
	interrupt(): readonly string[];
};

/**
 * Iterates the SDK's stream of each prompt, then awaits its final message. What arrives reaches the trace below the SDK; this hook renders
 * it, at most once in `frame` milliseconds, the first change at once and the last one never lost.
 */
export function useMessageStream(
	trace: Trace,
	open: (sending: Sending) => OpenExchange,
	frame: number,
): MessageStream {
	const view = useTraceView(trace, frame);
	const current = useRef<OpenExchange | null>(null);
	const waiting = useRef<readonly Sending[]>([]);
	const [queued, setQueued] = useState<readonly string[]>([]);

	const queue = useCallback((sendings: readonly Sending[]) => {
		waiting.current = sendings;
		setQueued(sendings.map(({prompt}) => prompt));
	}, []);

	const run = useCallback(
		async (sending: Sending) => {
			const stream = open(sending);
			current.current = stream;
			try {
				for await (const _ of stream) {
					// The trace already holds the event: iterating is what drives the SDK.
				}

				await stream.finalMessage();
			} catch (error) {
				stream.fail(error);
			}

			current.current = null;
			const [next, ...rest] = waiting.current;
			if (next !== undefined) {
				queue(rest);
				void run(next);
			}
		},
		[open, queue],
	);

	const send = useCallback(
		(sending: Sending) => {
			if (current.current === null) {
				void run(sending);
			} else {
				queue([...waiting.current, sending]);
			}
		},
		[run, queue],
	);

	const interrupt = useCallback(() => {
		const prompts = waiting.current.map(({prompt}) => prompt);
		queue([]);
		current.current?.abort();
		return prompts;
	}, [queue]);

	const isAnswering = useCallback(() => current.current !== null, []);

	useEffect(() => () => current.current?.abort(), []);

	const latest = lastItem(view.exchanges) ?? null;
	return useMemo(
		() => ({view, latest, phase: latest?.phase ?? 'idle', send, queued, isAnswering, interrupt}),
		[view, latest, send, queued, isAnswering, interrupt],
	);
}

/**
 * The view of a growing trace, rendered at most once in `frame` milliseconds. Where drawing is dear, as with an endless paragraph or on a
 * busy machine, it takes at most half of the time.
 */
function useTraceView(trace: Trace, frame: number): TraceView {
	const [view, setView] = useState(trace.view);
	const [pace] = useState(() => createPace(frame));
	// A new view has been drawn when its effect runs.
	useEffect(() => pace.end(view), [pace, view]);
	useEffect(() => {
		let timer: NodeJS.Timeout | undefined;
		const render = () => {
			timer = undefined;
			pace.begin(trace.view);
			setView(trace.view);
		};

		const unsubscribe = trace.subscribe(() => {
			timer ??= setTimeout(render, pace.wait());
		});
		render();
		return () => {
			unsubscribe();
			clearTimeout(timer);
		};
	}, [trace, pace]);
	return view;
}
