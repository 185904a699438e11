import {execFile} from 'node:child_process';
import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {BenchSizes} from './bench-options.js';
import {writeMillion} from './million-file.js';
import {readCpu, readPeakMemory} from './process-usage.js';
import {type RecordedTerminal, recordTerminal} from './recorded-terminal.js';

/** `cpu` is in seconds, `peakMemory` in MB. */
type Usage = {readonly cpu: number; readonly peakMemory: number};

/** The player, from its start to its first frame. `keys` is the CPU time from each key to its first frame, in milliseconds. */
export type PlayerFigures = {
	readonly opened: Usage;
	readonly keys: Readonly<Record<string, number>>;
	/** After the last key. */
	readonly peakMemory: number;
};

/** A recording of many exchanges, and one of a single exchange, with as many events. */
export type MillionFigures = {
	readonly inspect: Usage;
	readonly many: PlayerFigures;
	readonly one: PlayerFigures;
};

const usageProbe = fileURLToPath(new URL('usage-on-exit.mjs', import.meta.url));

/** `0` shows all events. The others move through them, or look through them for something that is not there. */
const keys: ReadonlyArray<readonly [name: string, bytes: string]> = [
	['0', '0'],
	['PgUp', '\u001B[5~'],
	['g', 'g'],
	['G', 'G'],
	['[', '['],
	[']', ']'],
	['E', 'E'],
	['P', 'P'],
	[',', ','],
];

/** Inspects a long recording, and opens two in the player. Time does not count, only CPU time, so that a busy machine matters less. */
export const measureMillion = async (
	program: string,
	{millionEvents: events, millionExchanges: exchanges}: BenchSizes,
): Promise<MillionFigures> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'streamscope-million-'));
	try {
		const file = path.join(folder, 'recording.ndjson');
		await writeMillion(file, {events, exchanges});
		const inspect = await inspectFile(program, file);
		const many = await playFile(program, file);
		await writeMillion(file, {events, exchanges: 1});
		return {inspect, many, one: await playFile(program, file)};
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

const inspectFile = async (program: string, file: string): Promise<Usage> => {
	const args = ['--import', usageProbe, program, 'inspect', '--quiet', file];
	const {stderr} = await promisify(execFile)(process.execPath, args);
	return JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as Usage;
};

const playFile = async (program: string, file: string): Promise<PlayerFigures> => {
	await using terminal = recordTerminal({
		args: [program, 'replay', '--paused', file],
		columns: 200,
		rows: 50,
		env: {},
	});
	await frameAfter(terminal, 0);
	const opened = {cpu: readCpu(terminal.pid).used / 1000, peakMemory: readPeakMemory(terminal.pid)};
	const taken: Record<string, number> = {};
	for (const [name, bytes] of keys) {
		// What the key before it started has to end first, such as the SDK's reading of the exchange.
		await untilIdle(terminal);
		const frames = terminal.frames();
		const before = readCpu(terminal.pid).used;
		terminal.write(bytes);
		await frameAfter(terminal, frames);
		taken[name] = readCpu(terminal.pid).used - before;
	}

	return {opened, keys: taken, peakMemory: readPeakMemory(terminal.pid)};
};

const maxWait = 300_000;

const frameAfter = async (terminal: RecordedTerminal, frames: number): Promise<void> => {
	for (let waited = 0; terminal.frames() <= frames; waited += 5) {
		if (waited > maxWait) {
			throw new Error('The player did not draw a frame');
		}

		await delay(5);
	}
};

/** Waits until the program has used next to no CPU time for a while. */
const untilIdle = async ({pid}: RecordedTerminal): Promise<void> => {
	for (let waited = 0; waited < maxWait; waited += 500) {
		const before = readCpu(pid).used;
		await delay(500);
		if (readCpu(pid).used - before < 10) {
			return;
		}
	}
};
