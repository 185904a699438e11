import type {Judge} from './judgement.js';

/** If it prints token counts: are they assigned, as the API means them, and not added up? */
export const judgeTokens: Judge = ({stdout, stderr}, {expects}) => {
	const counts = expects.outputTokens;
	if (!counts) {
		return null;
	}

	const numbers = new Set(
		[...`${stdout}\n${stderr}`.matchAll(/(?<![\w.])\d+(?![\w.]*\d)/g)].map(([text]) => Number(text)),
	);
	const wrong = counts.wrong.find(count => numbers.has(count));
	if (wrong !== undefined) {
		return {level: 'bad', words: `counted tokens twice: ${wrong} in place of ${counts.right}`};
	}

	return numbers.has(counts.right) ? {level: 'good', words: `counted ${counts.right} tokens`} : null;
};
