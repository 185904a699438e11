import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {ExportOptions} from '../../recording/exports/export-trace.js';
import type {TraceSource} from '../../recording/open-trace-source.js';
import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import type {CommandContext} from '../command-module.js';
import {openFilledSource} from '../open-named-source.js';
import {otelResource, otelSettings} from '../otel/otel-settings.js';
import {sendOtlp} from '../otel/send-otlp.js';
import {startProgressLine} from '../progress-line.js';
import {placeIn} from '../replay/replay-options.js';
import {UsageError} from '../usage-error.js';
import {type ExportName, exportNames, exportSource} from './export-source.js';
import type {SessionsFlags} from './sessions-call.js';
import {WriteError, writeExport} from './write-export.js';

/** Exports a session or any file that holds a stream. Names on stderr what the export leaves out. */
export async function exportNamed(
	name: string,
	flags: SessionsFlags,
	context: CommandContext,
): Promise<void> {
	const notes = await exportFile(name, formatOf(flags.to ?? 'md'), flags, context);
	context.stderr.write(notes.map(note => `${note}\n`).join(''));
}

async function exportFile(
	name: string,
	format: ExportName,
	{exchange, redact, output, otelContent, send, ...cast}: SessionsFlags,
	context: CommandContext,
): Promise<readonly string[]> {
	if (format !== 'otlp' && (otelContent || send)) {
		throw new UsageError(
			`--${send ? 'send' : 'otel-content'} needs --to otlp.`,
			'Other formats are written to a file.',
		);
	}

	using progress = startProgressLine(context, 'Reading …');
	const opened = await openFilledSource(name, 'export', context);
	const {source} = opened;
	const numbers = [...new Set(source.events.map(event => event.exchange))];
	const options: ExportOptions = {
		...(exchange === undefined ? {} : {exchange: exchangeOf(exchange, numbers)}),
		...(redact ? {redact: {ids: 'keep'}} : {}),
		...(format === 'html' && cast.from !== undefined ? {start: startIn(source, cast.from, exchange)} : {}),
		...rangeIn(source, format, cast),
		otlp: {
			session: path.basename(opened.name, path.extname(opened.name)),
			hasContent: otelContent === true,
			resource: otelResource(context.env),
			now: Date.now(),
		},
	};
	progress.say('Exporting …');
	const onProgress = (share: number) => progress.say(`Exporting: ${Math.floor(share * 100)} %`);
	const {pieces, notes} = await exportSource(opened.name, source, {format, options, cast, onProgress});
	if (send) {
		return [await sendLines(pieces, context)];
	}

	if (output === undefined || output === '-') {
		await print(pieces, context);
	} else {
		await write(pieces, output);
	}

	return notes;
}

/** The range to export. A page begins at its first event, but can go back to what lies before it; a cast is cut by the player that makes it. */
function rangeIn(
	source: TraceSource,
	format: ExportName,
	{from, until}: Pick<SessionsFlags, 'from' | 'until'>,
): Pick<ExportOptions, 'range'> {
	if (format === 'cast' || (from === undefined && until === undefined)) {
		return {};
	}

	const range = {
		from: from === undefined || format === 'html' ? 0 : placeIn(source, '--from', from),
		until: until === undefined ? source.events.length - 1 : placeIn(source, '--until', until),
	};
	if (range.from > range.until) {
		throw new UsageError('--from is after --until.', 'Exchange them.');
	}

	return {range};
}

/** How many of the exported events come up to a place. */
function startIn(source: TraceSource, from: string, exchange: string | undefined): number {
	const position = placeIn(source, '--from', from);
	return exchange === undefined
		? position + 1
		: source.events.slice(0, position + 1).filter(event => String(event.exchange) === exchange).length;
}

/** Sends the two lines of an OTLP export. Returns what was done, as a sentence. Throws a `UsageError` if that is not possible. */
async function sendLines(pieces: Iterable<string>, {env}: CommandContext): Promise<string> {
	const settings = otelSettings(env);
	if (settings === null) {
		throw new UsageError(
			'--send does not know where to.',
			'Set OTEL_EXPORTER_OTLP_ENDPOINT to the address of a collector, such as http://localhost:4318.',
		);
	}

	const [traces = '', metrics = ''] = pieces;
	const problem = await sendOtlp({traces, metrics}, settings);
	if (problem !== null) {
		throw new UsageError(problem, 'Is a collector listening there, for OTLP over HTTP?');
	}

	return `Sent to ${sanitizeLine(settings.traces)}.`;
}

function formatOf(to: string): ExportName {
	const format = exportNames.find(known => known === to);
	if (format === undefined) {
		throw new UsageError(`--to cannot be ${JSON.stringify(to)}.`, `Use ${exportNames.join(', ')}.`);
	}

	return format;
}

function exchangeOf(text: string, numbers: readonly number[]): number {
	const exchange = numbers.find(number => String(number) === text);
	if (exchange === undefined) {
		throw new UsageError(
			`There is no exchange ${JSON.stringify(text)}.`,
			numbers.length === 0 ? 'There are none.' : `Exchanges: ${numbers.join(', ')}.`,
		);
	}

	return exchange;
}

/** A terminal would obey control characters in a recording; a pipe gets them unchanged. */
async function print(pieces: Iterable<string>, {stdout}: CommandContext): Promise<void> {
	const shown = stdout.isTTY ? sanitized(pieces) : pieces;
	try {
		await pipeline(Readable.from(shown), stdout, {end: false});
	} catch (error) {
		// A reader such as head closes the pipe early.
		if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
			throw error;
		}
	}
}

function* sanitized(pieces: Iterable<string>): Generator<string> {
	for (const piece of pieces) {
		yield sanitize(piece);
	}
}

async function write(pieces: Iterable<string>, output: string): Promise<void> {
	try {
		await writeExport(pieces, path.resolve(output));
	} catch (error) {
		throw error instanceof WriteError ? new UsageError(error.message, 'Choose another file.') : error;
	}
}
