import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The only rule for an answer that was not streamed. The rules of streams do not apply to it. */
export const wholeMessageRule: Rule = {
	name: 'whole-message',
	severity: 'error',
	title: 'a non-streamed answer is a message',
	source: sources.errors,
	basis: 'An answer with a success status is a message. The SDK treats anything else as one too.',
	example: 'HTTP 200 with a page of HTML',
};
