import assert from 'node:assert/strict';
import {appendFileSync, renameSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {tailFile} from '../../../source/recording/growing/tail-file.js';
import {eventually} from '../../helpers/eventually.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

/** Follows a file, and collects what comes: text as it is, anything else by its kind. */
const followed = (file: string) => {
	const stop = new AbortController();
	const seen: string[] = [];
	const words: string[] = [];
	const text = () => seen.join('');
	const ended = (async () => {
		for await (const piece of tailFile(file, stop.signal)) {
			if (piece.kind === 'bytes') {
				seen.push(Buffer.from(piece.bytes).toString());
			} else {
				seen.push(`<${piece.kind}>`);
				words.push(piece.words);
			}
		}
	})();
	return {
		text,
		words,
		async [Symbol.asyncDispose]() {
			stop.abort();
			await ended;
		},
	};
};

test('a file is read from its beginning, and then what is appended to it, also in halves of lines', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'a');
	writeFileSync(file, 'one\n');
	await using tail = followed(file);
	await eventually(tail.text, 'one\n');
	appendFileSync(file, 'tw');
	await eventually(tail.text, 'one\ntw');
	appendFileSync(file, 'o\n');
	await eventually(tail.text, 'one\ntwo\n');
});

test('a file that shrinks, one that is replaced and one that is removed are said, and read again', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'a');
	writeFileSync(file, 'one\n');
	await using tail = followed(file);
	await eventually(tail.text, 'one\n');
	truncateSync(file);
	await eventually(tail.text, 'one\n<restart>');
	appendFileSync(file, 'two\n');
	await eventually(tail.text, 'one\n<restart>two\n');
	writeFileSync(`${file}.new`, 'three\n');
	renameSync(`${file}.new`, file);
	await eventually(tail.text, 'one\n<restart>two\n<restart>three\n');
	rmSync(file);
	await eventually(tail.text, 'one\n<restart>two\n<restart>three\n<note>');
	writeFileSync(file, 'four\n');
	await eventually(tail.text, 'one\n<restart>two\n<restart>three\n<note><restart>four\n');
	assert.deepEqual(tail.words, [
		'The file has shrunk: it is read again from its beginning.',
		'Another file has replaced it: this one is read from its beginning.',
		'The file was removed. Another one of that name will be read.',
		'Another file has replaced it: this one is read from its beginning.',
	]);
});
