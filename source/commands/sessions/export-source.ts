import {exportFormats} from '../../recording/exports/export-formats.js';
import type {ExportOptions} from '../../recording/exports/export-trace.js';
import type {Exported} from '../../recording/exports/exported.js';
import type {TraceSource} from '../../recording/open-trace-source.js';
import {readRecording} from '../../recording/read-recording.js';
import type {CastFlags} from './export-cast.js';

/** The export formats: those of recordings, and a cast of the player. */
export const exportNames = [...exportFormats, 'cast'] as const;
export type ExportName = (typeof exportNames)[number];

export type SourceExport = {
	readonly format: ExportName;
	readonly options: ExportOptions;
	/** Options of a cast. */
	readonly cast: CastFlags;
	/** Called with the progress of a long export, from 0 to 1. */
	readonly onProgress?: (share: number) => void;
};

/** Exports an opened source. Throws a `UsageError` for a cast that cannot be made. */
export async function exportSource(
	name: string,
	source: TraceSource,
	{format, options, cast, onProgress}: SourceExport,
): Promise<Exported> {
	// The chat can export too, so the exporters are loaded only when one is needed.
	const {exportTrace} = await import('../../recording/exports/export-trace.js');
	if (format !== 'cast') {
		return exportTrace(source, format, options);
	}

	// The exporter of casts is loaded only here.
	// The player cuts the cast, so that what lies before it is on its screen.
	const {range: _, ...whole} = options;
	const {pieces, notes} = exportTrace(source, 'recording', whole);
	const [chosen, {exportCast}] = await Promise.all([readRecording(pieces), import('./export-cast.js')]);
	// Without a title, the cast shows the name of the file.
	const shown = options.redact === undefined ? name : '…';
	return {
		pieces: await exportCast(shown, {...source, ...chosen}, cast, onProgress),
		extension: 'cast',
		notes,
	};
}
