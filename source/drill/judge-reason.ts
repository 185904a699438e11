import type {Judge} from './judgement.js';

/** Did it say what happened? */
export const judgeReason: Judge = ({end, stdout, stderr}, {expects}) => {
	// One that is still waiting has nothing to say yet.
	if (!expects.reason || end.kind === 'overtime') {
		return null;
	}

	if (expects.reason.test(stderr) || expects.reason.test(stdout)) {
		return {level: 'good', words: 'said why'};
	}

	return stderr.trim() === ''
		? {level: 'bad', words: 'said nothing'}
		: {level: 'weak', words: 'said that it failed, but not why'};
};
