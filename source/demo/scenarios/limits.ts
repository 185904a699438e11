import type {Scenario} from '../answer.js';
import {languageModels} from '../texts/language-models.js';
import {textAnswer} from './text-answer.js';

/** A long answer that ends after 120 tokens, or at the limit of the request if that is lower. */
export const maxTokens: Scenario = scene => ({
	kind: 'answer',
	answer: {...textAnswer(languageModels, scene), pace: 'smooth', maxTokens: 120},
});

/** A countdown that ends at the first stop sequence of the request, or at one of its own. */
export const stopSequence: Scenario = scene => {
	const sequence = (scene.request.stop_sequences ?? []).find(candidate => candidate !== '') ?? '###';
	const text = `Counting down until the stop sequence comes:\n\n10, 9, 8, 7, 6, 5, 4, 3, 2, 1 ${sequence} and nobody ever reads this.`;
	return {kind: 'answer', answer: {...textAnswer(text, scene), pace: 'smooth', stopSequences: [sequence]}};
};
