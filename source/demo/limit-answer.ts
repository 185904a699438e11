import type {AnswerBlock, DemoAnswer} from './answer.js';
import {spacedJson} from './spaced-json.js';
import {countTokens, tokenize} from './tokens.js';

type Limits = {readonly maxTokens: number; readonly stopSequences: readonly string[]};

/** Ends an answer where a stop sequence begins in its text, or where the token limit is reached, whichever comes first. */
export function limitAnswer(answer: DemoAnswer, {maxTokens, stopSequences}: Limits): DemoAnswer {
	return limitTokens(endAtStopSequence(answer, stopSequences), maxTokens);
}

/** The tokens that the model wrote for a block. Results of server tools don't count, and a compaction is counted separately. */
export function blockTokens(block: AnswerBlock): number {
	switch (block.type) {
		case 'text':
			return countTokens(block.text);
		case 'thinking':
			return block.hiddenTokens ?? countTokens(block.thinking);
		case 'tool_use':
		case 'server_tool_use':
			return countTokens(toolJson(block));
		case 'web_search_tool_result':
		case 'fallback':
		case 'compaction':
		case 'given':
			return 0;
	}
}

/** A tool's input as it is sent. */
export function toolJson(block: Extract<AnswerBlock, {readonly input: unknown}>): string {
	return block.partialJson ?? spacedJson(block.input);
}

function endAtStopSequence(answer: DemoAnswer, sequences: readonly string[]): DemoAnswer {
	for (const [index, block] of answer.blocks.entries()) {
		if (block.type !== 'text') {
			continue;
		}

		const [first] = sequences
			.map(sequence => ({sequence, at: sequence === '' ? -1 : block.text.indexOf(sequence)}))
			.filter(({at}) => at >= 0)
			.sort((a, b) => a.at - b.at);
		if (first) {
			return {
				...answer,
				blocks: [...answer.blocks.slice(0, index), {...block, text: block.text.slice(0, first.at)}],
				stop: {stop_reason: 'stop_sequence', stop_sequence: first.sequence, stop_details: null},
			};
		}
	}

	return answer;
}

function limitTokens(answer: DemoAnswer, maxTokens: number): DemoAnswer {
	let left = maxTokens;
	for (const [index, block] of answer.blocks.entries()) {
		const tokens = blockTokens(block);
		if (tokens > left) {
			return {
				...answer,
				blocks: [...answer.blocks.slice(0, index), ...cutBlock(block, left)],
				stop: {stop_reason: 'max_tokens', stop_sequence: null, stop_details: null},
			};
		}

		left -= tokens;
	}

	return answer;
}

function cutBlock(block: AnswerBlock, tokens: number): AnswerBlock[] {
	const cut = (text: string) => tokenize(text).slice(0, tokens).join('');
	if (tokens === 0) {
		return [];
	}

	switch (block.type) {
		case 'text':
			return [{...block, text: cut(block.text)}];
		case 'thinking':
			return block.hiddenTokens === undefined
				? [{...block, thinking: cut(block.thinking)}]
				: [{...block, hiddenTokens: tokens}];
		case 'tool_use':
		case 'server_tool_use':
			return [{...block, input: {}, partialJson: cut(toolJson(block))}];
		case 'web_search_tool_result':
		case 'fallback':
		case 'compaction':
		case 'given':
			return [block];
	}
}
