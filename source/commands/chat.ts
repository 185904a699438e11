import {spawn} from 'node:child_process';
import {tmpdir} from 'node:os';
import process from 'node:process';
import chalk from 'chalk';
import {messageParams} from '../client/chat-settings.js';
import {listModels} from '../client/list-models.js';
import {startExchange} from '../client/message-exchange.js';
import {copyToClipboard} from '../terminal/clipboard.js';
import {notification} from '../terminal/notification.js';
import {sanitizeLine} from '../terminal/sanitize.js';
import {nextMessages} from '../trace/conversation.js';
import {describeConversation} from '../trace/describe-conversation.js';
import {SdkLane} from '../trace/sdk-lane.js';
import {Trace} from '../trace/trace.js';
import {runScreen} from '../ui/run-screen.js';
import {ScreenModel} from '../ui/screen-model.js';
import {type Row, segment} from '../ui/segment.js';
import {settingsRow} from '../ui/slash/settings-row.js';
import type {DemoControl} from '../ui/slash/slash-context.js';
import {initialScreen} from '../ui/state/screen-state.js';
import {createStore} from '../ui/state/store.js';
import {createTheme, type ThemeName} from '../ui/theme.js';
import type {ChatOptions} from './chat-options.js';
import {openChatTarget} from './chat-target.js';
import {editText} from './edit-text.js';
import {options as optionTable} from './options.js';
import {suspendGroup} from './suspend-group.js';

/** The full-screen chat: live when the SDK finds a credential, else with the embedded demo server. */
export async function chat(options: ChatOptions): Promise<void> {
	const target = await openChatTarget(options);
	const settings = createStore(options.settings);
	const theme = (name: ThemeName) => createTheme(name, frugalLevel(chalk.level), options.background);
	const trace = new Trace();
	const lane = new SdkLane();
	const start = performance.now();
	const now = () => performance.now() - start;
	const model = new ScreenModel(trace, lane, theme(options.theme), {
		...initialScreen,
		since: 1,
		isMarkdown: options.isMarkdown,
		hasEvents: options.hasEvents,
		split: options.split,
	});
	let signal: NodeJS.Signals | null = null;
	try {
		signal = await runScreen({
			model,
			frame: 1000 / 25,
			hasAlternateScreen: options.hasAlternateScreen,
			hasMouse: options.hasMouse,
			isScreenReader: options.isScreenReader,
			services: {
				now,
				suspend: () => suspendGroup(process),
				notify: words => {
					if (options.hasBell) {
						process.stdout.write(notification(words));
					}
				},
				settings,
				demo: target.demo,
				createTheme: theme,
				setPresenting: target.setPresenting,
				models: () => listModels(target.client()),
				editText: text =>
					editText(text, {env: process.env, platform: process.platform, spawn, folder: tmpdir(), process}),
				copy: text =>
					copyToClipboard(text, {
						write: sequence => process.stdout.write(sequence),
						spawn,
						env: process.env,
						platform: process.platform,
					}).then(ways => ways.join(', ')),
				open: sending =>
					startExchange({
						client: target.client(),
						fetch: globalThis.fetch,
						trace,
						lane,
						now,
						params: messageParams(
							{...settings.state, model: sending.model ?? settings.state.model},
							nextMessages(trace.view, sending.prompt, sending),
						),
					}),
				header: () => ({
					left: [
						segment(' streamscope  ', 'title'),
						...settingsRow(settings.state, {maxTokens: optionTable.maxTokens.fallback}),
						...targetRow(target.demo),
					],
					right: [],
				}),
				welcome: welcomeLines(target.demo.present() === null),
			},
		});
	} finally {
		await target.close();
	}

	// A hang-up has taken the terminal away.
	if (trace.length > 0 && signal !== 'SIGHUP') {
		const line = describeConversation({view: trace.view, duration: now(), recordingPath: null});
		process.stdout.write(`streamscope: ${sanitizeLine(line)}\n`);
	}

	if (signal !== null) {
		// Now that everything is closed, the program ends as whoever sent the signal expects.
		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
	}
}

/** 256 colours look the same here as 16 million and take half the bytes, which counts over ssh. */
function frugalLevel(level: 0 | 1 | 2 | 3): 0 | 1 | 2 | 3 {
	return level === 3 ? 2 : level;
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
