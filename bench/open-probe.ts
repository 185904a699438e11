import {once} from 'node:events';
import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {createServer, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface, type Interface} from 'node:readline';
import {fileURLToPath} from 'node:url';

/** What a program did while it was watched. */
export type Watched = {
	/** Writes to stdout. */
	readonly writes: number;
	/** Event-loop delay in ms. */
	readonly delay: {readonly p50: number; readonly p95: number; readonly p99: number};
};

/** A function that ran: its script's file, its position there in UTF-16 units, and how often it was called. */
export type CountedFunction = {
	readonly url: string;
	readonly name: string;
	readonly start: number;
	readonly calls: number;
};

/** The parts of a V8 CPU profile that are read here. Times in µs. Lines and columns count from 0. */
export type CpuProfile = {
	readonly nodes: ReadonlyArray<{
		readonly id: number;
		readonly callFrame: {
			readonly functionName: string;
			readonly url: string;
			readonly lineNumber: number;
			readonly columnNumber: number;
		};
		readonly children?: readonly number[];
	}>;
	readonly samples: readonly number[];
	readonly timeDeltas: readonly number[];
};

/** What the measured program reports about itself, see `probe.mjs`. */
export type Probe = AsyncDisposable & {
	/** Node's arguments before the program's file. */
	readonly nodeArgs: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly watch: () => Promise<void>;
	readonly watched: () => Promise<Watched>;
	readonly count: () => Promise<void>;
	/** The functions that ran since `count` or the last call of this. */
	readonly counted: () => Promise<readonly CountedFunction[]>;
	readonly profile: () => Promise<void>;
	readonly profiled: () => Promise<CpuProfile>;
};

const script = fileURLToPath(new URL('probe.mjs', import.meta.url));

/** Listens for one program that is started with the probe's arguments and environment. */
export const openProbe = async (): Promise<Probe> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'streamscope-probe-'));
	const address = path.join(folder, 'socket');
	const server = createServer().listen(address);
	await once(server, 'listening');
	const connected = once(server, 'connection').then(([socket]): {socket: Socket; lines: Interface} => {
		// The program is killed after the measurement.
		socket.on('error', () => {});
		return {socket, lines: createInterface({input: socket})};
	});
	const ask = async (command: string): Promise<unknown> => {
		const {socket, lines} = await connected;
		const answered = once(lines, 'line', {signal: AbortSignal.timeout(10_000)});
		socket.write(`${command}\n`);
		const [line] = await answered;
		return JSON.parse(line);
	};

	return {
		nodeArgs: ['--import', script],
		env: {BENCH_PROBE: address},
		watch: async () => void (await ask('watch')),
		watched: async () => (await ask('watched')) as Watched,
		count: async () => void (await ask('count')),
		counted: async () => (await ask('counted')) as readonly CountedFunction[],
		profile: async () => void (await ask('profile')),
		profiled: async () => (await ask('profiled')) as CpuProfile,
		async [Symbol.asyncDispose]() {
			server.close();
			await rm(folder, {recursive: true, force: true});
		},
	};
};
