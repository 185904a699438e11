import {setTimeout as delay} from 'node:timers/promises';
import type {BenchSizes} from './bench-options.js';
import {programReady, startProgram, submitPrompt} from './bench-subject.js';
import {startHeldAnswer} from './held-answer.js';
import {readCpu} from './process-usage.js';
import {delta, opening} from './send-stream.js';

/** Milliseconds after which a frame counts as missed. */
const longest = 1000;

/**
 * CPU in ms for one delta and its frame. Each delta is sent when the previous one has been drawn. At a fixed rate, a busy machine would draw
 * fewer frames and make the program look cheap.
 */
export const measureFrame = async (program: string, {steadyDeltas, settle}: BenchSizes): Promise<number> => {
	using server = await startHeldAnswer();
	await using terminal = startProgram({server, program});
	await programReady(terminal);
	await submitPrompt(terminal, server.requested);
	await server.send(opening('msg_bench').join(''));
	await terminal.quiet(settle, 5000);
	const cpu = readCpu(terminal.pid).used;
	const deltas = Math.ceil(steadyDeltas / 3);
	const framesBefore = terminal.frames();
	for (let number = 0; number < deltas; number++) {
		const frames = terminal.frames();
		await server.send(delta(number));
		for (let waited = 0; terminal.frames() === frames && waited < longest; waited += 5) {
			await delay(5);
		}
	}

	return (readCpu(terminal.pid).used - cpu) / (terminal.frames() - framesBefore);
};
