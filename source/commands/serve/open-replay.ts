import type {RecordedAnswer} from '../../demo/recorded-answers.js';
import type {CommandContext} from '../command-module.js';
import type {RecordThrough} from './record-through.js';
import {readRecordedSource} from './recorded-source.js';
import type {ServeFlags, ServeOptions} from './serve-options.js';

/** What is played in place of scenarios. */
export type Replay = {
	/** The file or the folder. */
	readonly name: string;
	readonly answers: readonly RecordedAnswer[];
	/** `null` if a request need not be the one that was recorded. */
	readonly through: RecordThrough | null;
};

/** Reads what `--replay` names; `null` without it. Throws a `UsageError` if it cannot be played. */
export async function openReplay(
	{replay: name, strict}: ServeFlags,
	{upstream}: ServeOptions,
	ca: string | undefined,
	context: CommandContext,
): Promise<Replay | null> {
	if (name === undefined) {
		return null;
	}

	const source = await readRecordedSource(name, context, upstream !== null);
	if (upstream === null && !strict) {
		return {name, answers: source.answers, through: null};
	}

	// Only this needs a client for other servers.
	const {openRecordThrough} = await import('./record-through.js');
	const through = openRecordThrough({upstream, target: name, source, env: context.env, ca});
	return {name, answers: source.answers, through};
}
