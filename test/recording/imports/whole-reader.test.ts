import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createWholeReader} from '../../../source/recording/imports/whole-reader.js';

/** Feeds the pieces to a reader with a limit of 10 characters. */
async function fed(pieces: readonly string[]) {
	let read = '';
	const reader = createWholeReader(
		{
			takes: 'text',
			read(text) {
				read = text;
				return {events: [], pacing: 'synthetic', skipped: [], notes: ['A note.']};
			},
		},
		10,
	);
	for (const piece of pieces) {
		reader.feed(piece);
	}

	const {notes, loss} = await reader.end();
	return {read, notes, loss};
}

test('a text up to the limit is read whole, and nothing is said', async () => {
	assert.deepEqual(await fed(['12345', '67890']), {read: '1234567890', notes: ['A note.'], loss: undefined});
});

test('a longer text is read up to the limit, and the rest is said to be missing', async () => {
	assert.deepEqual(await fed(['12345\n\n', '6789', '0', 'a']), {
		read: '12345\n\n678',
		notes: ['A note.'],
		loss: 'It holds more than 10 characters, which is too much to read: only its beginning was read.',
	});
});
