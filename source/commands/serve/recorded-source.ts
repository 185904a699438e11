import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {type RecordedAnswer, recordedAnswers} from '../../demo/recorded-answers.js';
import type {CommandContext} from '../command-module.js';
import {openFilledSource} from '../open-named-source.js';
import {UsageError} from '../usage-error.js';

/** What was recorded, and where more of it goes: `continues` is the end of a file to which more can be added. */
export type RecordedSource = {
	readonly answers: readonly RecordedAnswer[];
	readonly isFolder: boolean;
	readonly continues: {readonly exchanges: number; readonly at: number} | null;
};

/** Reads the answers of a file, or of the recordings in a folder. Throws a `UsageError` if there are none, unless more of them will be added. */
export async function readRecordedSource(
	name: string,
	context: CommandContext,
	grows: boolean,
): Promise<RecordedSource> {
	const isThere = existsSync(name);
	const isFolder = isThere ? statSync(name).isDirectory() : path.extname(name) === '';
	if (grows && (!isThere || (!isFolder && statSync(name).size === 0))) {
		return {answers: [], isFolder, continues: null};
	}

	const files = isFolder && isThere ? recordingsIn(name) : [name];
	const answers: RecordedAnswer[] = [];
	let continues: RecordedSource['continues'] = null;
	for (const file of files) {
		const {source} = await openFilledSource(file, 'play', context);
		if (grows && !isFolder && source.format !== 'recording') {
			throw new UsageError(
				`${name} is not a recording, so nothing can be added to it.`,
				'Name a folder or another file for --replay.',
			);
		}

		for (const answer of recordedAnswers(source.events)) {
			answers.push(answer);
		}

		continues = {
			exchanges: source.events.reduce((most, {exchange}) => Math.max(most, exchange), 0),
			at: source.events.at(-1)?.at ?? 0,
		};
	}

	if (answers.length === 0 && !grows) {
		throw new UsageError(
			isFolder ? `${name} has no recordings.` : `${name} has requests, but no answers.`,
			isFolder ? 'Their names end in .ndjson.' : 'Choose another file.',
		);
	}

	return {answers, isFolder, continues};
}

function recordingsIn(folder: string): readonly string[] {
	return readdirSync(folder)
		.filter(file => file.endsWith('.ndjson'))
		.sort()
		.map(file => path.join(folder, file))
		.filter(file => statSync(file).size > 0);
}
