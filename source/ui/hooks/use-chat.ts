import {useApp} from 'ink';
import {useCallback, useMemo} from 'react';
import {type ChatPrompt, type ChatPromptOptions, useChatPrompt} from '../prompt/use-chat-prompt.js';
import {type Actions, createActions} from '../screen/create-actions.js';
import type {ScreenModel} from '../screen/screen-model.js';
import type {ScreenServices} from '../screen/screen-services.js';
import {useBell} from '../screen/use-bell.js';
import {type MessageStream, type Sending, useMessageStream} from './use-message-stream.js';

export type ChatOptions = Pick<ChatPromptOptions, 'lendTerminal' | 'width' | 'maxRows'> & {
	readonly model: ScreenModel;
	readonly services: ScreenServices;
	readonly suspend: () => void;
	/** The least milliseconds between two renderings of a growing trace. */
	readonly frame: number;
};

export type Chat = {readonly stream: MessageStream; readonly prompt: ChatPrompt; readonly actions: Actions};

/** A chat, however it is shown: the stream of its messages, its prompt, and what keys can do. */
export function useChat({model, services, suspend, frame, ...place}: ChatOptions): Chat {
	const {exit} = useApp();
	const open = useCallback(
		(sending: Sending) => services.open({...sending, since: model.state.since ?? undefined}),
		[model, services],
	);
	const stream = useMessageStream(model.trace, open, frame);
	useBell(stream.latest, services.notify);
	const leave = useCallback(() => exit(), [exit]);
	const prompt = useChatPrompt({model, services, stream, leave, ...place});
	const {interrupt} = prompt;
	const actions = useMemo(
		() => createActions(model, {interrupt, leave, suspend, copy: services.copy}),
		[model, services, interrupt, leave, suspend],
	);
	return {stream, prompt, actions};
}
