import {eventVocabulary} from '../../messages/vocabulary/events.js';
import {fitParts} from '../../text/fit-parts.js';
import {type Row, segment} from '../../text/segment.js';

type Entry = {readonly sign: string; readonly words: string; readonly role: string; readonly rank: number};

const eventEntry = (name: string, words: string, rank: number): Entry => {
	const {sign = '?', role = 'unknown'} = eventVocabulary(name) ?? {};
	return {sign, words, role, rank};
};

const delta = eventVocabulary('content_block_delta')?.sign ?? '?';

/** In the order of a stream. `rank` says what a narrow row leaves out last. */
const entries: readonly Entry[] = [
	{sign: '→', words: 'request', role: 'request', rank: 5},
	{sign: '←', words: 'response', role: 'response', rank: 7},
	eventEntry('message_start', 'message starts', 6),
	eventEntry('content_block_start', 'block starts', 1),
	{sign: delta, words: 'text', role: 'text_delta', rank: 0},
	{sign: delta, words: 'thinking', role: 'thinking_delta', rank: 0},
	{sign: delta, words: 'tool JSON', role: 'input_json_delta', rank: 2},
	eventEntry('content_block_stop', 'stops', 1),
	eventEntry('message_delta', 'why it stops', 3),
	eventEntry('message_stop', 'message stops', 4),
	eventEntry('ping', 'ping', 8),
];

/** What the signs and colours of events mean, in one row. */
export function eventLegend(width: number): Row {
	return fitParts(
		entries.map(({sign, words, role, rank}) => ({
			part: [[segment(sign, role), segment(` ${words}  `, 'dim')]],
			rank,
		})),
		width,
	);
}
