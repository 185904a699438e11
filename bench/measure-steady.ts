import {summarise} from '../source/analysis/quantiles.js';
import type {BenchSizes} from './bench-options.js';
import {
	type BenchSubject,
	programReady,
	showsWholeAnswer,
	startFloor,
	startProgram,
	submitPrompt,
} from './bench-subject.js';
import {markerName, markersIn} from './marker.js';
import type {Probe} from './open-probe.js';
import {type CpuUsage, readCpu} from './process-usage.js';
import type {RecordedTerminal} from './recorded-terminal.js';
import type {StreamPlan, StreamSent} from './stream-plan.js';

/** Milliseconds after which a screen that keeps changing counts as finished. */
const settleLimit = 5000;

/** The cost of one stream at 100 events per second. Times in ms. */
export type SteadyFigures = {
	/** From the server's write to the marker's glyph on the screen. */
	readonly latency: {readonly p50: number; readonly p99: number};
	/** CPU from the request until the screen stopped changing. */
	readonly streamCpu: number;
	/** CPU from the start of the process until the screen stopped changing. */
	readonly processCpu: number;
	/** How long the process was ready but got no CPU, which is what a busy machine adds to the times. */
	readonly waited: number;
	readonly bytesPerEvent: number;
	/** Deltas whose marker never appeared on the screen. */
	readonly unseen: number;
};

export type IdleFigures = {readonly cpu: number; readonly bytes: number};

const plan = (deltas: number, holdEnd: boolean): StreamPlan => ({
	deltas,
	perSecond: 100,
	delay: 150,
	holdEnd,
});

/** Watches an idle program. CPU in ms per second. */
const measureIdle = async (terminal: RecordedTerminal, duration: number): Promise<IdleFigures> => {
	const cpu = readCpu(terminal.pid).used;
	const bytes = terminal.bytes();
	await new Promise(resolve => setTimeout(resolve, duration));
	return {
		cpu: ((readCpu(terminal.pid).used - cpu) * 1000) / duration,
		bytes: terminal.bytes() - bytes,
	};
};

/** The time of the first screen with each marker, by the marker's number. */
const glyphTimes = async (terminal: RecordedTerminal): Promise<ReadonlyMap<number, number>> => {
	const seen = new Map<number, number>();
	await terminal.replay((at, rows) => {
		for (const number of rows.flatMap(markersIn)) {
			if (!seen.has(number)) {
				seen.set(number, at);
			}
		}
	});
	return seen;
};

const figures = async (
	terminal: RecordedTerminal,
	sent: StreamSent,
	cpu: {readonly before: CpuUsage; readonly after: CpuUsage},
	bytes: number,
): Promise<SteadyFigures> => {
	const seen = await glyphTimes(terminal);
	const latencies = sent.sentAt.flatMap((at, index) => {
		const seenAt = seen.get(sent.firstMarker + index);
		return seenAt === undefined ? [] : [seenAt - at];
	});
	const {p50 = Number.NaN, p99 = Number.NaN} = summarise(latencies) ?? {};
	return {
		latency: {p50, p99},
		streamCpu: cpu.after.used - cpu.before.used,
		processCpu: cpu.after.used,
		waited: cpu.after.waited - cpu.before.waited,
		bytesPerEvent: bytes / sent.events,
		unseen: sent.sentAt.length - latencies.length,
	};
};

/** The floor at 100 events per second, from start to end. `loopDelay` is known only with a probe. */
export const measureSteadyFloor = async (
	subject: BenchSubject,
	{steadyDeltas, settle}: BenchSizes,
	probe?: Probe,
): Promise<SteadyFigures & {readonly loopDelay: number}> => {
	const {requested, sent} = subject.server.expect(plan(steadyDeltas, true));
	await using terminal = startFloor(subject, probe);
	await requested;
	await probe?.watch();
	const before = readCpu(terminal.pid);
	const whole = await sent;
	await terminal.quiet(settle, settleLimit);
	const after = readCpu(terminal.pid);
	const result = await figures(terminal, whole, {before, after}, terminal.bytes());
	const loopDelay = (await probe?.watched())?.delay.p95 ?? Number.NaN;
	subject.server.release();
	await terminal.exited;
	return {...result, loopDelay};
};

/** One exchange at 100 events per second in a program that waits at its prompt. */
export const measureSteadyExchange = async (
	terminal: RecordedTerminal,
	subject: BenchSubject,
	{steadyDeltas, settle}: BenchSizes,
): Promise<SteadyFigures> => {
	const {requested, sent} = subject.server.expect(plan(steadyDeltas, false));
	await submitPrompt(terminal, requested);
	const before = readCpu(terminal.pid);
	const bytes = terminal.bytes();
	const whole = await sent;
	await terminal.quiet(settle, settleLimit);
	const after = readCpu(terminal.pid);
	const result = await figures(terminal, whole, {before, after}, terminal.bytes() - bytes);
	if (!showsWholeAnswer(await terminal.replay(), markerName(whole.firstMarker + steadyDeltas - 1))) {
		throw new Error(`The finished screen lacks the last words or message_stop\n${terminal.picture()}`);
	}

	return result;
};

/** A fresh program: idle at its prompt, one exchange, idle with the finished stream on the screen. */
export const measureSteadyProgram = async (
	subject: BenchSubject,
	sizes: BenchSizes,
): Promise<SteadyFigures & {readonly fresh: IdleFigures; readonly finished: IdleFigures}> => {
	await using terminal = startProgram(subject);
	await programReady(terminal);
	const fresh = await measureIdle(terminal, sizes.idle);
	const stream = await measureSteadyExchange(terminal, subject, sizes);
	const finished = await measureIdle(terminal, sizes.idle);
	return {...stream, fresh, finished};
};
