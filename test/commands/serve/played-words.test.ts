import assert from 'node:assert/strict';
import {test} from 'node:test';
import {playedWords} from '../../../source/commands/serve/played-words.js';

test('what plays is named with its speed and its faults, where they are not the usual ones', () => {
	const usual = {scenario: 'chat', speed: 1, faults: '', replay: null};
	assert.equal(playedWords(usual), 'chat');
	assert.equal(
		playedWords({...usual, speed: 'max', faults: 'cut-after=12\u001B[31m'}),
		'chat at speed max with cut-after=12␛[31m',
	);
	const replay = {name: 'lesson.ndjson', answers: [], through: null};
	assert.equal(playedWords({...usual, replay}), 'lesson.ndjson');
});
