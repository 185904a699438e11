import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {backgroundOfColour, backgroundOfVariable, readReplies} from '../../source/text/background.js';

const light = '\u001B]11;rgb:ffff/ffff/ffff\u0007';
const kind = '\u001B[?62;4c';

test('dark and light are recognised in every colour notation', () => {
	for (const [colour, background] of [
		['rgb:0000/0000/0000', 'dark'],
		['rgb:ffff/ffff/ffff', 'light'],
		['rgb:1e1e/1e1e/2e2e', 'dark'],
		['rgb:fdfd/f6f6/e3e3', 'light'],
		['rgb:0/0/0', 'dark'],
		['rgb:f/f/f', 'light'],
		['rgb:fd/f6/e3', 'light'],
		['rgb:000/2bb/366', 'dark'],
		['rgba:0000/0000/0000/ffff', 'dark'],
		['RGB:FFFF/FFFF/FFFF', 'light'],
		['#ffffff', 'light'],
		['#000000000000', 'dark'],
		['#fff', 'light'],
	] as const) {
		assert.equal(backgroundOfColour(colour), background, colour);
	}

	for (const colour of ['rgb:', 'rgb:00/00', '#', '#f', 'rgb://', '']) {
		assert.equal(backgroundOfColour(colour), null, colour);
	}
});

test('the last number of COLORFGBG is the background', () => {
	for (const [value, background] of [
		['15;0', 'dark'],
		['0;15', 'light'],
		['0;default;15', 'light'],
		['12;8', 'dark'],
		['0;7', 'light'],
		['15;default', null],
		['', null],
		['0;16', null],
		[undefined, null],
	] as const) {
		assert.equal(backgroundOfVariable(value), background, value);
	}
});

test('an answer to the second query means that the first will not be answered', () => {
	assert.deepEqual(readReplies(kind), {background: null, isAnswered: true, rest: ''});
	assert.deepEqual(readReplies(light), {background: 'light', isAnswered: false, rest: ''});
	assert.deepEqual(readReplies(light + kind), {background: 'light', isAnswered: true, rest: ''});
	assert.deepEqual(readReplies(`\u001B]11;rgb:00/00/00\u001B\\${kind}`), {
		background: 'dark',
		isAnswered: true,
		rest: '',
	});
});

test('keys between the answers are kept whole and in order', () => {
	const typed = fc.array(
		fc.constantFrom('a', '\r', '\u0003', '\u001B[A', '\u001BOP', '\u00E2\u0082\u00AC', ' '),
		{
			maxLength: 4,
		},
	);
	fc.assert(
		fc.property(typed, typed, typed, (before, between, after) => {
			const words = [before, between, after].map(keys => keys.join(''));
			const replies = readReplies(words[0] + light + words[1] + kind + words[2]);
			assert.deepEqual(replies, {background: 'light', isAnswered: true, rest: words.join('')});
		}),
	);
});

test('the beginning of a reply stays in the input, for its rest to come', () => {
	for (let end = 1; end < light.length; end++) {
		const begun = `x${light.slice(0, end)}`;
		assert.equal(readReplies(begun).rest, begun, JSON.stringify(begun));
	}
});
