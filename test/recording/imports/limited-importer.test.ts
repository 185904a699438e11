import assert from 'node:assert/strict';
import {test} from 'node:test';
import {limitedImporter} from '../../../source/recording/imports/limited-importer.js';

/** Feeds the pieces to an importer with a limit of 10 characters. */
async function fed(pieces: readonly string[]) {
	let text = '';
	const importer = limitedImporter(
		{
			feed(some) {
				text += some;
			},
			end: () => ({events: [], pacing: 'synthetic', skipped: [], notes: ['A note.']}),
		},
		10,
	);
	for (const some of pieces) {
		importer.feed(some);
	}

	return {text, loss: (await importer.end()).loss};
}

for (const blank of ['\n\n', '\n\r\n']) {
	test(`a stream may be longer than the limit, as long as ${JSON.stringify(blank)} ends its events`, async () => {
		const pieces = ['123', `4567${blank}`, '12345', `678${blank}1234`, `5${blank}`, '12345'];
		assert.deepEqual(await fed(pieces), {text: pieces.join(''), loss: undefined});
	});
}

test('an event that is longer than the limit ends the reading, and what comes before is kept', async () => {
	assert.deepEqual(await fed(['123\n\n', '4567', '8901234', `5678\n\n1\n\n`]), {
		text: '123\n\n4567',
		loss: 'An event of it has more than 10 characters, which is too much to read: only what comes before was read.',
	});
});
