import type {BenchSizes} from './bench-options.js';
import {type BenchSubject, programReady, startProgram, submitPrompt} from './bench-subject.js';
import {measureSteadyExchange, type SteadyFigures} from './measure-steady.js';
import {measureWatchedExchange, type WatchedFigures} from './measure-watched.js';
import {openProbe} from './open-probe.js';
import {envelopeEvents} from './send-stream.js';

/**
 * The stream at 100 events per second before and after many turns of one process. A first exchange, in which the code is compiled, does not
 * count. Otherwise a slow start would make the later turns look fast.
 */
export const measureLongSession = async (
	subject: BenchSubject,
	sizes: BenchSizes,
): Promise<{
	readonly before: readonly SteadyFigures[];
	readonly after: readonly SteadyFigures[];
	readonly watchedAfter: WatchedFigures;
}> => {
	await using probe = await openProbe();
	await using terminal = startProgram(subject, probe);
	await programReady(terminal);
	const measure = async (): Promise<SteadyFigures[]> => {
		const figures: SteadyFigures[] = [];
		for (let run = 0; run < sizes.runs; run++) {
			figures.push(await measureSteadyExchange(terminal, subject, sizes));
		}

		return figures;
	};

	await measureSteadyExchange(terminal, subject, sizes);
	const before = await measure();
	for (let turn = 0; turn < sizes.turns; turn++) {
		const {requested, sent} = subject.server.expect({
			deltas: sizes.eventsPerTurn - envelopeEvents,
			perSecond: null,
			delay: 0,
			holdEnd: false,
		});
		await submitPrompt(terminal, requested);
		await sent;
		await terminal.quiet(60, 5000);
		await terminal.replay();
	}

	await terminal.quiet(2 * sizes.settle, 10_000);
	const after = await measure();
	return {before, after, watchedAfter: await measureWatchedExchange(terminal, probe, subject, sizes)};
};
