import {endTurn, type Scenario} from '../answer.js';
import {userPrompts} from '../conversation.js';
import {createOpaque} from '../create-id.js';
import {countInputTokens} from '../demo-message.js';
import type {MessagesRequest} from '../messages-request.js';
import {quoteLine} from '../texts/recall-prompts.js';
import {countTokens} from '../tokens.js';

/** The model that was asked declines after a few words; another one writes the rest. */
export const fallback: Scenario = ({request}) => {
	const from = request.model;
	const to = fallbackModel(request);
	const begun = 'I would start by looking at what you';
	return {
		kind: 'answer',
		answer: {
			blocks: [
				{type: 'text', text: begun},
				{
					type: 'fallback',
					from: {model: from},
					to: {model: to},
					trigger: {type: 'refusal', category: 'cyber'},
				},
				{
					type: 'text',
					text: `Here **${to}** goes on. The model that you asked, ${from}, declined after its first words, and the server handed the same request over in the same stream.\n\nThe block before this text says so: it names both models and the category of the refusal. \`usage.iterations\` counts what each of them wrote.`,
				},
			],
			stop: endTurn,
			pace: 'smooth',
			earlier: {
				type: 'message',
				tokens: {input: countInputTokens(request), cached: 0, output: countTokens(begun)},
			},
		},
	};
};

/** The first model of `fallbacks`, or else any other model than the requested one. */
function fallbackModel({model, fallbacks}: MessagesRequest): string {
	const [first] = Array.isArray(fallbacks) ? fallbacks : [];
	const named = typeof first === 'object' && first !== null && 'model' in first ? first.model : null;
	return typeof named === 'string'
		? named
		: model === 'claude-sonnet-5-5'
			? 'claude-opus-5-5'
			: 'claude-sonnet-5-5';
}

/** The server summarizes a conversation that has become too long, then answers from the summary. */
export const compaction: Scenario = ({request, random}) => {
	const prompt = quoteLine(userPrompts(request).at(-1) ?? '');
	const summary = `The user and the assistant went through the events of a stream one by one: what opens a message, what opens a block, and what its deltas bring. They agreed to look at the usage next.\n\nNext step: answer the user's last message, "${prompt}".`;
	const summaryTokens = countTokens(summary);
	return {
		kind: 'answer',
		answer: {
			blocks: [
				{type: 'compaction', content: summary, encrypted_content: createOpaque(900, random)},
				{
					type: 'text',
					text: 'The conversation had grown to about 150,000 tokens, so the server put a summary in its place: the block above. From here on I know only what the summary says.\n\nSend the block back with the next request, and everything before it is left out.',
				},
			],
			stop: endTurn,
			pace: 'smooth',
			toolInputTokens: summaryTokens,
			earlier: {
				type: 'compaction',
				tokens: {
					input: countInputTokens(request),
					cached: random.integer(148_000, 152_000),
					output: summaryTokens,
				},
			},
		},
	};
};

/** The tokens of an invented long system prompt. */
const promptTokens = 4213;

/** The first request writes a long system prompt to the cache; later ones read it from there. */
export const cache: Scenario = ({request, occurrence}) => {
	const isCached = userPrompts(request).length > 1 || occurrence > 1;
	const text = isCached
		? `This request began like the one before, so **${promptTokens} tokens were read from the cache**. A read costs a tenth of the usual price or less.`
		: `This request wrote **${promptTokens} tokens to the cache**: a long system prompt that ends with \`cache_control\`. A write costs a quarter more than usual.\n\nAsk something else within five minutes, and the same tokens are read from there.`;
	return {
		kind: 'answer',
		answer: {
			blocks: [{type: 'text', text}],
			stop: endTurn,
			pace: 'smooth',
			cache: isCached ? {read: promptTokens, written: 0} : {read: 0, written: promptTokens},
		},
	};
};
