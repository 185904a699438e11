import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, rmSync, writeFileSync, writeSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import fc from 'fast-check';
import {openRecorder, type RecorderOptions} from '../../source/recording/open-recorder.js';
import {readRecording} from '../../source/recording/read-recording.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const event = (at: number): TraceEvent => ({
	type: 'body',
	at,
	exchange: 1,
	attempt: 1,
	data: 'x'.repeat(600),
});

const common: Omit<RecorderOptions, 'target' | 'now'> = {
	header: {app: 'streamscope/test', mode: 'demo', title: null},
	startedAt: new Date(0),
};

const read = async (file: string) => readRecording([readFileSync(file)]);

test('whatever part of a write succeeds, nothing is missing or torn once there is room again', async () => {
	await fc.assert(
		fc.asyncProperty(
			// How many bytes each write takes; 0 stands for a full disk.
			fc.array(fc.integer({min: 0, max: 900}), {maxLength: 30}),
			async sizes => {
				using folder = temporaryFolder();
				const left = [...sizes];
				let now = 0;
				const recorder = openRecorder({
					...common,
					now: () => now,
					target: {kind: 'session', folder: folder.path},
					write(descriptor, bytes) {
						const size = left.shift() ?? bytes.length;
						if (size === 0) {
							throw Object.assign(new Error('no space left'), {code: 'ENOSPC'});
						}

						return writeSync(descriptor, bytes.subarray(0, size));
					},
				});
				const events = Array.from({length: 40}, (_, index) => event(index));
				for (const one of events) {
					now += 700;
					recorder.append(one);
				}

				assert.equal(recorder.close().ok, true);
				const recording = await read(recorder.status.path);
				assert.deepEqual(recording.events, events);
				assert.deepEqual(recording.skipped, []);
			},
		),
		{numRuns: 50},
	);
});

test('a full disk is said, and said again, with how many lines wait', {
	skip: existsSync('/dev/full') ? false : 'there is no /dev/full here',
}, () => {
	let now = 0;
	const recorder = openRecorder({...common, now: () => now, target: {kind: 'file', path: '/dev/full'}});
	const full = {ok: false, path: '/dev/full', error: 'the disk is full', isEmpty: true};
	for (const waiting of [1, 2, 3]) {
		now += 2000;
		recorder.append(event(now));
		assert.deepEqual(recorder.status, {...full, waiting});
	}

	assert.deepEqual(recorder.close(), {...full, waiting: 3});
});

const canMount = () =>
	process.platform === 'linux' &&
	process.getuid?.() === 0 &&
	spawnSync('unshare', ['--mount', 'true']).status === 0;

test('a real disk that gets full and free again ends up with everything', {
	skip: canMount() ? false : 'it takes root on Linux to mount a small disk',
}, async () => {
	using folder = temporaryFolder();
	const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder.path]);
	assert.equal(mount.status, 0, String(mount.stderr));
	try {
		const ballast = path.join(folder.path, 'ballast');
		writeFileSync(ballast, Buffer.alloc(40_000));
		let now = 0;
		const recorder = openRecorder({
			...common,
			now: () => now,
			target: {kind: 'session', folder: folder.path},
		});
		const events = Array.from({length: 60}, (_, index) => event(index));
		for (const one of events) {
			now += 2000;
			recorder.append(one);
		}

		const {status} = recorder;
		assert.ok(!status.ok);
		assert.equal(status.error, 'the disk is full');
		assert.ok(status.waiting > 0);
		const early = await read(status.path);
		assert.deepEqual(early.events, events.slice(0, early.events.length));

		rmSync(ballast);
		assert.equal(recorder.close().ok, true);
		const {events: kept, skipped} = await read(status.path);
		assert.deepEqual(kept, events);
		assert.deepEqual(skipped, []);
	} finally {
		spawnSync('umount', [folder.path]);
	}
});
