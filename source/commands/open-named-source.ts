import {type Stats, statSync} from 'node:fs';
import path from 'node:path';
import {dataFolder, sessionsFolder} from '../recording/data-folder.js';
import {openTraceSource, type TraceSource} from '../recording/open-trace-source.js';
import {findSessions} from '../recording/session-files.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import type {CommandContext} from './command-module.js';
import {damageWords} from './damage-words.js';
import {savedSessions} from './saved-sessions.js';
import {UsageError} from './usage-error.js';

/** What was opened, and what it is called. `path` is `null` for standard input. */
export type NamedSource = {
	readonly name: string;
	readonly path: string | null;
	readonly source: TraceSource;
};

type Surroundings = Pick<CommandContext, 'env' | 'stdin'>;

/** Opens a file, standard input for `-`, or a saved session by its id. Throws a `UsageError` where there is none of that name. */
async function openNamedSource(name: string, {env, stdin}: Surroundings): Promise<NamedSource> {
	if (name === '-') {
		if (stdin.isTTY) {
			throw new UsageError('Nothing comes on standard input: it is the terminal.', 'Pipe a stream into it.');
		}

		return {name: 'standard input', path: null, source: await openTraceSource(stdin)};
	}

	const file = fileOf(name, env);
	return {name: path.basename(file), path: file, source: await openFile(file)};
}

/** The path of a file that is there, or of the saved session of an id. */
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
		throw new UsageError(`${path.resolve(name)} is a folder.`, 'Name a file in it.');
	}

	if (first === undefined || found.length > 1) {
		throw new UsageError(
			first === undefined
				? `There is no file and no session ${JSON.stringify(name)}.`
				: `More than one session is meant by ${JSON.stringify(name)}: ${found.map(({id}) => id).join(', ')}.`,
			'streamscope sessions lists the sessions; the last four digits of an id will do.',
		);
	}

	return first.path;
}

function statOf(name: string): Stats | undefined {
	try {
		return statSync(name, {throwIfNoEntry: false});
	} catch (error) {
		// A name that no file can have may still be asked for.
		if (isSystemError(error)) {
			throw new UsageError(
				`${name} cannot be read: ${describeFailure(error, 'read')}.`,
				'Name another file.',
			);
		}

		throw error;
	}
}

/** Opens what somebody wants to do something with. Throws a `UsageError` where there is nothing in it. */
export async function openFilledSource(
	name: string,
	what: string,
	surroundings: Surroundings,
): Promise<NamedSource> {
	const opened = await openNamedSource(name, surroundings);
	if (opened.source.events.length === 0) {
		throw new UsageError(
			`There is nothing to ${what} in ${opened.name}.`,
			damageWords(opened.source) ?? 'It holds no events.',
		);
	}

	return opened;
}

async function openFile(file: string): Promise<TraceSource> {
	try {
		return await openTraceSource(file);
	} catch (error) {
		if (isSystemError(error)) {
			throw new UsageError(
				`${file} cannot be read: ${describeFailure(error, 'read')}.`,
				'Name another file.',
			);
		}

		throw error;
	}
}
