import {deleteSession, renameSession, type SessionChange} from '../../recording/change-session.js';
import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import {describeFailure} from '../../recording/describe-failure.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {CommandContext} from '../command-module.js';
import {fileOf} from '../open-named-source.js';
import {UsageError} from '../usage-error.js';
import {exportNamed} from './export-named.js';
import {listSessions} from './list-sessions.js';
import type {SessionsCall, SessionsFlags} from './sessions-call.js';

type SessionsAction = {
	readonly takes: ReadonlyArray<keyof SessionsFlags>;
	run(call: SessionsCall): Promise<void> | void;
};

/** What can be done with saved sessions, by its name. */
export const sessionsActions: Readonly<Record<string, SessionsAction>> = {
	list: {
		takes: ['json'],
		run: ({own, context}) => listSessions(folderOf(context), own.json === true, context),
	},
	rename: {
		takes: [],
		run({session, words, context}) {
			const title = words.join(' ').trim();
			const file = fileOf(named(session, 'rename ID TITLE'), context.env);
			change(file, () => renameSession(file, title === '' ? null : title));
			context.stdout.write(
				title === '' ? 'The session has no title now.\n' : `The session is called: ${sanitizeLine(title)}\n`,
			);
		},
	},
	delete: {
		takes: [],
		run({session, words, context}) {
			// All of them are looked for before one is deleted.
			const files = [named(session, 'delete ID'), ...words].map(name => fileOf(name, context.env));
			for (const file of files) {
				change(file, () => deleteSession(file));
				context.stdout.write(`Deleted: ${sanitizeLine(file)}\n`);
			}
		},
	},
	export: {
		takes: ['to', 'exchange', 'redact', 'output', 'size', 'speed', 'idleLimit'],
		run: ({session, own, context}) => exportNamed(named(session, 'export ID --to FORMAT'), own, context),
	},
	path: {
		takes: [],
		run({session, context}) {
			const place = session === null ? folderOf(context) : fileOf(session, context.env);
			context.stdout.write(`${sanitizeLine(place)}\n`);
		},
	},
};

function folderOf({env}: CommandContext): string {
	return sessionsFolder(dataFolder(env));
}

function named(session: string | null, usage: string): string {
	if (session === null) {
		throw new UsageError('No session is named.', `streamscope sessions ${usage}`);
	}

	return session;
}

function change(file: string, act: () => SessionChange): void {
	const outcome = attempt(file, act);
	if (outcome === 'no recording') {
		throw new UsageError(`${file} is no session of streamscope.`, 'It stays as it is.');
	}

	if (outcome === 'in use') {
		throw new UsageError(`${file} is open in another process.`, 'Leave the chat there first.');
	}
}

function attempt(file: string, act: () => SessionChange): SessionChange {
	try {
		return act();
	} catch (error) {
		throw new UsageError(`${file} cannot be changed: ${describeFailure(error)}.`, 'It is as it was.');
	}
}
