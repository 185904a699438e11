import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/**
 * Faults that only the text of a body shows, because parsers tolerate them. They are legal, but stray lines are lost, and some hand-written
 * parsers fail on the rest.
 */
export const bodyTextRules = {
	strayLine: {
		name: 'stray-line',
		severity: 'warning',
		title: 'each line is a field, a comment or blank',
		source: sources.sse,
		basis:
			'A line that does not begin with a known field is ignored, so its content is lost. One cause is chunked transfer framing left in the body.',
		example: '{"type":"message_stop"} on a line of its own, without data:',
	},
	spaceAfterColon: {
		name: 'space-after-colon',
		severity: 'note',
		title: 'a space follows the colon of a field',
		source: sources.sse,
		basis:
			'The space after the colon is optional. The API sends it, and parsers that look for "data: " need it.',
		example: 'data:{"type":"ping"}',
	},
	blankLines: {
		name: 'blank-lines',
		severity: 'note',
		title: 'one blank line ends an event',
		source: sources.sse,
		basis: 'Blank lines without a field before them mean nothing. The API sends one after each event.',
		example: 'two blank lines after an event',
	},
	lineEnds: {
		name: 'line-ends',
		severity: 'note',
		title: 'lines end in LF',
		source: sources.sse,
		basis: 'LF, CR and CRLF all end a line. The API sends LF.',
		example: 'event: ping\\r\\n',
	},
	byteOrderMark: {
		name: 'byte-order-mark',
		severity: 'note',
		title: 'the body has no byte order mark',
		source: sources.sse,
		basis: 'One byte order mark at the start is skipped. The API sends none.',
		example: 'U+FEFF before the first event:',
	},
} satisfies Record<string, Rule>;
