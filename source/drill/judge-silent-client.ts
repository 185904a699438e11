import {sanitizeLine} from '../text/sanitize.js';
import type {Judge} from './judgement.js';

/** The most that is quoted of what a client said, in characters. */
const maxQuoted = 200;

/** Judges a client that sent no request, and so was not put to the test. Quotes what it said about that. */
export const judgeSilentClient: Judge = ({stderr}) => ({
	level: 'bad',
	words: `sent no request: ${mainLine(stderr) ?? 'is the base URL set?'}`,
});

/** The last line that names an error, as below the calls in Python and above them in Node, or else the last one. */
function mainLine(stderr: string): string | null {
	const lines = stderr.split('\n').filter(line => line.trim() !== '');
	const line = lines.findLast(text => /[Ee]rror\b|can't|cannot|not found/.test(text)) ?? lines.at(-1);
	return line === undefined ? null : sanitizeLine(line.trim()).slice(0, maxQuoted);
}
