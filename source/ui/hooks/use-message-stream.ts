import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import {type Prompt, promptWords} from '../../analysis/prompt.js';
import {messageOf} from '../../messages/message-snapshot.js';
import type {ExchangeView, Phase} from '../../trace/exchange-view.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {lastItem, type PersistentList} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import type {TraceError, TraceEvent} from '../../trace/trace-event.js';
import type {JsonObject} from '../../wire/json.js';
import {useTraceFrames} from './use-trace-frames.js';

/** A message in progress: the SDK's stream, to be iterated and then asked for its final message. */
export type OpenExchange = AsyncIterable<unknown> & {
	finalMessage(): Promise<unknown>;
	fail(error: unknown): TraceError;
	abort(): void;
};

/**
 * What is sent: a prompt at the end of the conversation, or replacing the exchange `before`; to `model` instead of the usual one. `results` are
 * those of the calls before it: with them and an empty prompt, the turn continues.
 */
export type Sending = {
	readonly prompt: Prompt;
	readonly results?: readonly JsonObject[] | undefined;
	readonly before?: number | undefined;
	readonly model?: string | undefined;
};

/** The events so far, in order, of all turns. */
export type EventList = {
	readonly length: number;
	at(position: number): TraceEvent | undefined;
};

/** What the panes show of the stream, as of the last frame, and what can be done with it. */
export type MessageStream = {
	/** The turns, oldest first: each with its prompt, its message and how it ended. */
	readonly history: PersistentList<ExchangeView>;
	readonly events: EventList;
	/** The newest turn's message: it accumulates, and ends as the result of `finalMessage()`. `null` before `message_start`. */
	readonly message: unknown;
	/** The phase of the newest turn. */
	readonly phase: Phase;
	readonly latest: ExchangeView | null;
	/** The fold of the trace that these values are taken from. */
	readonly view: TraceView;
	/** How many events the SDK has yielded. Each one settles the SDK's verdict on an event. */
	readonly yielded: number;
	/** Sends a prompt, or queues it while an answer streams. */
	send(sending: Sending): void;
	/** Prompts that wait for the current answer to end, as they are shown. */
	readonly queued: readonly string[];
	/** Takes a prompt out of the queue: by its index, or −1 for the newest. `null` if there is none. */
	takeBack(index: number): Sending | null;
	/** Whether an answer is in progress right now, not only in the last frame. */
	isAnswering(): boolean;
	/** Stops the current answer and returns the prompts that were queued behind it. */
	interrupt(): readonly Prompt[];
};

/**
 * Streams messages with the official SDK: iterates the stream of each prompt, then awaits its final message.
 *
 * The events that are shown do not come from that loop. A tap below the SDK, in its `fetch`, puts every event into `trace` as it arrives,
 * because the SDK does not show the wire: it drops pings, throws on error events, and changes objects that it has already handed out. The
 * loop drives the SDK and reports its verdict on each event; the trace is what the hook returns, folded, at most once in `frame`
 * milliseconds.
 *
 * A queued prompt is sent when the answer before it has ended, unless `isTurnOpen` says that the turn is to continue first.
 */
export function useMessageStream(
	trace: Trace,
	open: (sending: Sending) => OpenExchange,
	frame: number,
	isTurnOpen: () => boolean = () => false,
): MessageStream {
	const {view, yielded, onYielded} = useTraceFrames(trace, frame);
	const current = useRef<OpenExchange | null>(null);
	const waiting = useRef<readonly Sending[]>([]);
	const [queued, setQueued] = useState<readonly string[]>([]);

	const queue = useCallback((sendings: readonly Sending[]) => {
		waiting.current = sendings;
		setQueued(sendings.map(({prompt}) => promptWords(prompt)));
	}, []);

	const run = useCallback(
		async (sending: Sending) => {
			const stream = open(sending);
			current.current = stream;
			try {
				for await (const event of stream) {
					onYielded(event);
				}

				await stream.finalMessage();
			} catch (error) {
				stream.fail(error);
			}

			current.current = null;
			const [next, ...rest] = waiting.current;
			if (next !== undefined && !isTurnOpen()) {
				queue(rest);
				void run(next);
			}
		},
		[open, queue, onYielded, isTurnOpen],
	);

	const send = useCallback(
		(sending: Sending) => {
			const isFree = current.current === null;
			if (isContinuation(sending)) {
				// It goes before the prompts that wait for the end of the turn. Only the newest answer can be continued.
				if (isFree) {
					void run(sending);
				}

				return;
			}

			const all = [...waiting.current, sending];
			const [next = sending, ...rest] = all;
			queue(isFree ? rest : all);
			if (isFree) {
				void run(next);
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

	const takeBack = useCallback(
		(index: number) => {
			const taken = waiting.current.at(index) ?? null;
			if (taken !== null) {
				queue(waiting.current.filter(sending => sending !== taken));
			}

			return taken;
		},
		[queue],
	);

	const isAnswering = useCallback(() => current.current !== null, []);

	useEffect(() => () => current.current?.abort(), []);

	return useMemo(
		() => ({...shownOf(trace, view), yielded, send, queued, takeBack, isAnswering, interrupt}),
		[trace, view, yielded, send, queued, takeBack, isAnswering, interrupt],
	);
}

/** Whether a request continues a turn instead of beginning one. */
function isContinuation({prompt, results}: Sending): boolean {
	return prompt === '' && results !== undefined;
}

/** What a fold of the trace shows. */
function shownOf(
	trace: Trace,
	view: TraceView,
): Pick<MessageStream, 'history' | 'events' | 'message' | 'phase' | 'latest' | 'view'> {
	const {exchanges: history, length} = view;
	const latest = lastItem(history) ?? null;
	return {
		view,
		history,
		events: {length, at: position => (position < length ? trace.at(position) : undefined)},
		latest,
		phase: latest?.phase ?? 'idle',
		get message() {
			return latest?.end?.message ?? (latest?.message ? messageOf(latest.message) : null);
		},
	};
}
