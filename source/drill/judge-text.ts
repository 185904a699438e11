import {countAnswerWords} from './answer-words.js';
import type {Judge} from './judgement.js';

/** Is the text that came in the output, once? */
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

	if (expects.text === 'none' || sent.size === 0) {
		return null;
	}

	const kept = [...sent.keys()].filter(word => printed.has(word)).length;
	if (kept === sent.size) {
		return {level: 'good', words: expects.text === 'whole' ? 'whole text' : `kept ${words(kept)}`};
	}

	return expects.text === 'whole'
		? {level: 'bad', words: `lost output: ${sent.size - kept} of ${words(sent.size)}`}
		: {level: 'weak', words: `kept ${kept} of ${words(sent.size)} that had come`};
};

function words(count: number): string {
	return count === 1 ? '1 word' : `${count} words`;
}
