import {exportFormats} from '../../recording/exports/export-formats.js';
import type {ExportOptions} from '../../recording/exports/export-trace.js';
import type {Exported} from '../../recording/exports/exported.js';
import type {TraceSource} from '../../recording/open-trace-source.js';
import {readRecording} from '../../recording/read-recording.js';
import type {CastFlags} from './export-cast.js';

/** What a session can become: the formats of recordings, and a film of the player. */
export const exportNames = [...exportFormats, 'cast'] as const;
export type ExportName = (typeof exportNames)[number];

export type SourceExport = {
	readonly format: ExportName;
	readonly options: ExportOptions;
	/** How a film is to be. */
	readonly cast: CastFlags;
	/** Hears which share of it is done, from 0 to 1, where that takes time. */
	readonly onProgress?: (share: number) => void;
};

/** Makes a file of what was opened under a name. Throws a `UsageError` for a film that cannot be made. */
export async function exportSource(
	name: string,
	source: TraceSource,
	{format, options, cast, onProgress}: SourceExport,
): Promise<Exported> {
	// The chat can export, too: what makes the files is loaded only when one is made.
	const {exportTrace} = await import('../../recording/exports/export-trace.js');
	if (format !== 'cast') {
		return exportTrace(source, format, options);
	}

	// A film of what was chosen. What makes it is loaded only here.
	const {pieces, notes} = exportTrace(source, 'recording', options);
	const [chosen, {exportCast}] = await Promise.all([readRecording(pieces), import('./export-cast.js')]);
	// The name of the file stands in the film where there is no title.
	const shown = options.redact === undefined ? name : '…';
	return {
		pieces: await exportCast(shown, {...source, ...chosen}, cast, onProgress),
		extension: 'cast',
		notes,
	};
}
