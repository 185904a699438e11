import path from 'node:path';
import {bookmarkRange} from '../../analysis/bookmarks.js';
import {promptOf} from '../../analysis/conversation.js';
import {encodeRecording} from '../../recording/encode-recording.js';
import {readRecording} from '../../recording/read-recording.js';
import {sessionIdOf} from '../../recording/session-name.js';
import {itemsOf} from '../../trace/persistent-list.js';
import type {ExportRequest, SessionControl, WrittenExport} from '../../ui/slash/slash-context.js';
import {type ExportName, exportNames, exportSource} from '../sessions/export-source.js';
import {writeExport, writeToFreeName} from '../sessions/write-export.js';
import type {ChatSession} from './chat-session.js';

/** In milliseconds: an export that takes longer shows its progress. */
const patience = 1000;

export type SessionControlOptions = {
	readonly session: Pick<
		ChatSession,
		'header' | 'trace' | 'screen' | 'recording' | 'others' | 'note' | 'secrets'
	>;
	/** The folder for exports without a named file. */
	readonly workingFolder: string;
	fork(exchange: number): Promise<void>;
	openLast(): Promise<string | null>;
	choose(): void;
};

/** The actions of slash commands on the session. */
export function sessionControl(options: SessionControlOptions): SessionControl {
	const {session, fork, openLast, choose} = options;
	const {trace, recording, note} = session;
	return {
		title: () => recording?.title() ?? null,
		setTitle(title) {
			if (recording === null) {
				return false;
			}

			note({type: 'title', title});
			return true;
		},
		turns: () =>
			[...itemsOf(trace.view.exchanges)].map(view => ({
				exchange: view.exchange,
				prompt: promptOf(view) || 'the results of tools',
			})),
		fork,
		openLast,
		choose,
		exportFormats: exportNames,
		export: request => exportSession(request, options),
	};
}

async function exportSession(
	{format, isRedacted, isBetween, file}: ExportRequest,
	{session, workingFolder}: SessionControlOptions,
): Promise<WrittenExport> {
	const {header, trace, screen, recording, others, secrets} = session;
	const range = isBetween ? bookmarkRange(screen.newest().bookmarks) : undefined;
	if (range === null) {
		throw new Error('Set two bookmarks first: m in the event log sets one.');
	}

	// Exports the lines of a recording, because they hold no credentials.
	const opening = {...header, title: recording?.title() ?? null};
	const lines = encodeRecording({header: opening, events: trace.events, others}, secrets);
	const source = {...(await readRecording(lines)), format: 'recording', pacing: 'recorded'} as const;
	const status = recording?.status();
	const name = status?.ok ? sessionIdOf(status.path) : 'streamscope';
	const notify = (notice: string | null) => screen.dispatch({name: 'say', notice});
	const startedAt = performance.now();
	const isLong = () => performance.now() - startedAt > patience;
	const {pieces, extension, notes} = await exportSource(name, source, {
		format: format as ExportName,
		options: {
			...(isRedacted ? {redact: {ids: 'keep'}} : {}),
			...(range === undefined ? {} : {range: {from: range.from, until: range.to}}),
		},
		cast: range === undefined ? {} : {from: String(range.from + 1), until: String(range.to + 1)},
		onProgress: share => (isLong() ? notify(`exporting: ${Math.floor(share * 100)} %`) : undefined),
	});
	try {
		if (file === null) {
			return {file: await writeToFreeName(pieces, {folder: workingFolder, name, extension}), notes};
		}

		const named = path.resolve(workingFolder, file);
		await writeExport(pieces, named);
		return {file: named, notes};
	} finally {
		if (isLong()) {
			notify(null);
		}
	}
}
