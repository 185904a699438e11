import process from 'node:process';
import type {Scene} from '../ui/components/stage.js';
import type {ChatSettings} from '../ui/slash/chat-settings.js';
import {createStore, type Store} from '../ui/state/store.js';
import type {ChatOptions} from './chat-options.js';
import {chatServices} from './chat-services.js';
import {type ChatSession, openChatSession} from './chat-session.js';
import {sessionControl} from './chat-session-control.js';
import type {ChatTarget} from './chat-target.js';
import {settingsOf} from './session-settings.js';
import {forkedSession, type RecordChoice, type SessionStart, savedSession} from './session-start.js';
import {sessionChooser} from './sessions/session-chooser.js';
import type {TerminalServices} from './terminal-services.js';

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

export async function openChatHost(host: ChatHostOptions): Promise<ChatHost> {
	const {options, target, settings, terminal, choice} = host;
	const theme = terminal.createTheme(options.theme);
	let session: ChatSession | null = null;
	let count = 0;

	const open = async (start: SessionStart): Promise<Scene> => {
		await session?.close();
		if (start.header?.mode === 'demo' && options.demo === undefined && options.client.baseUrl === undefined) {
			await target.demo.play({});
		}

		settings.update(state => ({...state, ...settingsOf(start.events), ...options.flagged}));
		const opened = openChatSession({
			start,
			target,
			settings,
			theme: session?.model.theme ?? theme,
			options,
		});
		session = opened;
		count++;
		const control = sessionControl({
			session: opened,
			workingFolder: process.cwd(),
			fork: exchange =>
				show(forkedSession(opened.trace, exchange, opened.recording?.title() ?? null, choice)),
			choose: () => scene.update(before => choosing(before)),
		});
		return {
			key: `chat ${count}`,
			kind: 'chat',
			model: opened.model,
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
		theme: session?.model.theme ?? theme,
		services: sessionChooser({
			folder: choice.folder,
			present: session?.recording?.status() ?? null,
			back: before === null ? null : () => scene.update(() => before),
			open: async file => show(await savedSession(file, choice)),
		}),
	});

	const scene: Store<Scene> = createStore(host.start === null ? choosing(null) : await open(host.start));
	return {
		scene,
		session: () => session,
		close: async () => session?.close(),
	};
}
