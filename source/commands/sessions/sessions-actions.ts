import {renameSession} from '../../recording/change-session.js';
import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {CommandContext} from '../command-module.js';
import {fileOf} from '../open-named-source.js';
import {UsageError} from '../usage-error.js';
import {change} from './change.js';
import {deleteSessions, purgeTrash, undeleteSession} from './delete-sessions.js';
import {exportNamed} from './export-named.js';
import {listSessions} from './list-sessions.js';
import type {SessionsCall, SessionsFlags} from './sessions-call.js';

type SessionsAction = {
	readonly takes: ReadonlyArray<keyof SessionsFlags>;
	run(call: SessionsCall): Promise<void> | void;
};

/** The actions on saved sessions, by name. */
export const sessionsActions: Readonly<Record<string, SessionsAction>> = {
	list: {
		takes: ['json'],
		run: ({own, prices, context}) =>
			listSessions(folderOf(context), {isJson: own.json === true, prices}, context),
	},
	rename: {
		takes: [],
		run({session, words, context}) {
			const title = words.join(' ').trim();
			const file = fileOf(named(session, 'rename ID TITLE'), context.env);
			change(file, () => renameSession(file, title === '' ? null : title));
			context.stdout.write(
				title === '' ? 'The title was removed.\n' : `The session’s title is: ${sanitizeLine(title)}\n`,
			);
		},
	},
	delete: {
		takes: ['forever'],
		run: ({session, words, own, context}) =>
			deleteSessions([named(session, 'delete ID'), ...words], own.forever === true, context),
	},
	undelete: {
		takes: [],
		run: ({session, context}) => undeleteSession(session, context),
	},
	purge: {
		takes: [],
		run: ({context}) => purgeTrash(context),
	},
	export: {
		takes: [
			'to',
			'exchange',
			'redact',
			'otelContent',
			'send',
			'output',
			'size',
			'speed',
			'idleLimit',
			'castVersion',
			'present',
			'from',
			'until',
		],
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
