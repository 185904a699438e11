import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import type {OddClusters} from '../../../source/text/odd-clusters.js';
import {wholeFrames} from '../../../source/ui/terminal/whole-frames.js';

const begin = '\u001B[?2026h';
const end = '\u001B[?2026l';

/** What reaches the terminal, write by write. */
function written(chunks: readonly string[], oddClusters?: OddClusters): readonly string[] {
	const terminal = Object.assign(new PassThrough({encoding: 'utf8'}), {columns: 80, rows: 24});
	const reads: string[] = [];
	terminal.on('data', (chunk: string) => reads.push(chunk));
	const drawing = wholeFrames(terminal as unknown as NodeJS.WriteStream, oddClusters);
	assert.equal(drawing.columns, 80);
	for (const chunk of chunks) {
		drawing.write(chunk);
	}

	return reads;
}

test('a frame reaches the terminal in one write, with its marks', () => {
	assert.deepEqual(written([begin, 'a', 'b', end, begin, 'c', end]), [`${begin}ab${end}`, `${begin}c${end}`]);
});

test('output outside a frame is written at once', () => {
	assert.deepEqual(written(['title', begin, 'a', end, 'bell']), ['title', `${begin}a${end}`, 'bell']);
});

test('odd clusters are drawn in their plain form in every frame, also in the first, which has no marks', () => {
	assert.deepEqual(written(['🇩🇪', begin, '🇫🇷', end], new Set(['flag'])), ['DE', `${begin}FR${end}`]);
});

test('an unfinished frame is not seen', () => {
	assert.deepEqual(written([begin, 'half']), []);
});

test('a terminal of 0×0 is taken as 80×24 until it knows its size', () => {
	const terminal = Object.assign(new PassThrough(), {columns: 0, rows: 0});
	const drawing = wholeFrames(terminal as unknown as NodeJS.WriteStream);
	assert.deepEqual([drawing.columns, drawing.rows], [80, 24]);
	Object.assign(terminal, {columns: 120, rows: 40});
	assert.deepEqual([drawing.columns, drawing.rows], [120, 40]);
});
