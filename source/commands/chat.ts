import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import chalk from 'chalk';
import {messageParams} from '../client/chat-settings.js';
import {createClient, hasCredential} from '../client/create-client.js';
import {startExchange} from '../client/message-exchange.js';
import {startDemoServer} from '../demo/demo-server.js';
import type {DemoSpeed} from '../demo/pace-clock.js';
import {copyToClipboard} from '../terminal/clipboard.js';
import {nextMessages} from '../trace/conversation.js';
import {SdkLane} from '../trace/sdk-lane.js';
import {Trace} from '../trace/trace.js';
import {runScreen} from '../ui/run-screen.js';
import {ScreenModel} from '../ui/screen-model.js';
import {segment} from '../ui/segment.js';
import {initialScreen} from '../ui/state/screen-state.js';
import {createTheme} from '../ui/theme.js';
import type {ChatOptions} from './chat-options.js';

/** In milliseconds: a process that was going to stop has stopped by then. */
const suspendLimit = 100;

/** The full-screen chat: live when the SDK finds a credential, else with the embedded demo server. */
export async function chat(options: ChatOptions): Promise<void> {
	const isDemo = options.demo !== undefined || !(await hasCredential(createClient(options.client)));
	const demo = isDemo
		? await startDemoServer({
				scenario: options.demo ?? 'chat',
				speed: options.demoSpeed,
				seed: options.demoSeed,
			})
		: null;
	const client = createClient(demo === null ? options.client : {...options.client, demo});
	const trace = new Trace();
	const lane = new SdkLane();
	const start = performance.now();
	const now = () => performance.now() - start;
	const model = new ScreenModel(
		trace,
		lane,
		createTheme(options.theme, frugalLevel(chalk.level), options.background),
		{
			...initialScreen,
			isMarkdown: options.isMarkdown,
			hasEvents: options.hasEvents,
			split: options.split,
		},
	);
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
				suspend,
				setPresenting: isPresenting =>
					demo?.setSpeed(isPresenting ? presentingSpeed(options.demoSpeed) : options.demoSpeed),
				copy: text =>
					copyToClipboard(text, {
						write: sequence => process.stdout.write(sequence),
						spawn,
						env: process.env,
						platform: process.platform,
					}).then(ways => ways.join(', ')),
				open: prompt =>
					startExchange({
						client,
						fetch: globalThis.fetch,
						trace,
						lane,
						now,
						params: messageParams(options.settings, nextMessages(trace.view, prompt)),
					}),
				header: () => ({
					left: [
						segment(' streamscope ', 'title'),
						segment(` ${options.settings.model}`),
						segment(
							demo === null ? ' · live' : ` · demo: ${demo.scenario}`,
							demo === null ? 'good' : 'warning',
						),
					],
					right: [],
				}),
				welcome: welcomeLines(demo === null),
			},
		});
	} finally {
		await demo?.close();
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

/** A quarter of the speed: a room has to read along. */
function presentingSpeed(speed: DemoSpeed): DemoSpeed {
	return speed === 'max' ? 1 : speed / 4;
}

/** Stops this process and those that started it, as Ctrl+Z does, until the shell brings them back. */
async function suspend(): Promise<void> {
	const continued = once(process, 'SIGCONT');
	process.kill(0, 'SIGTSTP');
	// Without a shell that could bring them back nothing has stopped: then the screen comes back by itself.
	await Promise.race([continued, setTimeout(suspendLimit)]);
}
