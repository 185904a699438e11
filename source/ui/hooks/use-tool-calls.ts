import {useCallback, useEffect, useEffectEvent, useRef} from 'react';
import type {ToolCall} from '../../messages/tools/tool-call.js';
import type {JsonObject} from '../../wire/json.js';
import type {ScreenStore} from '../screen/screen-store.js';
import type {ToolServices} from '../slash/chat-services.js';
import type {MessageStream} from './use-message-stream.js';

export type ToolCallsOptions = {
	readonly store: ScreenStore;
	readonly tools: ToolServices;
	readonly stream: Pick<MessageStream, 'latest' | 'send'>;
	/** Whether the card is on the screen with its keys. */
	readonly hasPanes: boolean;
};

/** What the screen's effects on the calls of tools do. */
export type ToolCalls = {
	runTool(call: ToolCall): void;
	stopCommands(): void;
	continueTurn(results: readonly JsonObject[]): void;
};

/**
 * Offers the calls of each answer that ends, and runs the commands that the screen asks for. The calls of a resumed session are not offered:
 * a command that runs by itself runs only after an answer that a person asked for now.
 */
export function useToolCalls({store, tools, stream, hasPanes}: ToolCallsOptions): ToolCalls {
	const {latest, send} = stream;
	const ended = latest?.end == null ? 0 : latest.exchange;
	const offered = useRef(ended);
	const offer = useEffectEvent(() => store.dispatch({name: 'offerCalls', hasPanes}));
	useEffect(() => {
		if (ended > offered.current) {
			offered.current = ended;
			offer();
		}
	}, [ended]);

	const running = useRef(new AbortController());
	const runTool = useCallback(
		(call: ToolCall) => {
			const {signal} = running.current;
			void tools.run(call, signal).then(answer => {
				if (!signal.aborted) {
					store.dispatch({name: 'commandEnded', id: call.id, answer});
				}
			});
		},
		[store, tools],
	);
	const stopCommands = useCallback(() => {
		running.current.abort();
		running.current = new AbortController();
	}, []);
	useEffect(() => stopCommands, [stopCommands]);
	const continueTurn = useCallback((results: readonly JsonObject[]) => send({prompt: '', results}), [send]);
	return {runTool, stopCommands, continueTurn};
}
