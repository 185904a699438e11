import assert from 'node:assert/strict';
import {test} from 'node:test';
import {followHeader} from '../../../source/commands/follow/follow-header.js';
import {type GrowingState, waitingState} from '../../../source/recording/growing/grow-trace.js';

const wordsOf = (state: GrowingState, now: number) => {
	const {left, right} = followHeader({name: 'a\u001B[31m.ndjson', state, events: 1, now});
	return [left, right].map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trim(),
	);
};

test('the header of a command that makes its own trace says which one, and what it does now', () => {
	let plays = 'plays chat';
	const words = () =>
		followHeader({
			name: '127.0.0.1:8787',
			state: {...waitingState, phase: 'open'},
			events: 0,
			now: 0,
			shownAs: {verb: 'serve', details: () => [plays]},
		})
			.left.map(({text}) => text)
			.join('');
	assert.equal(words(), ' streamscope  serve 127.0.0.1:8787 · plays chat');
	plays = 'plays thinking';
	assert.equal(words(), ' streamscope  serve 127.0.0.1:8787 · plays thinking');
});

test('the header says what is read, how much of it, and when the last byte came', () => {
	assert.deepEqual(wordsOf(waitingState, 5000), [
		'streamscope  follow a␛[31m.ndjson',
		'waiting for the first byte',
	]);
	const open: GrowingState = {...waitingState, phase: 'open', format: 'sse', bytes: 2048, lastByteAt: 1000};
	assert.deepEqual(wordsOf(open, 1500), [
		'streamscope  follow a␛[31m.ndjson · raw stream',
		'1 event · 2.0 kB · growing',
	]);
	assert.equal(wordsOf(open, 4200)[1], '1 event · 2.0 kB · last byte 3.2 s ago');
	assert.equal(wordsOf({...open, isWhole: true}, 1500)[1], '1 event · 2.0 kB · read at its end · growing');
	assert.equal(wordsOf({...open, phase: 'ended'}, 9999)[1], '1 event · 2.0 kB · the input has ended');
});
