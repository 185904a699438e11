import {useApp} from 'ink';
import {useCallback} from 'react';
import {openTurn} from '../../analysis/open-calls.js';
import {notifyPerson} from '../attention/notify-person.js';
import {useCompareNews} from '../attention/use-compare-news.js';
import {useEndNews} from '../attention/use-end-news.js';
import {type ChatPrompt, type ChatPromptOptions, useChatPrompt} from '../prompt/use-chat-prompt.js';
import type {ScreenServices} from '../screen/screen-services.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {useScreenEffects} from '../screen/use-screen-effects.js';
import {type MessageStream, type Sending, useMessageStream} from './use-message-stream.js';
import {useToolCalls} from './use-tool-calls.js';

export type ChatOptions = Pick<ChatPromptOptions, 'lendTerminal' | 'width' | 'maxRows'> & {
	readonly store: ScreenStore;
	readonly services: ScreenServices;
	readonly suspend: () => void;
	/** Whether there are panes, which can have the focus. */
	readonly hasPanes: boolean;
	/** The minimum time between two renderings of a growing trace, in milliseconds. */
	readonly frame: number;
};

export type Chat = {readonly stream: MessageStream; readonly prompt: ChatPrompt};

/** A chat, independent of how it is shown: the stream of its messages, and its prompt. Performs the effects that keys ask for. */
export function useChat({store, services, suspend, hasPanes, frame, ...place}: ChatOptions): Chat {
	const {exit} = useApp();
	const open = useCallback(
		(sending: Sending) => services.open({...sending, since: store.state.since ?? undefined}),
		[store, services],
	);
	const isTurnOpen = useCallback(() => {
		const {trace, since} = store.state;
		return openTurn(trace.view, {since: since ?? undefined}) !== null;
	}, [store]);
	const stream = useMessageStream(store.state.trace, open, frame, isTurnOpen);
	const leave = useCallback(() => exit(), [exit]);
	const prompt = useChatPrompt({store, services, stream, leave, ...place});
	const calls = useToolCalls({store, tools: services.tools, stream, hasPanes});
	useEndNews(store, stream.latest, services.notify);
	useCompareNews(store, store.state.isComparing, services.notify);
	const forkTurn = (exchange: number) => void services.session.fork(exchange);
	const {interrupt, editTurn, start, forgetReply} = prompt;
	useScreenEffects(store, {
		interrupt,
		start,
		tell: news => notifyPerson(store.state, news, services.notify),
		editTurn,
		forkTurn,
		leave,
		suspend,
		redraw: services.redraw,
		copy: services.copy,
		keepBookmark: services.keepBookmark,
		releaseHold: async () => null,
		keepSettings(values) {
			// It says how the setting is kept.
			forgetReply();
			return services.config.keep(values);
		},
		keepFilter: services.keepFilter,
		...calls,
	});
	return {stream, prompt};
}
