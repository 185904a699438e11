// Watches a program from inside while the bench measures it: `node --import bench/probe.mjs PROGRAM`, with the path of the bench's socket in
// BENCH_PROBE. Each line that comes in is a command, each line that goes out its answer.

import {Session} from 'node:inspector';
import {connect} from 'node:net';
import {monitorEventLoopDelay} from 'node:perf_hooks';
import process from 'node:process';
import {createInterface} from 'node:readline';

/** Milliseconds between checks of the event loop. A check is late by the time that the loop was busy. */
const resolution = 2;

let writes = 0;
const watch = () => {
	const {stdout} = process;
	const {write} = stdout;
	stdout.write = (...args) => {
		writes++;
		return write.apply(stdout, args);
	};
};

const session = new Session();
session.connect();
const post = (method, parameters) => {
	let answer;
	// In a session with its own thread the callback is called before `post` returns.
	session.post(method, parameters, (error, result) => {
		if (error) {
			throw error;
		}

		answer = result;
	});
	return answer;
};

let delay;
const commands = {
	/** Starts to watch the event loop and to count writes to stdout. */
	watch() {
		delay = monitorEventLoopDelay({resolution});
		delay.enable();
		writes = 0;
		return null;
	},
	/** Writes to stdout, and the event-loop delay in ms, since `watch`. */
	watched() {
		delay.disable();
		const late = percentile => Math.max(0, delay.percentile(percentile) / 1e6 - resolution);
		return {writes, delay: {p50: late(50), p95: late(95), p99: late(99)}};
	},
	/** Starts to count function calls. */
	count() {
		post('Profiler.enable');
		post('Profiler.startPreciseCoverage', {callCount: true, detailed: false});
		post('Profiler.takePreciseCoverage');
		return null;
	},
	/** Starts a CPU profile. */
	profile() {
		post('Profiler.enable');
		post('Profiler.setSamplingInterval', {interval: 200});
		post('Profiler.start');
		return null;
	},
	/** The profile since `profile`, as `node --cpu-prof` writes it. */
	profiled: () => post('Profiler.stop').profile,
	/** The functions that ran since `count` or the last `counted`, by script and position. */
	counted() {
		const {result} = post('Profiler.takePreciseCoverage');
		return result
			.flatMap(({url, functions}) =>
				url.startsWith('file:') && url !== import.meta.url
					? functions.map(({functionName, ranges: [{startOffset, count}]}) => ({
							url,
							name: functionName,
							start: startOffset,
							calls: count,
						}))
					: [],
			)
			.filter(({calls}) => calls > 0);
	},
};

watch();
const socket = connect(process.env.BENCH_PROBE);
socket.unref();
createInterface({input: socket}).on('line', command => {
	socket.write(`${JSON.stringify(commands[command]())}\n`);
});
