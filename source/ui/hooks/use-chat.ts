import {useApp} from 'ink';
import {useCallback} from 'react';
import {type ChatPrompt, type ChatPromptOptions, useChatPrompt} from '../prompt/use-chat-prompt.js';
import type {ScreenServices} from '../screen/screen-services.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {useBell} from '../screen/use-bell.js';
import {useScreenEffects} from '../screen/use-screen-effects.js';
import {type MessageStream, type Sending, useMessageStream} from './use-message-stream.js';

export type ChatOptions = Pick<ChatPromptOptions, 'lendTerminal' | 'width' | 'maxRows'> & {
	readonly store: ScreenStore;
	readonly services: ScreenServices;
	readonly suspend: () => void;
	/** The minimum time between two renderings of a growing trace, in milliseconds. */
	readonly frame: number;
};

export type Chat = {readonly stream: MessageStream; readonly prompt: ChatPrompt};

/** A chat, independent of how it is shown: the stream of its messages, and its prompt. Performs the effects that keys ask for. */
export function useChat({store, services, suspend, frame, ...place}: ChatOptions): Chat {
	const {exit} = useApp();
	const open = useCallback(
		(sending: Sending) => services.open({...sending, since: store.state.since ?? undefined}),
		[store, services],
	);
	const stream = useMessageStream(store.state.trace, open, frame);
	useBell(stream.latest, services.notify);
	const leave = useCallback(() => exit(), [exit]);
	const prompt = useChatPrompt({store, services, stream, leave, ...place});
	useScreenEffects(store, {interrupt: prompt.interrupt, leave, suspend, copy: services.copy});
	return {stream, prompt};
}
