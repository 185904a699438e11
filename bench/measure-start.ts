import {type BenchSubject, programReady, startFloor, startProgram, submitPrompt} from './bench-subject.js';
import {markersIn} from './marker.js';

/** Milliseconds from the start of the floor to its first output. The server answers at once. */
export const measureFloorStart = async (subject: BenchSubject): Promise<number> => {
	const {sent} = subject.server.expect({deltas: 1, perSecond: null, delay: 0, holdEnd: false});
	await using terminal = startFloor(subject);
	await sent;
	await terminal.exited;
	let firstAt = Number.NaN;
	await terminal.replay((at, rows) => {
		if (Number.isNaN(firstAt) && rows.some(row => markersIn(row).length > 0)) {
			firstAt = at;
		}
	});
	return firstAt - terminal.startedAt;
};

/** Milliseconds from the start of the program to the first frame that shows its prompt. */
export const measureProgramStart = async (subject: BenchSubject): Promise<number> => {
	await using terminal = startProgram(subject);
	return (await programReady(terminal)) - terminal.startedAt;
};

/**
 * Runs the program once, with one answer, and quits it. Node then keeps the code that was compiled, as it does for anybody who has used the
 * program before. The measured runs are killed, and so keep none.
 */
export const keepCompiledCode = async (subject: BenchSubject): Promise<void> => {
	await using terminal = startProgram(subject);
	await programReady(terminal);
	const {requested, sent} = subject.server.expect({deltas: 20, perSecond: 100, delay: 0, holdEnd: false});
	await submitPrompt(terminal, requested);
	await sent;
	await terminal.quiet(300, 3000);
	terminal.write('\u0003');
	await terminal.quiet(100, 1000);
	terminal.write('\u0003');
	await terminal.exited;
};
