import assert from 'node:assert/strict';
import {readdirSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {emptyTrash, moveInto} from '../../source/recording/session-trash.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('a session leaves the trash by the time when it was deleted, not by its own age', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, '2020-01-01-1200-aaaa.ndjson');
	writeFileSync(file, '');
	utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'));
	const trash = path.join(folder.path, 'trash');
	moveInto(file, trash);
	writeFileSync(path.join(trash, 'notes.txt'), '');
	assert.equal(emptyTrash(trash, Date.now() - 60_000), 0);
	assert.equal(emptyTrash(trash, Date.now() + 60_000), 1);
	assert.deepEqual(readdirSync(trash), ['notes.txt']);
	assert.equal(emptyTrash(path.join(folder.path, 'none'), Date.now()), 0);
});
