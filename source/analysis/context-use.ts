import {modelFacts} from '../messages/models.js';
import {isIterationType} from '../messages/serving-model.js';
import {promptTokens, usageNumber} from '../messages/usage-ledger.js';
import {formatTokens} from '../text/format-numbers.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {answeringModel} from './answering-model.js';

/** How much of a model's context window is used after an answer, and its size, in tokens. */
export type ContextUse = {readonly tokens: number; readonly size: number};

/** A compaction or an adviser has a context of its own. */
const ownIterations: readonly unknown[] = ['message', 'fallback_message'];

/**
 * The prompt with its cached tokens, and the answer. Of a loop of server tools, those of its last iteration, as `BetaUsage.iterations` in the
 * SDK's resources/beta/messages/messages.d.ts says. `null` if the size of the model's window is not known.
 */
export function contextUse(view: ExchangeView): ContextUse | null {
	const {usage} = view;
	const size = modelFacts(answeringModel(view) ?? '')?.contextWindow ?? null;
	const last = usage.findLast(({name, value}) => isIterationType(name) && ownIterations.includes(value));
	const prefix = last === undefined ? '' : last.name.slice(0, -'type'.length);
	const tokens = promptTokens(usage, prefix) + (usageNumber(usage, `${prefix}output_tokens`) ?? 0);
	return size === null || tokens === 0 ? null : {tokens, size};
}

/** `15,400 of 200,000 tokens (7.7 %)` */
export function contextWords(use: ContextUse): string {
	return `${formatTokens(use.tokens)} of ${formatTokens(use.size)} tokens (${contextShare(use)})`;
}

/** `7.7 %`, and `<0.1 %` for less. */
export function contextShare({tokens, size}: ContextUse): string {
	const percent = (tokens / size) * 100;
	return percent < 0.05 ? '<0.1 %' : `${percent.toFixed(1)} %`;
}
