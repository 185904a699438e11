import {wholePromptOf} from '../../analysis/conversation.js';
import {type Prompt, promptWords} from '../../analysis/prompt.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemAt} from '../../trace/persistent-list.js';

/** The prompts to go back to, oldest first, without consecutive duplicates. */
export type PromptHistory = {
	/** Those of other sessions, of a growing trace, and the dropped drafts. The same list while nothing is added. */
	of(view: TraceView): readonly Prompt[];
	/** Adds a draft that was not sent. */
	addDraft(draft: Prompt): void;
};

/** Reads each exchange once. `earlier` prompts come before those of the trace. */
export function createPromptHistory(earlier: readonly Prompt[] = []): PromptHistory {
	let prompts: readonly Prompt[] = withoutRepeats([], earlier);
	let seen = 0;
	let isFirst = true;
	const add = (added: readonly Prompt[]) => {
		const longer = withoutRepeats(prompts, added);
		prompts = longer.length === prompts.length ? prompts : longer;
	};

	return {
		of({exchanges}) {
			const added: Prompt[] = [];
			for (; seen < exchanges.length; seen++) {
				const exchange = itemAt(exchanges, seen);
				added.push(exchange === undefined ? '' : wholePromptOf(exchange));
			}

			if (isFirst && added.length > 0) {
				// A resumed session: the same prompts are among the earlier ones, there without their files.
				const words = new Set(added.map(promptWords));
				prompts = prompts.filter(prompt => !words.has(promptWords(prompt)));
			}

			isFirst = false;
			add(added);
			return prompts;
		},
		addDraft: draft => add([draft]),
	};
}

/** A person sees no difference between a prompt and the same one after it. */
function withoutRepeats(prompts: readonly Prompt[], added: readonly Prompt[]): readonly Prompt[] {
	const all = [...prompts];
	for (const prompt of added) {
		const words = promptWords(prompt);
		const last = all.at(-1);
		if (words !== '' && (last === undefined || promptWords(last) !== words)) {
			all.push(prompt);
		}
	}

	return all;
}
