import {wholePromptOf} from '../../analysis/conversation.js';
import {type Prompt, promptWords} from '../../analysis/prompt.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemAt} from '../../trace/persistent-list.js';

/** The prompts of a growing trace, oldest first, without consecutive duplicates. */
export type PromptHistory = (view: TraceView) => readonly Prompt[];

/** Reads each exchange once. Returns the same list while no exchange is added. */
export function createPromptHistory(): PromptHistory {
	let prompts: readonly Prompt[] = [];
	let seen = 0;
	return ({exchanges}) => {
		const added: Prompt[] = [];
		for (; seen < exchanges.length; seen++) {
			const exchange = itemAt(exchanges, seen);
			const prompt = exchange === undefined ? '' : wholePromptOf(exchange);
			if (!isSame(prompt, '') && !isSame(prompt, added.at(-1) ?? prompts.at(-1))) {
				added.push(prompt);
			}
		}

		prompts = added.length === 0 ? prompts : [...prompts, ...added];
		return prompts;
	};
}

/** Whether a person sees no difference. */
function isSame(prompt: Prompt, before: Prompt | undefined): boolean {
	return before !== undefined && promptWords(prompt) === promptWords(before);
}
