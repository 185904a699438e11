import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The characters of the content, and the dialect that it is written in. */
export const contentRules = {
	lostCharacters: {
		name: 'lost-characters',
		severity: 'warning',
		title: 'no character was lost',
		source: sources.encoding,
		basis:
			'U+FFFD stands for bytes that are not UTF-8. Something before decoded pieces of a character in pieces. An answer about this very character may contain it.',
		example: 'text_delta {"text":"caf\uFFFD\uFFFD"}',
	},
	mojibake: {
		name: 'mojibake',
		severity: 'warning',
		title: 'the text was decoded as UTF-8',
		source: sources.encoding,
		basis:
			'Event streams are UTF-8. Read as Latin-1 or Windows-1252, each character beyond ASCII turns into two to four others.',
		example: 'text_delta {"text":"cafÃ©"} instead of "café"',
	},
	otherDialect: {
		name: 'other-dialect',
		severity: 'error',
		title: 'text is in the events of the Messages API',
		source: sources.sdkMessageStream,
		basis:
			'The SDK takes text from the deltas that it knows, and from nothing else. Text in an event or a delta of another API is lost.',
		example: 'data: {"choices":[{"delta":{"content":"Hi"}}]}',
	},
} satisfies Record<string, Rule>;
