import {spawn} from 'node:child_process';
import {tmpdir} from 'node:os';
import process from 'node:process';
import {listModels} from '../client/list-models.js';
import {dataFolder, sessionsFolder} from '../recording/data-folder.js';
import {notification} from '../terminal/notification.js';
import {sanitizeLine} from '../terminal/sanitize.js';
import {describeConversation} from '../trace/describe-conversation.js';
import type {Scene} from '../ui/components/stage.js';
import {runScreen} from '../ui/run-screen.js';
import {type Row, segment} from '../ui/segment.js';
import {settingsRow} from '../ui/slash/settings-row.js';
import type {DemoControl} from '../ui/slash/slash-context.js';
import {createStore} from '../ui/state/store.js';
import type {ChatOptions} from './chat-options.js';
import {resumeName} from './chat-recording.js';
import {type ChatSession, openChatSession} from './chat-session.js';
import {openChatTarget} from './chat-target.js';
import {editText} from './edit-text.js';
import {options as optionTable} from './options.js';
import {newSession, type SessionStart} from './session-start.js';
import {endBySignal, terminalServices} from './terminal-services.js';

/** The full-screen chat: live when the SDK finds a credential, else with the embedded demo server. */
export async function chat(options: ChatOptions): Promise<void> {
	const folder = sessionsFolder(dataFolder(process.env));
	const target = await openChatTarget(options);
	const settings = createStore(options.settings);
	const terminal = terminalServices(process, options.background);
	const theme = terminal.createTheme(options.theme);
	const open = (start: SessionStart) => openChatSession({start, target, settings, theme, options});
	const session = open(newSession(options.record, folder));

	const sceneOf = ({model, services, recordingRow}: ChatSession): Scene => ({
		key: 'chat',
		kind: 'chat',
		model,
		services: {
			...terminal,
			...services,
			settings,
			demo: target.demo,
			setPresenting: target.setPresenting,
			notify: words => {
				if (options.hasBell) {
					process.stdout.write(notification(words));
				}
			},
			models: () => listModels(target.client()),
			editText: text =>
				editText(text, {env: process.env, platform: process.platform, spawn, folder: tmpdir(), process}),
			header: () => ({
				left: [
					segment(' streamscope  ', 'title'),
					...settingsRow(settings.state, {maxTokens: optionTable.maxTokens.fallback}),
					...targetRow(target.demo),
				],
				right: recordingRow(),
			}),
			welcome: welcomeLines(target.demo.present() === null),
		},
	});

	let signal: NodeJS.Signals | null = null;
	try {
		signal = await runScreen({
			scene: createStore(sceneOf(session)),
			frame: 1000 / 25,
			hasAlternateScreen: options.hasAlternateScreen,
			hasMouse: options.hasMouse,
			isScreenReader: options.isScreenReader,
		});
	} finally {
		await session.close();
		await target.close();
	}

	// A hang-up has taken the terminal away.
	if (session.trace.length > 0 && signal !== 'SIGHUP') {
		process.stdout.write(farewell(session, folder));
	}

	if (signal !== null) {
		endBySignal(process, signal);
	}
}

/** What was said, where it is kept, and how it goes on. */
function farewell({trace, services, openedAt, recording}: ChatSession, folder: string): string {
	const status = recording?.status() ?? null;
	const recordingPath = status?.ok ? status.path : null;
	const line = describeConversation({view: trace.view, duration: services.now() - openedAt, recordingPath});
	const rest =
		status === null
			? ''
			: status.ok
				? ` · streamscope --resume ${resumeName(status, folder)}`
				: ` · not all of it is recorded: ${status.error}`;
	return `streamscope: ${sanitizeLine(line + rest)}\n`;
}

function welcomeLines(isLive: boolean): readonly string[] {
	return [
		'',
		isLive ? ' You talk to the live API.' : ' No credential: you talk to the embedded demo.',
		'',
		' Try: Write me a 3 word sentence,',
		'      without a preamble.',
		'',
		' Tab goes from pane to pane, F1 shows the keys.',
	];
}

/** Where the messages go. */
function targetRow(demo: DemoControl): Row {
	const present = demo.present();
	if (present === null) {
		return [segment(' · live', 'good')];
	}

	const speed = present.speed === 1 ? '' : ` ×${present.speed}`;
	return [segment(` · demo: ${present.scenario}${speed}`, 'warning')];
}
