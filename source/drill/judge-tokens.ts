import type {Judge} from './judgement.js';

/** If it prints token counts: are they assigned, as the API means them, and not added up? */
export const judgeTokens: Judge = ({stdout, stderr, requests}) => {
	const counts = requests.at(-1)?.outputTokens ?? [];
	const right = counts.at(-1);
	if (right === undefined) {
		return null;
	}

	const numbers = new Set(
		[...`${stdout}\n${stderr}`.matchAll(/(?<![\w.])\d+(?![\w.]*\d)/g)].map(([text]) => Number(text)),
	);
	if (numbers.has(right)) {
		return {level: 'good', words: `counted ${right === 1 ? '1 token' : `${right} tokens`}`};
	}

	// All of them, or all that come after the first event.
	const wrong = [sum(counts), sum(counts.slice(1))].find(count => count > right && numbers.has(count));
	return wrong === undefined
		? null
		: {level: 'bad', words: `counted tokens twice: ${wrong} in place of ${right}`};
};

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
