// Measures whether `streamscope serve` keeps the pace of every stream of a class: each student asks at the same time. Needs a build.
// `node --import tsx bench/measure-class.ts [students]`

import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {connect} from 'node:net';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {quantile} from '../source/analysis/quantiles.js';
import {readMessagesRequest} from '../source/demo/messages-request.js';
import {planAnswer} from '../source/demo/plan-answer.js';
import type {PlannedResponse} from '../source/demo/planned-response.js';
import {createRandom} from '../source/demo/random.js';
import {createScenarioBook} from '../source/demo/scenario-book.js';
import {planDuration} from '../source/demo/stream-plan.js';
import {describeMachine, machineLine} from './machine.js';
import {monotonicNow} from './monotonic-now.js';

const students = Number(process.argv[2] ?? 200);
const seed = 1;

/** The most that a stream may differ from its pace, in per cent. */
const target = 10;

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

function questionOf(student: number): string {
	return JSON.stringify({
		...{model: 'claude-haiku-5-5', max_tokens: 4096, stream: true},
		messages: [{role: 'user', content: `I am student ${student}. What is on the screen?`}],
	});
}

/** The answer as the server plans it, with its times. */
function planOf(question: string): PlannedResponse {
	const request = readMessagesRequest(JSON.parse(question));
	const scenarios = createScenarioBook([]);
	const scene = {seed, scenarios, name: 'chat', occurrence: 1, ids: createRandom(seed), faults: []};
	const answer = 'messages' in request ? planAnswer(request, scene) : null;
	if (answer?.kind !== 'answer') {
		throw new Error('The scenario answers no question.');
	}

	return answer.plan;
}

/** In milliseconds, from the question to the last byte as planned and as it was; how much later than planned the headers and each read came. */
type Measured = {
	readonly planned: number;
	readonly streamed: number;
	readonly headersLate: number;
	readonly readsLate: readonly number[];
	readonly isWhole: boolean;
};

/** When each read is complete: its last byte, counted from the end of the headers, and its time from the question. A chunk has its length and two line ends. */
function readsOf({
	responseMs,
	steps,
}: PlannedResponse): ReadonlyArray<{readonly end: number; readonly at: number}> {
	let end = 0;
	let at = responseMs;
	return steps.map(({delayMs, bytes}) => {
		end += bytes.length.toString(16).length + bytes.length + 4;
		at += delayMs;
		return {end, at};
	});
}

const lastChunk = '0\r\n\r\n';

/** Asks over a bare socket, because a client that parses would take the server's CPU. */
async function ask(url: URL, question: string, plan: PlannedResponse): Promise<Measured> {
	const reads = readsOf(plan);
	let started = 0;
	const socket = connect(Number(url.port), url.hostname, () => {
		started = monotonicNow();
	});
	// It is sent when the connection is there.
	socket.write(
		[
			...[
				'POST /v1/messages HTTP/1.1',
				`host: ${url.host}`,
				'x-api-key: class',
				'anthropic-version: 2023-06-01',
			],
			...['connection: close', 'content-type: application/json'],
			...[`content-length: ${Buffer.byteLength(question)}`, '', question],
		].join('\r\n'),
	);
	const late: number[] = [];
	let begun: number | null = null;
	let received = 0;
	let end = '';
	socket.on('data', bytes => {
		const at = monotonicNow() - started;
		if (begun === null) {
			begun = at;
			received -= bytes.indexOf('\r\n\r\n') + 4;
		}

		received += bytes.length;
		end = (end + bytes.toString('latin1').slice(-100)).slice(-100);
		for (
			let read = reads[late.length];
			read !== undefined && read.end <= received;
			read = reads[late.length]
		) {
			late.push(at - read.at);
		}
	});
	await once(socket, 'close');
	return {
		planned: planDuration(plan),
		streamed: monotonicNow() - started,
		headersLate: (begun ?? 0) - plan.responseMs,
		readsLate: late,
		isWhole: end.includes('message_stop') && end.endsWith(lastChunk) && late.length === reads.length,
	};
}

async function startServer(): Promise<{readonly child: ChildProcess; readonly url: string}> {
	const args = [program, 'serve', '--quiet', '--port', '0', '--seed', String(seed)];
	const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
	for await (const line of createInterface(child.stdout)) {
		const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
		if (url !== undefined) {
			child.stdout.resume();
			return {child, url};
		}
	}

	throw new Error('The server did not start.');
}

/** The CPU time of a process in milliseconds, where the system tells. */
function cpuTime(pid: number | undefined): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

process.stdout.write(`${machineLine(describeMachine())}\n`);
const {child, url} = await startServer();
const questions = Array.from({length: students}, (_, student) => questionOf(student));
// Planned before, so that it takes no time from the streams.
const plans = questions.map(planOf);
const began = monotonicNow();
const before = cpuTime(child.pid);
const ownBefore = process.cpuUsage();
const measured = await Promise.all(
	plans.map((plan, student) => ask(new URL(url), questions[student] ?? '', plan)),
);
const cpu = cpuTime(child.pid) - before;
const own = process.cpuUsage(ownBefore);
const wall = monotonicNow() - began;
child.kill('SIGINT');
await once(child, 'exit');

const off = measured.map(({planned, streamed}) => (Math.abs(streamed - planned) / planned) * 100);
const late = measured.map(({headersLate}) => headersLate);
const readsLate = measured.flatMap(measure => measure.readsLate);
const length = measured.map(({planned}) => planned / 1000);
const shown = (values: readonly number[], share: number) =>
	quantile(
		values.toSorted((one, other) => one - other),
		share,
	).toFixed(1);
const ofCore = (milliseconds: number) => `${((milliseconds / wall) * 100).toFixed(0)} % of a core`;
const broken = measured.filter(({isWhole}) => !isWhole).length;
const isInTime = Math.max(...off) <= target;
process.stdout.write(
	[
		`${students} streams at once, of ${shown(length, 0)} to ${shown(length, 1)} s; ${broken} not whole`,
		`off their pace: median ${shown(off, 0.5)} %, p99 ${shown(off, 0.99)} %, worst ${shown(off, 1)} % (target: ${target} %)`,
		`headers late: median ${shown(late, 0.5)} ms, worst ${shown(late, 1)} ms`,
		`${readsLate.length} reads late: median ${shown(readsLate, 0.5)} ms, p99 ${shown(readsLate, 0.99)} ms, worst ${shown(readsLate, 1)} ms`,
		`CPU: the server ${ofCore(cpu)}, the students ${ofCore((own.user + own.system) / 1000)}`,
		'',
	].join('\n'),
);
process.exitCode = broken === 0 && isInTime ? 0 : 1;
