import {type Stats, statSync} from 'node:fs';
import path from 'node:path';
import {dataFolder, sessionsFolder} from '../recording/data-folder.js';
import {openTraceSource, type TraceSource} from '../recording/open-trace-source.js';
import {findSessions} from '../recording/session-files.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import type {CommandContext} from './command-module.js';
import {damageWords} from './damage-words.js';
import type {ProgressLine} from './progress-line.js';
import {readWithProgress} from './read-progress.js';
import {savedSessions} from './saved-sessions.js';
import {UsageError} from './usage-error.js';

/** An opened source and its name. `path` is `null` for standard input. */
export type NamedSource = {
	readonly name: string;
	readonly path: string | null;
	readonly source: TraceSource;
};

type Surroundings = Pick<CommandContext, 'env' | 'stdin'>;

/** Opens a file, standard input for `-`, or a saved session by its id. Throws a `UsageError` if there is none. */
async function openNamedSource(
	name: string,
	{env, stdin}: Surroundings,
	progress: ProgressLine | null,
): Promise<NamedSource> {
	if (name === '-') {
		if (stdin.isTTY) {
			throw new UsageError('Standard input is a terminal.', 'Pipe a stream in.');
		}

		return {name: 'standard input', path: null, source: await openTraceSource(stdin)};
	}

	const file = fileOf(name, env);
	return {name: path.basename(file), path: file, source: await openFile(file, progress)};
}

/** The path of an existing file, or of the saved session with that id. */
export function fileOf(name: string, env: Surroundings['env']): string {
	if (name.trim() === '') {
		throw new UsageError('The name of the session is empty.', 'streamscope sessions lists the sessions.');
	}

	const stats = statOf(name);
	if (stats !== undefined && !stats.isDirectory()) {
		return path.resolve(name);
	}

	const found = findSessions(savedSessions(sessionsFolder(dataFolder(env))), name);
	const [first] = found;
	if (first === undefined && stats !== undefined) {
		throw new UsageError(`${path.resolve(name)} is a folder.`, 'Choose a file in it.');
	}

	if (first === undefined || found.length > 1) {
		throw new UsageError(
			first === undefined
				? `No file or session is called ${JSON.stringify(name)}.`
				: `${JSON.stringify(name)} matches more than one session: ${found.map(({id}) => id).join(', ')}.`,
			'streamscope sessions lists the sessions; the last four digits of an id are enough.',
		);
	}

	return first.path;
}

function statOf(name: string): Stats | undefined {
	try {
		return statSync(name, {throwIfNoEntry: false});
	} catch (error) {
		// The user may ask for a name that no file can have.
		if (isSystemError(error)) {
			throw new UsageError(`Cannot read ${name}: ${describeFailure(error, 'read')}.`, 'Choose another file.');
		}

		throw error;
	}
}

/** Opens a source for an action, and says how much of a file has been read. Throws a `UsageError` if it is empty. */
export async function openFilledSource(
	name: string,
	what: string,
	surroundings: Surroundings,
	progress: ProgressLine | null = null,
): Promise<NamedSource> {
	return filled(await openNamedSource(name, surroundings, progress), what);
}

/** The same source, if it has events. Throws a `UsageError` if it is empty. */
export function filled(opened: NamedSource, what: string): NamedSource {
	if (opened.source.events.length === 0) {
		throw new UsageError(
			`There is nothing to ${what} in ${opened.name}.`,
			damageWords(opened.source) ?? 'It has no events.',
		);
	}

	return opened;
}

async function openFile(file: string, progress: ProgressLine | null): Promise<TraceSource> {
	try {
		return await openTraceSource(progress === null ? file : readWithProgress(file, progress));
	} catch (error) {
		if (isSystemError(error)) {
			throw new UsageError(`Cannot read ${file}: ${describeFailure(error, 'read')}.`, 'Choose another file.');
		}

		throw error;
	}
}
