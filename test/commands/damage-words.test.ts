import assert from 'node:assert/strict';
import {test} from 'node:test';
import {damageWords} from '../../source/commands/damage-words.js';

test('what was skipped is counted, with the first place and its reason', () => {
	const cut = {line: 8, last: 8, reason: 'not JSON, or cut off'};
	assert.equal(damageWords({skipped: [], notes: []}), null);
	assert.equal(damageWords({skipped: [], notes: ['It has no header.']}), 'It has no header.');
	assert.equal(
		damageWords({skipped: [cut], notes: ['It has no header.']}),
		'1 line was skipped: line 8 (not JSON, or cut off)',
	);
	assert.equal(
		damageWords({
			skipped: [
				{...cut, last: 10},
				{...cut, line: 20, last: 20},
			],
			notes: [],
		}),
		'4 lines were skipped: lines 8 to 10 (not JSON, or cut off) and others',
	);
});
