import assert from 'node:assert/strict';
import {test} from 'node:test';
import {recordingPart} from '../../../source/commands/chat/chat-recording.js';

const formsOf = (title: string | null) =>
	recordingPart({ok: true, path: '/data/2026-11-28-0325-cf79.ndjson', movedFrom: null}, title).map(row =>
		row.map(({text}) => text).join(''),
	);

test('where a title does not fit, its first words stand in the header, but never a part of an id', () => {
	assert.deepEqual(formsOf('How often do the hands of a c…'), [
		'rec ● How often do the hands of a c… ',
		'rec ● How often do th… ',
		'rec ● How oft… ',
		'rec ● ',
	]);
	assert.deepEqual(formsOf(null), ['rec ● 2026-11-28-0325-cf79 ', 'rec ● ']);
});
