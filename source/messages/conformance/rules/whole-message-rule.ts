import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The one rule of an answer that was not to be streamed, and so none of those of a stream. */
export const wholeMessageRule: Rule = {
	name: 'whole-message',
	severity: 'error',
	title: 'an answer in one piece is a message',
	source: sources.errors,
	basis: 'An answer with a status of success is a message. The SDK takes whatever else comes for one.',
	example: 'HTTP 200 with a page of HTML',
};
