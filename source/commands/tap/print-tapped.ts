import {createInterface} from 'node:readline';
import {type Row, segment} from '../../text/segment.js';
import type {Invocation} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {printRows} from '../print-rows.js';
import {untilStopped} from '../until-stopped.js';
import {createWatchdogGuard} from '../watchdog-guard.js';
import {eventLine, givenUpLine} from './event-line.js';
import {introduction, type Running} from './running.js';
import type {TapFlags} from './tap-options.js';

/** Prints a line an event until the program is stopped. Enter lets the oldest held stream go on. */
export async function printTapped({context}: Invocation<TapFlags>, running: Running): Promise<number> {
	const {control} = running;
	const canRelease = control !== null && context.stdin.isTTY;
	const words = [...introduction(running), ...(canRelease ? ['Enter lets a held stream go on.'] : [])];
	printRows(
		context.stdout,
		words.map(line => [segment(line)]),
	);
	printEvents(context.stdout, running);
	if (!canRelease) {
		await untilStopped();
		return exitCodes.fine;
	}

	const lines = createInterface(context.stdin);
	lines.on('line', () => control.holds.release());
	await untilStopped();
	lines.close();
	return exitCodes.fine;
}

/** Prints a line for each event from now on, and one where a watchdog would have given up. */
export function printEvents(
	stream: NodeJS.WriteStream,
	{listeners, watchdogs, now}: Pick<Running, 'listeners' | 'watchdogs' | 'now'>,
): void {
	const print = laterPrinter(stream);
	listeners.push(event => print(eventLine(event)));
	const guard = createWatchdogGuard({
		rules: watchdogs,
		now,
		onGivenUp: (exchange, rule) => print(givenUpLine(now(), exchange, rule)),
	});
	listeners.push(guard.add);
}

/** Prints rows once what has come was passed on: writing to a terminal or a pipe takes as long as its reader does. */
function laterPrinter(stdout: NodeJS.WriteStream): (row: Row) => void {
	let waiting: Row[] = [];
	return row => {
		waiting.push(row);
		if (waiting.length === 1) {
			setImmediate(() => {
				const rows = waiting;
				waiting = [];
				printRows(stdout, rows);
			});
		}
	};
}
