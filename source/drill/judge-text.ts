import {countAnswerWords, plainWords} from './answer-words.js';
import type {Judge} from './judgement.js';

/** Is the text that came in the output, once? An answer without the words that a drill counts must be there, however often. */
export const judgeText: Judge = ({stdout, requests}, {expects}) => {
	const printed = countAnswerWords(stdout);
	const attempts = requests.map(({text}) => countAnswerWords(text));
	const sent = new Map<string, number>();
	for (const attempt of attempts) {
		for (const [word, count] of attempt) {
			sent.set(word, Math.max(sent.get(word) ?? 0, count));
		}
	}

	const repeated = [...printed].filter(([word, count]) => count > (sent.get(word) ?? 1));
	if (repeated.length > 0) {
		return {level: 'bad', words: `repeated output: ${words(repeated.length)} more than once`};
	}

	const [asked, found] =
		sent.size > 0
			? [sent, printed]
			: [plainWords(requests.map(({text}) => text).join('\n')), plainWords(stdout)];
	if (expects.text === 'none' || asked.size === 0) {
		return null;
	}

	const kept = [...asked.keys()].filter(word => found.has(word)).length;
	if (kept === asked.size) {
		return {level: 'good', words: expects.text === 'whole' ? 'whole text' : `kept ${words(kept)}`};
	}

	return expects.text === 'whole'
		? {level: 'bad', words: `lost output: ${asked.size - kept} of ${words(asked.size)}`}
		: {level: 'weak', words: `kept ${kept} of ${words(asked.size)} that had come`};
};

function words(count: number): string {
	return count === 1 ? '1 word' : `${count} words`;
}
