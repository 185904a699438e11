import type {StreamComparison} from '../../analysis/comparison/compare-streams.js';
import {sideRows} from '../../analysis/comparison/side-rows.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {TraceError} from '../../trace/trace-event.js';
import {errorNotice} from '../ask/ask-notices.js';
import type {CommandContext} from '../command-module.js';
import {rowPainter} from '../paint-row.js';
import {logRows} from './log-rows.js';

/** The width of output that does not go to a terminal, in cells. */
const usualWidth = 80;

type PrintOptions = {
	readonly isJson: boolean;
	/** Whether the two logs are printed side by side as well. */
	readonly hasLog: boolean;
	/** Adds to an error what is known of its side. */
	readonly explain?: (error: TraceError, name: string) => TraceError;
	readonly context: CommandContext;
};

/** Prints the report on two streams, and on stderr why one of them failed. */
export function printAgainst(
	report: StreamComparison,
	{isJson, hasLog, explain = error => error, context}: PrintOptions,
): void {
	const {stdout, stderr} = context;
	for (const {name, exchange} of report.sides) {
		if (exchange.error !== null) {
			stderr.write(`${sanitizeLine(name)}: ${errorNotice(explain(exchange.error, name))}\n`);
		}
	}

	if (isJson) {
		const {log: _, ...rest} = report;
		stdout.write(`${JSON.stringify(rest, null, 2)}\n`);
		return;
	}

	const width = stdout.columns ?? usualWidth;
	const paint = rowPainter(stdout);
	const rows = [
		...sideRows(report, width),
		...(hasLog && report.log.some(({isSame}) => !isSame) ? [[], ...logRows(report.log, width)] : []),
	];
	stdout.write(rows.map(row => `${paint(row)}\n`).join(''));
}
