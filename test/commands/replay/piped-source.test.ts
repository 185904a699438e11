import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import {openPipe} from '../../../source/commands/replay/piped-source.js';

const textOf = (pieces: readonly Uint8Array[]) => Buffer.concat(pieces).toString();

test('a pipe that has ended with its first bytes is whole', async () => {
	const pipe = new PassThrough();
	pipe.write('one');
	pipe.end('two');
	const piped = await openPipe(pipe);
	assert.equal(piped.kind === 'whole' && textOf(piped.pieces), 'onetwo');
});

test('a pipe that stays open is growing, and gives what came before and what comes', async () => {
	const pipe = new PassThrough();
	pipe.write('one');
	const piped = await openPipe(pipe);
	assert.equal(piped.kind, 'growing');
	pipe.end('two');
	const pieces: Uint8Array[] = [];
	for await (const piece of piped.kind === 'growing' ? piped.input : []) {
		pieces.push(piece.kind === 'bytes' ? piece.bytes : Buffer.from(piece.words));
	}

	assert.equal(textOf(pieces), 'onetwo');
});

test('a pipe without a byte is whole once it ends, however long that takes', async () => {
	const pipe = new PassThrough();
	const piped = openPipe(pipe);
	setTimeout(() => pipe.end(), 150);
	const {kind} = await piped;
	assert.equal(kind, 'whole');
});
