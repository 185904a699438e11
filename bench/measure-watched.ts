import type {BenchSizes} from './bench-options.js';
import {type BenchSubject, programReady, startProgram} from './bench-subject.js';
import {measureSteadyExchange, measureSteadyFloor} from './measure-steady.js';
import {openProbe, type Probe} from './open-probe.js';
import type {RecordedTerminal} from './recorded-terminal.js';

/** What is visible only from inside a program while 100 events per second stream. */
export type WatchedFigures = {
	/** Event-loop delay in ms: p95. */
	readonly loopDelay: number;
	readonly writesPerFrame: number;
	readonly bytesPerFrame: number;
};

/** One exchange in a program that was started with the probe and waits at its prompt. */
export const measureWatchedExchange = async (
	terminal: RecordedTerminal,
	probe: Probe,
	subject: BenchSubject,
	sizes: BenchSizes,
): Promise<WatchedFigures> => {
	await probe.watch();
	const [framesBefore, bytesBefore] = [terminal.frames(), terminal.bytes()];
	await measureSteadyExchange(terminal, subject, sizes);
	const {writes, delay} = await probe.watched();
	const frames = terminal.frames() - framesBefore;
	return {
		loopDelay: delay.p95,
		writesPerFrame: writes / frames,
		bytesPerFrame: (terminal.bytes() - bytesBefore) / frames,
	};
};

/** A separate run, because watching the event loop costs CPU. */
export const measureWatchedProgram = async (
	subject: BenchSubject,
	sizes: BenchSizes,
): Promise<WatchedFigures> => {
	await using probe = await openProbe();
	await using terminal = startProgram(subject, probe);
	await programReady(terminal);
	return await measureWatchedExchange(terminal, probe, subject, sizes);
};

/** p95 of the floor's event-loop delay, in ms. */
export const measureFloorLoopDelay = async (subject: BenchSubject, sizes: BenchSizes): Promise<number> => {
	await using probe = await openProbe();
	const {loopDelay} = await measureSteadyFloor(subject, sizes, probe);
	return loopDelay;
};
