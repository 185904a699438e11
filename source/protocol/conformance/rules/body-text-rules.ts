import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** What only the text of a body shows, since parsers take it in their stride. All of it is legal; some hand-written parsers trip over it. */
export const bodyTextRules = {
	spaceAfterColon: {
		name: 'space-after-colon',
		severity: 'note',
		title: 'a space follows the colon of a field',
		source: sources.sse,
		basis: 'The space after the colon is optional. The API sends it; parsers that look for "data: " need it.',
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
