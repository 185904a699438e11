import type {BenchSizes} from './bench-options.js';
import {
	type BenchSubject,
	programReady,
	showsWholeAnswer,
	startProgram,
	submitPrompt,
} from './bench-subject.js';
import {markerName} from './marker.js';
import {readPeakMemory} from './process-usage.js';

export type BurstFigures = {
	/** Milliseconds from the last byte to the first screen that shows the last words and message_stop. */
	readonly lag: number;
	/** MB. */
	readonly peakMemory: number;
};

/** 2,000 events a second. */
export const measureBurst = async (
	subject: BenchSubject,
	{burstDeltas, settle}: BenchSizes,
): Promise<BurstFigures> => {
	await using terminal = startProgram(subject);
	await programReady(terminal);
	const {requested, sent} = subject.server.expect({
		deltas: burstDeltas,
		perSecond: 2000,
		delay: 0,
		holdEnd: false,
	});
	await submitPrompt(terminal, requested);
	const {firstMarker, lastByteAt} = await sent;
	await terminal.quiet(2 * settle, 30_000);
	const peakMemory = readPeakMemory(terminal.pid);
	const lastMarker = markerName(firstMarker + burstDeltas - 1);
	let wholeAt: number | undefined;
	await terminal.replay((at, rows) => {
		wholeAt ??= showsWholeAnswer(rows, lastMarker) ? at : undefined;
	});
	if (wholeAt === undefined) {
		throw new Error(`The finished screen lacks the last words or message_stop\n${terminal.picture()}`);
	}

	return {lag: wholeAt - lastByteAt, peakMemory};
};
