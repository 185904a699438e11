import type {Scene} from '../answer.js';
import {contentText, userPrompts} from '../conversation.js';
import {describeScreen} from '../texts/describe-screen.js';
import {essay} from '../texts/essay.js';
import {languageModels} from '../texts/language-models.js';
import {macaws} from '../texts/macaws.js';
import {recallPrompts} from '../texts/recall-prompts.js';
import {poems, sentences} from '../texts/short-answers.js';
import {sonnet} from '../texts/sonnet.js';

type KnownPrompt = {readonly pattern: RegExp; readonly answers: readonly [string, ...string[]]};

/** The prompts of the lesson, loosely matched. */
const knownPrompts: readonly KnownPrompt[] = [
	{pattern: /\b(3|three)[- ]word\b/i, answers: sentences},
	{pattern: /\b(5|five)[- ]word\b.*\bpoem\b|\bpoem\b.*\b(5|five)[- ]words?\b/is, answers: poems},
	{pattern: /\bsonnet\b|\borchids?\b/i, answers: [sonnet]},
	{pattern: /\b(large language models?|llms?)\b/i, answers: [languageModels]},
	{pattern: /\bmacaws?\b|\bclay licks?\b/i, answers: [macaws]},
	{pattern: /\bamerican revolution\b/i, answers: [essay]},
];

const asksForPast =
	/\bwhat did i\b|\b(my|the) (first|last|previous|earlier) (question|prompt|message)s?\b|\brepeat what i\b/i;

/** The answer to the last prompt. The first time, and always at temperature 0, it is the first of the known answers. */
export function chatText({request, occurrence, random}: Scene): string {
	const prompts = userPrompts(request);
	const prompt = prompts.at(-1) ?? '';
	const earlier = prompts.slice(0, -1);
	if (asksForPast.test(prompt)) {
		return recallPrompts(earlier);
	}

	const known = knownPrompts.find(({pattern}) => pattern.test(prompt));
	if (known) {
		return request.temperature === 0 || occurrence === 1 ? known.answers[0] : random.pick(known.answers);
	}

	return describeScreen({
		prompt,
		earlier,
		system: contentText(request.system),
		maxTokens: request.max_tokens,
	});
}
