import type {Scenario} from '../answer.js';
import {essay} from '../texts/essay.js';
import {languageModels} from '../texts/language-models.js';
import {macaws} from '../texts/macaws.js';
import {numberedWords} from '../texts/numbered-words.js';
import {chatText} from './chat-text.js';
import {textAnswer} from './text-answer.js';

const deltas = 5000;

/** 5,000 deltas of two characters each. */
export const long: Scenario = scene => {
	const characters = [...[essay, languageModels, macaws].join('\n\n')].slice(0, deltas * 2);
	const answer = textAnswer(characters.join(''), scene);
	return {kind: 'answer', answer: {...answer, pace: 'quick', deltaLength: 2}};
};

/** Forty numbered words, one a delta. */
export const words: Scenario = scene => ({
	kind: 'answer',
	answer: {...textAnswer(numberedWords, scene), pace: 'quick', response: 'fast', deltaLength: 8},
});

/** The answer of `chat` in a few reads. */
export const burst: Scenario = scene => ({
	kind: 'answer',
	answer: {...textAnswer(chatText(scene), scene), pace: 'buffered'},
});

/** The answer of `chat` from a model that takes about three seconds to begin and then writes in bursts. */
export const slow: Scenario = scene => ({
	kind: 'answer',
	answer: {...textAnswer(chatText(scene), scene), pace: 'bursty', response: 'slow'},
});
