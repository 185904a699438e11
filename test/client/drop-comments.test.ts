import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createCommentFilter} from '../../source/client/drop-comments.js';
import {parseSse} from '../../source/wire/parse-sse.js';

const filtered = (pieces: readonly Uint8Array[]) => {
	const filter = createCommentFilter();
	return Buffer.concat(pieces.map(filter)).toString();
};

const lines = fc.array(
	fc.constantFrom(
		': a comment',
		':',
		'',
		'',
		'event: ping',
		'data: {"a":": b"}',
		'data: ',
		'data',
		'é: ü',
		'id: 1',
	),
);
const ending = fc.constantFrom('\n', '\r\n', '\r');

test('without its comments a stream has the same events, wherever it is cut', () => {
	fc.assert(
		fc.property(lines, ending, fc.array(fc.nat(60)), (rows, end, cuts) => {
			const text = rows.map(row => row + end).join('');
			const bytes = Buffer.from(text);
			const places = [0, ...cuts.filter(cut => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
			const pieces = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
			const rest = filtered(pieces);
			const told = (stream: string) => parseSse(stream).map(({comment: _, ...event}) => event);
			const hasFields = ({data, event}: {data: string; event: string | null}) =>
				data !== '' || event !== null;
			assert.deepEqual(told(rest).filter(hasFields), told(text).filter(hasFields));
			assert.doesNotMatch(rest, /^:/m);
		}),
	);
});

test('nothing is left of a stream of comments', () => {
	for (const end of ['\n', '\r\n', '\r']) {
		assert.equal(filtered([Buffer.from(`: keep alive${end}${end}`.repeat(100))]), '');
		assert.equal(filtered([Buffer.from(`: no blank line${end}`.repeat(100))]), '');
	}
});
