import assert from 'node:assert/strict';
import {chmodSync, chownSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {compileCacheFolder} from '../../source/commands/compile-cache-folder.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('compiled code is kept in a folder that is made for its owner alone', () => {
	using home = temporaryFolder();
	const cache = path.join(home.path, 'cache', 'streamscope');
	const folder = compileCacheFolder(cache);
	assert.equal(folder, path.join(cache, 'compiled'));
	assert.equal(statSync(folder).mode & 0o777, 0o700);
	assert.equal(compileCacheFolder(cache), folder);
});

const spoilers: ReadonlyArray<readonly [what: string, spoil: (cache: string, folder: string) => void]> = [
	['others may read it', (_, folder) => mkdirSync(folder, {recursive: true, mode: 0o755})],
	[
		'others may write to it',
		(_, folder) => {
			mkdirSync(folder, {recursive: true});
			chmodSync(folder, 0o777);
		},
	],
	[
		'it is a link to a folder elsewhere',
		(cache, folder) => {
			mkdirSync(path.join(cache, 'elsewhere'), {recursive: true, mode: 0o700});
			symlinkSync(path.join(cache, 'elsewhere'), folder);
		},
	],
	[
		'others may replace it',
		(cache, folder) => {
			mkdirSync(folder, {recursive: true, mode: 0o700});
			chmodSync(cache, 0o777);
		},
	],
	[
		'a file stands in its place',
		(cache, folder) => {
			mkdirSync(cache, {recursive: true});
			writeFileSync(folder, '');
		},
	],
];
for (const [what, spoil] of spoilers) {
	test(`compiled code is not kept where ${what}`, () => {
		using home = temporaryFolder();
		const cache = path.join(home.path, 'cache');
		spoil(cache, path.join(cache, 'compiled'));
		assert.equal(compileCacheFolder(cache), null);
	});
}

const skip = process.getuid?.() === 0 ? false : 'only the superuser can give a folder away';

test('compiled code is not kept in a folder of another user, nor below one', {skip}, () => {
	for (const given of ['cache/compiled', 'cache']) {
		using home = temporaryFolder();
		const cache = path.join(home.path, 'cache');
		mkdirSync(path.join(cache, 'compiled'), {recursive: true, mode: 0o700});
		chownSync(path.join(home.path, given), 12_345, 12_345);
		assert.equal(compileCacheFolder(cache), null, given);
	}
});

test('compiled code is not kept where no folder can be made', () => {
	assert.equal(compileCacheFolder('/dev/null/cache'), null);
	assert.ok(!existsSync('/dev/null/cache'));
});
