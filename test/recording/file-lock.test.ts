import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {isLocked, lockPath, takeLock} from '../../source/recording/file-lock.js';
import {identityFromPs, processIdentity} from '../../source/recording/process-identity.js';
import {eventually} from '../helpers/eventually.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const program = fileURLToPath(new URL('../fixtures/recordings/take-lock.ts', import.meta.url));

/** The id of a process that has ended. */
const deadPid = () => String(spawnSync(process.execPath, ['--version']).pid);

test('a lock is held by one, and free after its release', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'file');
	const lock = takeLock(file);
	assert.ok(lock);
	assert.ok(isLocked(file));
	assert.equal(takeLock(file), null);
	lock.release();
	assert.ok(!isLocked(file));
	takeLock(file)?.release();
	assert.deepEqual(readdirSync(folder.path), []);
});

test('a lock is stale when its process has ended, or its id may have been given anew', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'file');
	const leftovers: ReadonlyArray<readonly [pid: string, seconds: number]> = [
		[deadPid(), Date.now() / 1000],
		// Older than this process, which has got the same id; older than the machine's start; never written to its end.
		[`${process.pid} 0`, performance.timeOrigin / 1000 - 60],
		[`${process.ppid} 0`, 1000],
		['', Date.now() / 1000],
		// Of this boot's processes, but of another boot.
		[`${processIdentity(process.pid)}0`, Date.now() / 1000],
		['rubbish', Date.now() / 1000],
	];
	for (const [pid, seconds] of leftovers) {
		writeFileSync(lockPath(file), pid);
		utimesSync(lockPath(file), seconds, seconds);
		assert.ok(!isLocked(file), pid);
		const lock = takeLock(file);
		assert.ok(lock, pid);
		lock.release();
	}

	assert.ok(!existsSync(lockPath(file)));
});

test('a lock is held as long as its process lives, wherever the clock was set', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'file');
	for (const pid of [process.pid, process.ppid]) {
		for (const seconds of [1000, Date.now() / 1000 - 1e6, Date.now() / 1000 + 1e6]) {
			writeFileSync(lockPath(file), processIdentity(pid) ?? '');
			utimesSync(lockPath(file), seconds, seconds);
			assert.ok(isLocked(file), `${pid} ${seconds}`);
			assert.equal(takeLock(file), null);
		}
	}
});

test('a folder in which nothing can be written has no locks to take', () => {
	assert.throws(() => takeLock('/dev/null/file'), {code: 'ENOTDIR'});
});

const hasPs = spawnSync('ps', ['-o', 'lstart=', '-p', String(process.pid)]).status === 0;

test('where only ps tells of processes, they are told apart by their beginnings too', {
	skip: hasPs ? false : 'this system has no such ps',
}, () => {
	const identity = identityFromPs(process.pid);
	assert.match(identity ?? '', new RegExp(`^${process.pid} \\w+ \\w+ +\\d+ [\\d:]+ \\d{4}$`));
	assert.equal(identityFromPs(process.pid), identity);
	assert.equal(identityFromPs(Number(deadPid())), null);
});

const skip = process.platform === 'linux' ? false : 'only Linux tells the states and beginnings of processes';

test('a lock is stale when its process was killed and its parent has not taken note', {skip}, async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'file');
	// A shell that turns into a program which never asks how its children ended.
	const parent = spawn('/bin/sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const pid = Number(String((await once(parent.stdout, 'data'))[0]));
	writeFileSync(lockPath(file), processIdentity(pid) ?? '');
	assert.ok(isLocked(file));
	// As long as it is a shell it might ask.
	await eventually(() => readFileSync(`/proc/${parent.pid}/comm`, 'latin1'), 'sleep\n');

	process.kill(pid, 'SIGKILL');
	await eventually(() => /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1')), true);

	assert.doesNotThrow(() => process.kill(pid, 0));
	assert.ok(!isLocked(file));
	parent.kill('SIGKILL');
	await once(parent, 'exit');
});

test('a lock is stale when the id of its process was given to another one', {skip}, () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'file');
	takeLock(file);
	const own = readFileSync(lockPath(file), 'utf8');
	assert.match(own, /^\d+ \d+ [\da-f-]{36}$/);
	assert.ok(isLocked(file));
	// The id of a process that lives, with another beginning.
	writeFileSync(
		lockPath(file),
		own.replace(/ \d+/, start => ` ${Number(start) + 1}`),
	);
	assert.ok(!isLocked(file));
});

test('of several processes that find a stale lock, exactly one takes it', async () => {
	using folder = temporaryFolder();
	const names = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => path.join(folder.path, name));
	for (const name of names) {
		const pid = deadPid();
		writeFileSync(lockPath(name), pid);
		const answers = await race(name);
		assert.deepEqual(answers.toSorted(), ['no', 'no', 'yes']);
	}
});

async function race(file: string): Promise<readonly string[]> {
	const children = Array.from({length: 3}, () =>
		spawn(process.execPath, ['--import', 'tsx', program, file], {stdio: ['pipe', 'pipe', 'inherit']}),
	);
	const next = async (child: (typeof children)[number]) =>
		String((await once(child.stdout, 'data'))[0]).trim();
	await Promise.all(children.map(next));
	const answers = children.map(next);
	for (const child of children) {
		child.stdin.write('go');
	}

	const said = await Promise.all(answers);
	await Promise.all(
		children.map(async child => {
			const exit = once(child, 'exit');
			child.kill();
			await exit;
		}),
	);
	return said;
}
