import process from 'node:process';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {dataFolder} from '../../recording/data-folder.js';
import {type SessionFile, sessionFiles} from '../../recording/session-files.js';
import {trashFolder} from '../../recording/session-trash.js';
import {latestSession} from '../../recording/summarise-session.js';
import type {Scene} from '../../ui/player/stage.js';
import {screenSettings} from '../../ui/screen/screen-settings.js';
import {initialScreen} from '../../ui/screen/screen-state.js';
import {createStore, type Store} from '../../ui/screen/store.js';
import type {ToolServices} from '../../ui/slash/chat-services.js';
import {keptFilters} from '../kept-filters.js';
import {nextSettings, withSettings} from '../session-settings.js';
import {sessionChooser} from '../sessions/session-chooser.js';
import type {TerminalServices} from '../terminal-services.js';
import {chatConfig} from './chat-config.js';
import type {ChatOptions} from './chat-options.js';
import {chatServices} from './chat-services.js';
import {type ChatSession, openChatSession, type SessionView} from './chat-session.js';
import {sessionControl} from './chat-session-control.js';
import type {ChatTarget} from './chat-target.js';
import {resumeDemo} from './resume-demo.js';
import {
	forkedSession,
	type RecordChoice,
	releaseStart,
	type SessionStart,
	savedSession,
} from './session-start.js';

export type ChatHostOptions = {
	readonly options: ChatOptions;
	readonly target: ChatTarget;
	readonly settings: Store<ChatSettings>;
	readonly tools: ToolServices;
	readonly terminal: TerminalServices;
	readonly choice: RecordChoice;
	/** The first session, or `null` to let the user choose one. */
	readonly start: SessionStart | null;
};

/** Shows the sessions of the chat, one after the other. */
export type ChatHost = {
	readonly scene: Store<Scene>;
	/** The current session; `null` while the first one is being chosen. */
	session(): ChatSession | null;
	/** Ends the current session. */
	close(): Promise<void>;
};

/** Shown to screen readers, which cannot read the list aloud. */
const listAloud = 'streamscope sessions lists the sessions, and streamscope --resume ID resumes one';

export async function openChatHost(host: ChatHostOptions): Promise<ChatHost> {
	const {options, terminal, choice} = host;
	const firstTheme = terminal.createTheme(options.theme);
	let session: ChatSession | null = null;
	let count = 0;
	let opening = options.question;
	const takeOpening = () => {
		const taken = opening;
		opening = null;
		return taken;
	};

	const theme = () => session?.screen.state.theme ?? firstTheme;

	const config = chatConfig({
		...options.configured,
		settings: host.settings,
		demo: host.target.demo,
		screen: () => session?.screen ?? null,
		createTheme: terminal.createTheme,
	});

	const open = async (start: SessionStart): Promise<Scene> => {
		const view = viewOf(
			session?.screen.state ?? {
				...{...initialScreen, ...options, ...options.sizes},
				filters: keptFilters(process.env),
			},
		);
		await session?.close();
		const notice = await prepare(start, host).catch(error => {
			releaseStart(start);
			throw error;
		});
		const {target, settings, tools} = host;
		const hasSessions = otherSessions(choice.folder, null).length > 0;
		const opened = openChatSession({
			start: {...start, notice},
			target,
			settings,
			tools,
			theme: theme(),
			hasSessions,
			view,
			options,
		});
		session = opened;
		count++;
		const control = sessionControl({
			session: opened,
			workingFolder: process.cwd(),
			fork: exchange =>
				show(forkedSession(opened.trace, exchange, opened.recording?.title() ?? null, choice)),
			openLast: () => openLast(opened),
			choose: () => choose(opened),
		});
		return {
			key: `chat ${count}`,
			kind: 'chat',
			store: opened.screen,
			services: chatServices({
				session: opened,
				target,
				settings,
				tools,
				terminal,
				options,
				control,
				config,
				takeOpening,
			}),
		};
	};

	const show = async (start: SessionStart) => {
		const next = await open(start);
		scene.update(() => next);
	};

	const openLast = async ({recording}: ChatSession): Promise<string | null> => {
		try {
			const own = recording?.status() ?? null;
			const last = await latestSession(otherSessions(choice.folder, own?.ok === true ? own.path : null));
			if (last === null) {
				return 'There is no saved session yet.';
			}

			await show(await savedSession(last.path, choice));
			return null;
		} catch (error) {
			return error instanceof Error ? error.message : String(error);
		}
	};

	const choosing = (before: Scene | null): Scene => ({
		key: 'sessions',
		kind: 'sessions',
		theme: theme(),
		services: sessionChooser({
			folder: choice.folder,
			trash: trashFolder(dataFolder(process.env)),
			prices: options.prices,
			present: session?.recording?.status() ?? null,
			renamePresent: title => session?.note({type: 'title', title}),
			back: before === null ? null : () => scene.update(() => before),
			open: async file => show(await savedSession(file, choice)),
		}),
	});

	const choose = ({screen}: ChatSession) => {
		if (options.isScreenReader) {
			screen.dispatch({name: 'say', notice: listAloud});
		} else {
			scene.update(choosing);
		}
	};

	const scene: Store<Scene> = createStore(host.start === null ? choosing(null) : await open(host.start));
	return {scene, session: () => session, close: async () => session?.close()};
}

function viewOf(state: SessionView): SessionView {
	const {isMarkdown, hasEvents, isStepping, hasMouse, notify, told, views, filters} = state;
	// The settings of a request are those of the session.
	const unkept = state.unkept.filter(({setting}) => Object.hasOwn(screenSettings, setting));
	const {logSize, inspectorPlace, split, logShare, columns} = state;
	const sizes = {logSize, inspectorPlace, split, logShare, columns};
	return {isMarkdown, hasEvents, isStepping, hasMouse, notify, unkept, told, views, filters, ...sizes};
}

/** The saved sessions except `own`, the newest first. None if they cannot be read. */
function otherSessions(folder: string, own: string | null): readonly SessionFile[] {
	try {
		return sessionFiles(folder).filter(file => file.path !== own);
	} catch {
		return [];
	}
}

/** A resumed session keeps its settings unless the command line says otherwise. A session with the demo resumes with the demo. Returns what is to be said about it. */
async function prepare(
	{header, next, others, notice}: SessionStart,
	{options, target, settings}: ChatHostOptions,
): Promise<string | null> {
	if (header === null) {
		return notice;
	}

	const isDemo = header.mode === 'demo' && options.demo === undefined && options.client.baseUrl === undefined;
	const isFlagged = options.configured.options.origins.demoSpeed.from === 'flag';
	const problem = isDemo ? await resumeDemo(others, target, isFlagged) : null;
	settings.update(state =>
		withSettings({...state, ...nextSettings(next, options.client.apiVersion)}, options.flagged),
	);
	return problem ?? notice;
}
