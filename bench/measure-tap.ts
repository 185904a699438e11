// Measures what `streamscope tap` adds to streams, with direct streams in the same run, and its memory while many pass. Needs a build.
// `npm run bench:tap -- [streams] [seconds]`: with `200 60` it is a load test that fails if anything is lost or the memory grows.

import {type ChildProcess, fork, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {setTimeout as delay} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {quantile} from '../source/analysis/quantiles.js';
import {monotonicNow} from './monotonic-now.js';

const [streams = 20, seconds = 5] = process.argv
	.slice(2)
	.filter(word => /^\d+$/.test(word))
	.map(Number);

/** In megabytes: what the tap may take more while streams pass. */
const maxGrowth = 150;

/** Milliseconds between two events of one stream. */
const interval = 50;

/** Serves streams whose events hold the time at which they were sent. */
function serve(): void {
	const server = createServer(async (asked, response) => {
		asked.resume();
		response.writeHead(200, {'content-type': 'text/event-stream'});
		const end = monotonicNow() + seconds * 1000;
		// Streams that do not send at the same moment.
		await delay(Math.random() * interval);
		let count = 0;
		while (monotonicNow() < end) {
			count++;
			response.write(`event: ping\ndata: {"type":"ping","sent":${monotonicNow()}}\n\n`);
			await delay(interval);
		}

		response.end(`event: message_stop\ndata: {"type":"message_stop","count":${count}}\n\n`);
	});
	server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
	process.on('disconnect', () => process.exit());
}

/** `lost` is how many events did not come, of a stream that `isWhole`. */
type Read = {readonly delays: readonly number[]; readonly isWhole: boolean; readonly lost: number};

/** Reads one stream, and how long each event was on its way, in milliseconds. */
async function read(url: string): Promise<Read> {
	const asking = request(`${url}/v1/messages`, {method: 'POST', agent: false});
	asking.end('{"stream":true}');
	const [response] = await once(asking, 'response');
	const delays: number[] = [];
	let last = '';
	response.on('data', (bytes: Buffer) => {
		const now = monotonicNow();
		last = bytes.toString();
		for (const [, sent] of last.matchAll(/"sent":([\d.]+)/g)) {
			delays.push(now - Number(sent));
		}
	});
	await once(response, 'end');
	const [, sent = '0'] = /"count":(\d+)/.exec(last) ?? [];
	return {delays, isWhole: last.includes('message_stop'), lost: Number(sent) - delays.length};
}

function memoryOf(pid: number): number {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** The time on the processor so far, in milliseconds. Linux counts it in hundredths of a second. */
function processorTimeOf(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function startTap(upstream: string): Promise<{readonly tap: ChildProcess; readonly url: string}> {
	const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
	const tap = spawn(process.execPath, [program, 'tap', '--no-record', '--upstream', upstream], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	// All lines are read, or the tap would wait for room in the pipe.
	const url = await new Promise<string>(resolve => {
		createInterface(tap.stdout).on('line', line => {
			const [, address] = /=(http\S+)/.exec(line) ?? [];
			if (address !== undefined) {
				resolve(address);
			}
		});
	});
	return {tap, url};
}

async function measure(): Promise<void> {
	const server = fork(fileURLToPath(import.meta.url), ['serve', ...process.argv.slice(2)]);
	const [port] = await once(server, 'message');
	const direct = `http://127.0.0.1:${port}`;
	const {tap, url} = await startTap(direct);
	const pid = tap.pid ?? 0;
	await read(url);
	const before = {memory: memoryOf(pid), processor: processorTimeOf(pid)};
	let most = before.memory;
	const watching = setInterval(() => {
		most = Math.max(most, memoryOf(pid));
	}, 500);
	// Half of the streams each, at the same time: what else the machine does is the same for both.
	const [through, without] = await Promise.all(
		[url, direct].map(address => Promise.all(Array.from({length: streams}, () => read(address)))),
	);
	clearInterval(watching);
	const processor = processorTimeOf(pid) - before.processor;
	tap.kill('SIGTERM');
	server.disconnect();
	const sorted = [through, without].map(reads =>
		Float64Array.from((reads ?? []).flatMap(({delays}) => delays)).sort(),
	);
	const [tapped = new Float64Array(), plain = new Float64Array()] = sorted;
	const added = (part: number) => (quantile(tapped, part) - quantile(plain, part)).toFixed(2);
	console.log(
		`${streams} streams through the tap and ${streams} beside it, ${seconds} s, ${tapped.length} events`,
	);
	console.log(
		`direct   p50 ${quantile(plain, 0.5).toFixed(2)} ms   p99 ${quantile(plain, 0.99).toFixed(2)} ms`,
	);
	console.log(`added    p50 ${added(0.5)} ms   p99 ${added(0.99)} ms`);
	console.log(`processor ${((processor * 1000) / tapped.length).toFixed(0)} µs an event`);
	console.log(`memory   ${before.memory.toFixed(0)} MB before, at most ${most.toFixed(0)} MB`);
	const cut = (through ?? []).filter(({isWhole}) => !isWhole).length;
	const lost = (through ?? []).reduce((sum, one) => sum + Math.abs(one.lost), 0);
	console.log(`streams that are not whole: ${cut}, events lost: ${lost}`);
	if (cut + lost > 0 || most - before.memory > maxGrowth) {
		console.log(`✗ nothing may be lost, and no more than ${maxGrowth} MB may gather`);
		process.exitCode = 1;
	}
}

if (process.argv[2] === 'serve') {
	serve();
} else {
	await measure();
}
