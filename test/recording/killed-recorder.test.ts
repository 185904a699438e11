import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createReadStream, existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {isLocked, lockPath} from '../../source/recording/file-lock.js';
import {openRecorder} from '../../source/recording/open-recorder.js';
import {readRecording} from '../../source/recording/read-recording.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const program = fileURLToPath(new URL('../fixtures/recordings/record-forever.ts', import.meta.url));

/** Kills a process that records as soon as it has said that it wrote `count` events. Gives back how many it had said by then. */
async function killAfter(file: string, count: number): Promise<number> {
	const child = spawn(process.execPath, ['--import', 'tsx', program, file], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const exit = once(child, 'exit');
	let said = '';
	for await (const bytes of child.stdout) {
		said += String(bytes);
		if (Number(said.split('\n').at(-2)) >= count) {
			assert.ok(isLocked(file));
			child.kill('SIGKILL');
			break;
		}
	}

	await exit;
	return Number(said.split('\n').at(-2));
}

for (const count of [1, 40, 700]) {
	test(`kill -9 after ${count} events loses at most the line being written`, async () => {
		using folder = temporaryFolder();
		const file = path.join(folder.path, 'killed.ndjson');
		const said = await killAfter(file, count);
		const {header, events, skipped} = await readRecording(createReadStream(file));
		assert.equal(header?.app, 'streamscope/test');
		assert.ok(events.length >= said);
		assert.deepEqual(
			events.map(({at}) => at),
			events.map((_, index) => index + 1),
		);
		assert.ok(skipped.length <= 1);

		// The lock that was left behind holds nobody up.
		assert.ok(existsSync(lockPath(file)));
		assert.ok(!isLocked(file));
		const recorder = openRecorder({
			target: {kind: 'resume', path: file, folder: folder.path},
			header: {app: 'streamscope/test', mode: 'demo', title: null},
			startedAt: new Date(0),
			now: () => 0,
		});
		assert.deepEqual(recorder.close(), {ok: true, path: file, movedFrom: null});
		assert.ok(!existsSync(lockPath(file)));
	});
}
