import process from 'node:process';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import type {Scene} from '../../ui/player/stage.js';
import {createStore, type Store} from '../../ui/screen/store.js';
import {nextSettings, withSettings} from '../session-settings.js';
import {sessionChooser} from '../sessions/session-chooser.js';
import type {TerminalServices} from '../terminal-services.js';
import type {ChatOptions} from './chat-options.js';
import {chatServices} from './chat-services.js';
import {type ChatSession, openChatSession} from './chat-session.js';
import {sessionControl} from './chat-session-control.js';
import type {ChatTarget} from './chat-target.js';
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
	readonly terminal: TerminalServices;
	readonly choice: RecordChoice;
	/** The session at first, or `null` to have one chosen. */
	readonly start: SessionStart | null;
};

/** What the chat shows, one session after the other. */
export type ChatHost = {
	readonly scene: Store<Scene>;
	/** The present session; `null` while the first one is being chosen. */
	session(): ChatSession | null;
	/** Ends the present session. */
	close(): Promise<void>;
};

/** The list is a screen, which cannot be read aloud. */
const listAloud = 'streamscope sessions lists the sessions, and streamscope --resume ID goes on with one';

export async function openChatHost(host: ChatHostOptions): Promise<ChatHost> {
	const {options, terminal, choice} = host;
	const firstTheme = terminal.createTheme(options.theme);
	let session: ChatSession | null = null;
	let count = 0;
	const theme = () => session?.screen.state.theme ?? firstTheme;

	const open = async (start: SessionStart): Promise<Scene> => {
		await session?.close();
		await prepare(start, host).catch(error => {
			releaseStart(start);
			throw error;
		});
		const {target, settings} = host;
		const opened = openChatSession({start, target, settings, theme: theme(), options});
		session = opened;
		count++;
		const control = sessionControl({
			session: opened,
			workingFolder: process.cwd(),
			fork: exchange =>
				show(forkedSession(opened.trace, exchange, opened.recording?.title() ?? null, choice)),
			choose: () => choose(opened),
		});
		return {
			key: `chat ${count}`,
			kind: 'chat',
			store: opened.screen,
			services: chatServices({session: opened, target, settings, terminal, options, control}),
		};
	};

	const show = async (start: SessionStart) => {
		const next = await open(start);
		scene.update(() => next);
	};

	const choosing = (before: Scene | null): Scene => ({
		key: 'sessions',
		kind: 'sessions',
		theme: theme(),
		services: sessionChooser({
			folder: choice.folder,
			present: session?.recording?.status() ?? null,
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

/** A saved session goes on asking for what it asked for, where nothing else was said; one of the demo goes on with the demo. */
async function prepare(
	{header, next}: SessionStart,
	{options, target, settings}: ChatHostOptions,
): Promise<void> {
	if (header === null) {
		return;
	}

	if (header.mode === 'demo' && options.demo === undefined && options.client.baseUrl === undefined) {
		await target.demo.play({});
	}

	settings.update(state =>
		withSettings({...state, ...nextSettings(next, options.client.apiVersion)}, options.flagged),
	);
}
