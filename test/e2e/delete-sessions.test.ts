import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const id = '2026-11-22-1512-3fa9';
const header = '{"type":"recording","version":1,"app":"streamscope/0.1.0","mode":"demo","title":null}\n';

function homeWith(home: string, ...ids: readonly string[]) {
	const folder = path.join(home, 'streamscope', 'sessions');
	mkdirSync(folder, {recursive: true});
	for (const name of ids) {
		writeFileSync(path.join(folder, `${name}.ndjson`), header);
	}

	return {
		run: (...args: readonly string[]) => runProgram(args, {home, cwd: home}),
		sessions: () => readdirSync(folder).toSorted(),
		trash: path.join(home, 'streamscope', 'trash'),
	};
}

test('an empty name means no session, whatever is done with it', async () => {
	using home = temporaryFolder();
	const {run, sessions} = homeWith(home.path, id);
	for (const args of [
		['sessions', 'delete', ''],
		['sessions', 'delete', ' '],
		['sessions', 'delete', id, ''],
		['sessions', 'rename', '', 'Title'],
		['sessions', 'export', ''],
		['sessions', 'path', ''],
		['sessions', 'undelete', ''],
		['ask', '--demo', '--resume', '', 'Hi'],
		['--demo', '--resume', '', 'Hi'],
		['replay', ''],
		['inspect', ''],
		['compare', '--demo', '--against', ''],
	]) {
		const {code} = await run(...args);
		assert.deepEqual([args, code], [args, 2]);
		assert.deepEqual(sessions(), [`${id}.ndjson`]);
	}
});

test('a session is deleted by its whole id, and can be brought back as it was', async () => {
	using home = temporaryFolder();
	const {run, sessions, trash} = homeWith(home.path, id, '2026-11-22-1513-aaaa');
	const file = path.join(home.path, 'streamscope', 'sessions', `${id}.ndjson`);
	const {mtimeMs} = statSync(file);
	for (const part of ['3fa9', '2026-11-22-1512', id.slice(0, -1)]) {
		const {code, stderr} = await run('sessions', 'delete', part);
		assert.equal(code, 2);
		assert.equal(
			stderr,
			`streamscope: "${part}" is not a whole id.\nDid you mean: streamscope sessions delete ${id}\n`,
		);
	}

	assert.equal(sessions().length, 2);
	const deleted = await run('sessions', 'delete', id);
	assert.equal(deleted.code, 0);
	const place = path.join(trash, `${id}.ndjson`);
	assert.equal(
		deleted.stdout,
		`Deleted: ${file}\nNow in the trash, for 30 days: ${place}\nTo restore it: streamscope sessions undelete ${id}\n`,
	);
	assert.deepEqual(sessions(), ['2026-11-22-1513-aaaa.ndjson']);
	assert.deepEqual(readdirSync(trash), [`${id}.ndjson`]);
	assert.equal((await run('sessions', 'undelete')).stdout, `${id}\n`);

	const back = await run('sessions', 'undelete', id);
	assert.deepEqual([back.code, back.stdout], [0, `Restored: ${file}\n`]);
	assert.equal(readFileSync(file, 'utf8'), header);
	assert.equal(statSync(file).mtimeMs, mtimeMs);
	assert.equal((await run('sessions', 'undelete')).stdout, 'The trash is empty.\n');
	assert.equal((await run('sessions', 'undelete', id)).code, 2);
});

test('two deleted sessions of one name are both kept, and --forever keeps none', async () => {
	using home = temporaryFolder();
	const {run, trash} = homeWith(home.path, id);
	await run('sessions', 'delete', id);
	homeWith(home.path, id);
	await run('sessions', 'delete', id);
	assert.deepEqual(readdirSync(trash).toSorted(), [`${id}-2.ndjson`, `${id}.ndjson`]);
	homeWith(home.path, id);
	assert.equal((await run('sessions', 'delete', '--forever', id)).code, 0);
	assert.equal(readdirSync(trash).length, 2);
	assert.equal((await run('sessions', 'purge')).stdout, 'Deleted for good: 2 sessions.\n');
	assert.deepEqual(readdirSync(trash), []);
	assert.equal((await run('sessions', 'purge')).stdout, 'The trash is empty.\n');
});

for (const [answer, left] of [
	['y', 0],
	['n', 1],
	['', 1],
] as const) {
	test(`in a terminal a part of an id is asked about, and the answer ${JSON.stringify(answer)} leaves ${left}`, async () => {
		using home = temporaryFolder();
		const {sessions} = homeWith(home.path, id);
		await using terminal = openTerminal({args: ['sessions', 'delete', '3fa9'], home: home.path});
		await terminal.waitFor(`Delete ${id}? [y/N]`);
		terminal.write(`${answer}\r`);
		assert.equal((await terminal.exited).code, 0);
		assert.equal(sessions().length, left);
	});
}
