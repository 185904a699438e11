import {existsSync} from 'node:fs';
import process from 'node:process';
import {clientSecrets} from '../../client/client-secrets.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import type {RecorderStatus} from '../../recording/open-recorder.js';
import {emptyTrash, trashFolder, trashTime} from '../../recording/session-trash.js';
import {latestSession} from '../../recording/summarise-session.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {describeConversation} from '../../ui/conversation/describe-conversation.js';
import {createStore, type Store} from '../../ui/screen/store.js';
import {runScreen} from '../../ui/terminal/run-screen.js';
import {endBySignal} from '../end-by-signal.js';
import {fileOf} from '../open-named-source.js';
import {noSession, savedSessions} from '../saved-sessions.js';
import {terminalServices} from '../terminal-services.js';
import {openToolDesk} from '../tools/tool-desk.js';
import {openChatHost} from './chat-host.js';
import type {ChatOptions} from './chat-options.js';
import {resumeName} from './chat-recording.js';
import type {ChatSession} from './chat-session.js';
import {type ChatTarget, openChatTarget} from './chat-target.js';
import {newSession, type RecordChoice, type SessionStart, savedSession} from './session-start.js';

/** The session that the chat starts with: a new one, the last one, a named one, or one chosen from a list. */
export type ChatOpening =
	| {readonly kind: 'new' | 'last' | 'choose'}
	| {readonly kind: 'session'; readonly name: string};

/** The full-screen chat, with the live API if the SDK finds a credential, else with the embedded demo server. */
export async function chat(options: ChatOptions, opening: ChatOpening): Promise<void> {
	const folder = sessionsFolder(dataFolder(process.env));
	const choice = {record: options.record, folder};
	const target = await openChatTarget(options);
	const start = await startOf(opening, choice).catch(async error => {
		await target.close();
		throw error;
	});
	const terminal = terminalServices(process, options.facts);
	const settings = createStore(options.settings);
	const tools = openToolDesk({
		tools: options.tools,
		isDemo: () => target.demo.present()?.scenario === 'tools',
		secrets: () => clientSecrets(target.client(), process.env),
	});
	const host = await openChatHost({options, target, settings, tools, terminal, choice, start});
	const left = new AbortController();
	let signal: NodeJS.Signals | null = null;
	try {
		const ended = runScreen({
			scene: host.scene,
			frame: 1000 / 25,
			hasTitle: options.hasTitle,
			hasAlternateScreen: options.hasAlternateScreen,
			hasKittyKeyboard: options.hasKittyKeyboard,
			oddClusters: options.facts.oddClusters,
			canSwitchGraphemes: options.facts.canSwitchGraphemes,
			isScreenReader: options.isScreenReader,
			keys: options.keys,
		});
		learnModels(target, settings, left.signal);
		try {
			emptyTrash(trashFolder(dataFolder(process.env)), Date.now() - trashTime);
		} catch {
			// A folder that cannot be read does not stop the chat. The recorder says what is wrong with it.
		}
		signal = await ended;
	} finally {
		left.abort();
		await host.close();
		await target.close();
	}

	const session = host.session();
	// After a hang-up there is no terminal.
	if (session !== null && session.trace.length > 0 && signal !== 'SIGHUP') {
		process.stdout.write(farewell(session, folder));
	}

	if (signal !== null) {
		endBySignal(process, signal);
	}
}

/** Asks in the background what the models take, once the first frame is drawn. The header and the checks then follow the answer. */
function learnModels({models}: ChatTarget, settings: Store<ChatSettings>, left: AbortSignal): void {
	void models.ask(left).then(() => settings.update(state => ({...state})));
}

/** `null` if the user chooses from a list. Throws a `UsageError` if the session does not exist. */
async function startOf(opening: ChatOpening, choice: RecordChoice): Promise<SessionStart | null> {
	switch (opening.kind) {
		case 'new': {
			return newSession(choice);
		}

		case 'choose': {
			if (savedSessions(choice.folder).length === 0) {
				throw noSession('Start one: streamscope');
			}

			return null;
		}

		case 'session': {
			return savedSession(fileOf(opening.name, process.env), choice);
		}

		case 'last': {
			const last = await latestSession(savedSessions(choice.folder));
			if (last === null) {
				throw noSession('Start one: streamscope');
			}

			return savedSession(last.path, choice);
		}
	}
}

/** A row that sums up the session, and a row that says how to resume it. */
function farewell({trace, services, openedAt, recording}: ChatSession, folder: string): string {
	const status = recording?.status() ?? null;
	const name = 'streamscope: ';
	const width = (process.stdout.columns ?? 80) - name.length;
	const line = describeConversation({view: trace.view, duration: services.now() - openedAt, width});
	return [name + line, ...onwards(status, folder)].map(row => `${sanitizeLine(row)}\n`).join('');
}

function onwards(status: RecorderStatus | null, folder: string): readonly string[] {
	if (status?.ok === false) {
		return [`${status.isEmpty ? 'Nothing' : 'Not everything'} was recorded: ${status.error}`];
	}

	// A copy or a fork without a new exchange is deleted.
	return status === null || !existsSync(status.path)
		? []
		: [`To resume: streamscope --resume ${resumeName(status, folder)}`];
}
