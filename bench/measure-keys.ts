import {setTimeout as delay} from 'node:timers/promises';
import {summarise} from '../source/analysis/quantiles.js';
import type {BenchSizes} from './bench-options.js';
import {type BenchSubject, programReady, startProgram, submitPrompt} from './bench-subject.js';
import {monotonicNow} from './monotonic-now.js';

/** Typed before the timed keys, so that the searched text occurs only in the prompt. */
const lead = 'zz:';

const alphabet = 'etaoinshrdlucmfwypvbgkqjxz';

const keyGap = 60;

/** Milliseconds from a key's write to its glyph in the prompt, while 200 events per second stream: the p99 of all keys. */
export const measureKeys = async (subject: BenchSubject, {keys, settle}: BenchSizes): Promise<number> => {
	await using terminal = startProgram(subject);
	await programReady(terminal);
	const {requested, sent} = subject.server.expect({
		deltas: Math.ceil((keys * keyGap + 1400) / 5),
		perSecond: 200,
		delay: 0,
		holdEnd: false,
	});
	await submitPrompt(terminal, requested);
	await delay(500);
	terminal.write(lead);
	await delay(500);

	const pressedAt: number[] = [];
	for (let index = 0; index < keys; index++) {
		pressedAt.push(monotonicNow());
		terminal.write(alphabet.charAt(index % alphabet.length));
		// Not a multiple of any frame time, so that keys fall on every part of a frame.
		await delay(keyGap - 7 + ((index * 5) % 14));
	}

	await sent;
	await terminal.quiet(settle, 5000);
	const typed =
		lead + Array.from({length: keys}, (_, index) => alphabet.charAt(index % alphabet.length)).join('');
	const latencies: number[] = [];
	await terminal.replay((at, rows) => {
		const row = rows.find(candidate => candidate.includes(lead)) ?? '';
		const shown = row.slice(Math.max(0, row.indexOf(lead)));
		while (latencies.length < keys && shown.startsWith(typed.slice(0, lead.length + latencies.length + 1))) {
			latencies.push(at - (pressedAt[latencies.length] ?? at));
		}
	});
	if (latencies.length < keys) {
		throw new Error(
			`Only ${latencies.length} of ${keys} keys were shown in the prompt\n${terminal.picture()}`,
		);
	}

	return summarise(latencies)?.p99 ?? Number.NaN;
};
