import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fileBlock} from '../../../source/messages/request/file-block.js';
import {png} from '../../helpers/sample-files.js';

const blockOf = (bytes: Uint8Array) => {
	const made = fileBlock(bytes, 'a');
	assert.ok('block' in made);
	return made.block;
};

const typeOf = (bytes: string) => {
	const block = blockOf(Buffer.from(bytes, 'latin1'));
	return [block.type, (block.source as {media_type?: string} | undefined)?.media_type];
};

const problemOf = (bytes: Uint8Array) => {
	const made = fileBlock(bytes, 'a');
	return 'problem' in made ? made.problem.words : null;
};

test('a file is what its first bytes say', () => {
	assert.deepEqual(typeOf('\x89PNG\r\n\x1A\n'), ['image', 'image/png']);
	assert.deepEqual(typeOf('\xFF\xD8\xFF\xE0'), ['image', 'image/jpeg']);
	assert.deepEqual(typeOf('GIF89a'), ['image', 'image/gif']);
	assert.deepEqual(typeOf('RIFF\x0A\x00\x00\x00WEBPVP8 '), ['image', 'image/webp']);
	assert.deepEqual(typeOf('%PDF-1.7'), ['document', 'application/pdf']);
	assert.deepEqual(typeOf('RIFF is a word'), ['document', 'text/plain']);
	assert.deepEqual(typeOf(''), ['document', 'text/plain']);
});

test('a picture is in its block byte for byte', () => {
	const bytes = png(640, 480);
	const {source} = blockOf(bytes);
	assert.deepEqual(source, {type: 'base64', media_type: 'image/png', data: bytes.toString('base64')});
});

test('a file that is no picture, PDF or text cannot be sent', () => {
	assert.equal(problemOf(Buffer.from([0xc3])), 'is no picture, PDF or text');
	assert.equal(problemOf(Buffer.from('a\0b')), 'is no picture, PDF or text');
});

test('a picture over the limits of the API cannot be sent, and one at the limit can', () => {
	assert.equal(problemOf(png(8000, 8000)), null);
	assert.equal(problemOf(png(10, 8001)), 'has 10 × 8001 pixels');
	const limit = (10 * 1024 * 1024 * 3) / 4;
	assert.equal(problemOf(png(10, 10, limit)), null);
	assert.equal(problemOf(png(10, 10, limit + 1)), 'is too large for a picture');
});
