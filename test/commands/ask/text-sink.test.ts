import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createTextSink} from '../../../source/commands/ask/text-sink.js';
import {sanitize} from '../../../source/text/sanitize.js';

/** Writes the pieces, some of them in later turns of the event loop, and gives what the stream got. */
async function written(pieces: readonly string[], isTTY: boolean): Promise<readonly string[]> {
	const chunks: string[] = [];
	const sink = createTextSink({isTTY, write: chunk => chunks.push(String(chunk))});
	for (const [index, piece] of pieces.entries()) {
		sink.write(piece);
		if (index % 3 === 2) {
			await new Promise(setImmediate);
		}
	}

	sink.end();
	return chunks;
}

const hostile = fc.constantFrom(
	'\u001b[31m',
	'\r',
	'\n',
	'\r\n',
	'e\u0301',
	'\u0301\u0301',
	'👩‍👩‍👧',
	'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
	'\u202e',
	'\ud83d',
	'\ude00',
	'한국',
	'\u009b',
	'a\u200db',
);
const text = fc.array(fc.oneof(hostile, fc.string({unit: 'binary', maxLength: 5}), fc.string()), {
	maxLength: 30,
});

/** The text cut into pieces anywhere, also inside a character. */
const cutText = fc.tuple(text, fc.array(fc.nat(200), {maxLength: 12})).map(([parts, places]) => {
	const whole = parts.join('');
	const cuts = [0, ...places.map(place => place % (whole.length + 1)).sort((a, b) => a - b), whole.length];
	return cuts.slice(1).map((cut, index) => whole.slice(cuts[index], cut));
});

test('a terminal gets the sanitised text, wherever it was cut', async () => {
	await fc.assert(
		fc.asyncProperty(cutText, async pieces => {
			assert.equal((await written(pieces, true)).join(''), sanitize(pieces.join('')));
		}),
	);
});

test('a pipe gets the text as it is', async () => {
	await fc.assert(
		fc.asyncProperty(cutText, async pieces => {
			assert.equal((await written(pieces, false)).join(''), pieces.join(''));
		}),
	);
});

test('the first piece of a turn is written at once, the others of the turn together', async () => {
	assert.deepEqual(await written(['a', 'b', 'c', 'd', 'e'], false), ['a', 'bc', 'd', 'e']);
});
