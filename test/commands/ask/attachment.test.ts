import assert from 'node:assert/strict';
import {test} from 'node:test';
import {attachmentBlock} from '../../../source/commands/ask/attachment.js';

const typeOf = (bytes: string) => {
	const block = attachmentBlock(Buffer.from(bytes, 'latin1'), 'a');
	return [block?.type, (block?.source as {media_type?: string} | undefined)?.media_type];
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

test('what is neither cannot be sent', () => {
	assert.equal(attachmentBlock(Buffer.from([0xc3]), 'cut.txt'), null);
	assert.equal(attachmentBlock(Buffer.from('a\0b'), 'zero.bin'), null);
});
