import type {Judge} from './judgement.js';

/** Clocks of two processes are compared, and timers may fire a little early. */
const tolerance = 0.9;

/** Did it try again when that helps, not more often than that, and not before the server asked it to? */
export const judgeRequests: Judge = ({requests}, {expects}) => {
	const [min, max] = expects.requests;
	const count = requests.length;
	if (count > max) {
		return {
			level: 'bad',
			words: `sent ${count} requests where ${max === 1 ? 'one is' : `at most ${max} are`} right`,
		};
	}

	const [first, second] = requests;
	const waited = first && second ? second.at - (first.endedAt ?? first.at) : undefined;
	if (waited !== undefined && expects.waitMs !== undefined && waited < expects.waitMs * tolerance) {
		return {
			level: 'bad',
			words: `tried again after ${seconds(waited)}; the server asked for ${seconds(expects.waitMs)}`,
		};
	}

	if (count < min) {
		return {level: 'weak', words: `gave up after ${count === 1 ? 'one request' : `${count} requests`}`};
	}

	return waited === undefined || max === 1
		? null
		: {level: 'good', words: `tried again after ${seconds(waited)}`};
};

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
