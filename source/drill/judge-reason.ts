import type {Judge} from './judgement.js';

/** Did it say what happened? */
export const judgeReason: Judge = ({stdout, stderr}, {expects}) => {
	if (!expects.reason) {
		return null;
	}

	if (expects.reason.test(stderr) || expects.reason.test(stdout)) {
		return {level: 'good', words: 'said why'};
	}

	return stderr.trim() === ''
		? {level: 'bad', words: 'said nothing'}
		: {level: 'weak', words: 'said that it failed, but not why'};
};
