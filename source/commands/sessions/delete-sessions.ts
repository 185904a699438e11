import {existsSync} from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline/promises';
import {deleteSession, moveSession} from '../../recording/change-session.js';
import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import {findSessions} from '../../recording/session-files.js';
import {sessionIdOf} from '../../recording/session-name.js';
import {emptyTrash, trashFolder, trashTime} from '../../recording/session-trash.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {CommandContext} from '../command-module.js';
import {fileOf} from '../open-named-source.js';
import {savedSessions} from '../saved-sessions.js';
import {UsageError} from '../usage-error.js';
import {change} from './change.js';

/**
 * Moves sessions to the trash, or deletes them for good. Each is named by its whole id or its file. In a terminal, part of an id is enough
 * after a confirmation. Throws a `UsageError`, before anything is deleted, if one does not exist or is not fully named.
 */
export async function deleteSessions(
	names: readonly string[],
	isForever: boolean,
	context: CommandContext,
): Promise<void> {
	const files: string[] = [];
	for (const name of names) {
		const file = fileOf(name, context.env);
		if (isWhole(name, file) || (await confirm(name, file, context))) {
			files.push(file);
		}
	}

	emptyOldTrash(context);
	for (const file of files) {
		if (isForever) {
			change(file, () => deleteSession(file));
			context.stdout.write(`Deleted: ${sanitizeLine(file)}\n`);
		} else {
			toTrash(file, context);
		}
	}
}

function toTrash(file: string, {env, stdout}: CommandContext): void {
	change(file, () =>
		moveSession(file, trashFolder(dataFolder(env)), place => {
			stdout.write(
				`Deleted: ${sanitizeLine(file)}\nNow in the trash, for 30 days: ${sanitizeLine(place)}\nTo restore it: streamscope sessions undelete ${sanitizeLine(sessionIdOf(place))}\n`,
			);
		}),
	);
}

/** The last four digits of an id are easily mistyped and then name another session. */
function isWhole(name: string, file: string): boolean {
	return sessionIdOf(file) === name || (existsSync(name) && path.resolve(name) === file);
}

async function confirm(name: string, file: string, {stdin, stderr}: CommandContext): Promise<boolean> {
	const id = sessionIdOf(file);
	if (!stdin.isTTY || !stderr.isTTY) {
		throw new UsageError(
			`${JSON.stringify(name)} is not a whole id.`,
			`Did you mean: streamscope sessions delete ${id}`,
		);
	}

	const terminal = createInterface({input: stdin, output: stderr});
	try {
		const answer = await terminal.question(`Delete ${sanitizeLine(id)}? [y/N] `);
		return /^y(es)?$/i.test(answer.trim());
	} finally {
		terminal.close();
	}
}

function emptyOldTrash({env}: CommandContext): void {
	emptyTrash(trashFolder(dataFolder(env)), Date.now() - trashTime);
}

/** Deletes everything in the trash for good. */
export function purgeTrash({env, stdout}: CommandContext): void {
	const count = emptyTrash(trashFolder(dataFolder(env)), Number.POSITIVE_INFINITY);
	stdout.write(
		count === 0 ? 'The trash is empty.\n' : `Deleted for good: ${count} session${count === 1 ? '' : 's'}.\n`,
	);
}

/** Restores a session from the trash. Without a name, lists the trash. */
export function undeleteSession(name: string | null, context: CommandContext): void {
	const {env, stdout} = context;
	const data = dataFolder(env);
	emptyOldTrash(context);
	const trash = savedSessions(trashFolder(data));
	if (name === null) {
		const lines = trash.map(({id}) => `${sanitizeLine(id)}\n`);
		stdout.write(lines.length === 0 ? 'The trash is empty.\n' : lines.join(''));
		return;
	}

	const found = findSessions(trash, name);
	const [first] = found;
	if (first === undefined || found.length > 1) {
		throw new UsageError(
			first === undefined
				? `There is no session ${JSON.stringify(name)} in the trash.`
				: `${JSON.stringify(name)} matches more than one session: ${found.map(({id}) => id).join(', ')}.`,
			'streamscope sessions undelete lists the trash.',
		);
	}

	change(first.path, () =>
		moveSession(first.path, sessionsFolder(data), place => {
			stdout.write(`Restored: ${sanitizeLine(place)}\n`);
		}),
	);
}
