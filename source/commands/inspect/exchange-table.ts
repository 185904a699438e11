import {alignRows} from '../../text/align-rows.js';
import {formatBytes, formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {csv} from '../csv.js';
import type {FileReport} from './file-report.js';
import type {InspectedExchange} from './trace-inspection.js';

const headings = ['#', 'at', 'model', 'status', 'stop', 'TTFT', 'total', 'in', 'out', 'bytes', 'findings'];

/** The number of cells that a model's name may take. */
const widestCell = 26;

/** The exchanges of a file, one a row. Without exchanges, there is no head either. */
export function exchangeTable({exchanges}: FileReport): readonly Row[] {
	if (exchanges.length === 0) {
		return [];
	}

	const rows = exchanges.map(exchange => {
		const {clocks, startedAt, bytes} = exchange;
		const time = (ms: number | null | undefined) =>
			ms === null || ms === undefined ? '–' : formatMilliseconds(ms);
		const tokens = (count: number | null) => (count === null ? '–' : formatTokens(count));
		return [
			`${exchange.exchange}`,
			clocks === null ? '–' : formatMilliseconds(startedAt),
			exchange.model ?? '–',
			statusOf(exchange) ?? '–',
			exchange.stopReason ?? exchange.error?.kind ?? exchange.outcome,
			time(clocks?.ttft),
			time(clocks?.total),
			tokens(inputOf(exchange)),
			tokens(numberIn(exchange, 'output_tokens')),
			formatBytes(bytes),
			findingsOf(exchange),
		];
	});
	return alignRows([headings, ...rows], widestCell)
		.trimEnd()
		.split('\n')
		.map((line, index): Row => [segment(`  ${line}`, index === 0 ? 'dim' : undefined)]);
}

const columns: ReadonlyArray<
	readonly [name: string, pick: (exchange: InspectedExchange, file: string) => string | number | null]
> = [
	['file', (_, file) => file],
	['exchange', ({exchange}) => exchange],
	['at_ms', ({startedAt, clocks}) => (clocks === null ? null : startedAt)],
	['model', ({model}) => model],
	['status', statusOf],
	['outcome', ({outcome}) => outcome],
	['stop_reason', ({stopReason}) => stopReason],
	['error', ({error}) => error?.kind ?? null],
	['ttft_ms', ({clocks}) => clocks?.ttft ?? null],
	['total_ms', ({clocks}) => clocks?.total ?? null],
	['input_tokens', inputOf],
	['output_tokens', exchange => numberIn(exchange, 'output_tokens')],
	['events', ({events}) => events.total],
	['bytes', ({bytes}) => bytes],
	['errors', ({counts}) => counts.errors],
	['warnings', ({counts}) => counts.warnings],
	['notes', ({counts}) => counts.notes],
];

/** All exchanges as CSV, with a header line. */
export function exchangeCsv(files: readonly FileReport[]): string {
	return csv(
		columns.map(([name]) => name),
		files.flatMap(({file, exchanges}) =>
			exchanges.map(exchange => columns.map(([, pick]) => sanitized(pick(exchange, file)))),
		),
	);
}

function sanitized(value: string | number | null): string | number | null {
	return typeof value === 'string' ? sanitizeLine(value) : value;
}

function statusOf({attempts}: InspectedExchange): string | null {
	const status = attempts.at(-1)?.status ?? null;
	return status === null ? null : `${status}`;
}

function findingsOf({counts: {errors, warnings, notes}}: InspectedExchange): string {
	const parts = [
		...(errors > 0 ? [`${errors} ✗`] : []),
		...(warnings > 0 ? [`${warnings} !`] : []),
		...(notes > 0 ? [`${notes} ·`] : []),
	];
	return parts.length === 0 ? '✓' : parts.join(' ');
}

const inputCounts = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'];

/** All input, cached or not; `null` if none was counted. */
function inputOf(exchange: InspectedExchange): number | null {
	const counts = inputCounts.map(name => numberIn(exchange, name)).filter(count => count !== null);
	return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

function numberIn({usage}: InspectedExchange, wanted: string): number | null {
	const value = usage.find(({name}) => name === wanted)?.value;
	return typeof value === 'number' ? value : null;
}
