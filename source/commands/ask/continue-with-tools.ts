import {nextMessages} from '../../analysis/conversation.js';
import {maxTurnRequests, openTurn, turnLength} from '../../analysis/open-calls.js';
import type {MessageRequest} from '../../client/message-request.js';
import {type ToolCall, toolResult} from '../../messages/tools/tool-call.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import type {ToolServices} from '../../ui/slash/chat-services.js';
import {printJson} from '../../wire/json.js';

/** What comes after an answer that waits for tools: what to say, and the request with their results; `null` if they cannot be run here. */
export type Continuation = {
	readonly words: string;
	readonly next: (() => Promise<MessageRequest>) | null;
};

export type ContinuationOptions = {
	readonly tools: Pick<ToolServices, 'rule' | 'run'>;
	/** Where the conversation begins. */
	readonly since: number | undefined;
	readonly interrupted: AbortSignal;
	/** The request that these messages make. */
	request(messages: ReturnType<typeof nextMessages>): MessageRequest;
};

/** How much of an input a line shows, in UTF-16 units. */
const shownInput = 200;

/** Returns what follows the last answer of a trace; `null` if it waits for no tool. Only tools whose commands run always are run. */
export function continueWithTools(
	view: TraceView,
	{tools, since, interrupted, request}: ContinuationOptions,
): Continuation | null {
	const calls = openTurn(view, {since})?.calls ?? [];
	if (calls.length === 0) {
		return null;
	}

	const left = calls.filter(({name}) => !tools.rule(name)?.isAlways);
	if (left.length > 0) {
		return {
			words: `The answer waits for ${callWords(left)}. Commands with "run": "always" in the file of --tools answer calls here.`,
			next: null,
		};
	}

	if (turnLength([...itemsOf(view.exchanges)]) >= maxTurnRequests) {
		return {
			words: `The model still calls tools after ${maxTurnRequests} requests: ${callWords(calls)}.`,
			next: null,
		};
	}

	return {
		words: `Running ${callWords(calls)}.`,
		async next() {
			const results = await Promise.all(
				calls.map(async call => toolResult(call, await tools.run(call, interrupted))),
			);
			return request(nextMessages(view, '', {since, results}));
		},
	};
}

function callWords(calls: readonly ToolCall[]): string {
	return calls
		.map(({name, input}) => {
			const json = printJson(input);
			const shown = json.length > shownInput ? `${json.slice(0, shownInput)}…` : json;
			return sanitizeLine(`${name.slice(0, shownInput)} ${shown}`);
		})
		.join(', ');
}
