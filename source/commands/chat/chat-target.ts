import type Anthropic from '@anthropic-ai/sdk';
import {type ClientOptions, createClient, hasCredential} from '../../client/create-client.js';
import type {DemoServer} from '../../demo/demo-server.js';
import type {DemoSpeed} from '../../demo/pace-clock.js';
import {listScenarios} from '../../demo/scenario-names.js';
import type {DemoControl} from '../../ui/slash/slash-context.js';
import {type ModelBook, openModelBook} from '../model-book.js';
import {readScenarioChoice, readScenarios} from '../scenario-choice.js';

export type ChatTargetOptions = {
	readonly client: ClientOptions;
	/** Set if the demo was requested: a scenario, or the path of a scenario file. */
	readonly demo: string | undefined;
	readonly demoSpeed: DemoSpeed;
	readonly demoSeed: number;
};

/** What the chat talks to: the live API, or the embedded demo, whose server starts when it is first needed. */
export type ChatTarget = {
	/** The client for the next request. */
	readonly client: () => Anthropic;
	/** What is known of the models. */
	readonly models: ModelBook;
	readonly demo: DemoControl;
	/** Lets the demo play the scenarios of a file or folder, in place of those of another one. Rejects with a `UsageError` if they cannot be read. */
	readonly loadScenarios: (file: string) => Promise<void>;
	/** Whether the demo answers because no credential was found, not because it was requested. */
	readonly isFallback: () => boolean;
	/** Slows the demo down for a presentation. */
	readonly setPresenting: (isPresenting: boolean) => void;
	readonly close: () => Promise<void>;
};

/** Starts with the live API if the SDK finds a credential, else with the demo. */
export async function openChatTarget(options: ChatTargetOptions): Promise<ChatTarget> {
	const live = createClient(options.client);
	let loaded = await readScenarioChoice(options.demo ?? 'chat');
	let scenarios = listScenarios(loaded.scenarioFiles);
	let client = live;
	let speed = options.demoSpeed;
	let isPresenting = false;
	let starting: Promise<DemoServer> | null = null;
	let playing: DemoServer | null = null;
	let isFallback = options.demo === undefined && !(await hasCredential(live));
	const pace = () => (isPresenting ? presentingSpeed(speed) : speed);

	const start = async (scenario: string) => {
		// Loading node:http takes a tenth of the start, and the live API does without.
		const {startDemoServer} = await import('../../demo/demo-server.js');
		const {scenarioFiles} = loaded;
		return startDemoServer({scenario, scenarioFiles, speed: pace(), seed: options.demoSeed});
	};

	const play = async (scenario: string) => {
		starting ??= start(scenario);
		const server = await starting;
		server.setScenario(scenario);
		server.setSpeed(pace());
		if (playing === null) {
			playing = server;
			client = createClient({...options.client, demo: server});
		}
	};

	if (options.demo !== undefined || isFallback) {
		await play(loaded.scenario);
	}

	const models = openModelBook(() => client);
	return {
		client: () => client,
		models,
		isFallback: () => isFallback,
		demo: {
			get scenarios() {
				return scenarios;
			},
			present() {
				if (playing === null) {
					return null;
				}

				const {scenario} = playing;
				const {file, scenarioFiles} = loaded;
				const isOfFile = file !== undefined && scenarioFiles.some(({name}) => name === scenario);
				return {scenario, speed, ...(isOfFile && {file})};
			},
			async play(choice) {
				isFallback = false;
				speed = choice.speed ?? speed;
				const scenario = choice.scenario ?? playing?.scenario ?? 'chat';
				if (scenarios.some(({name}) => name === scenario)) {
					await play(scenario);
					void models.ask();
				}
			},
			async goLive() {
				if (playing !== null && !(await hasCredential(live))) {
					return false;
				}

				isFallback = false;
				playing = null;
				client = live;
				void models.ask();
				return true;
			},
		},
		async loadScenarios(file) {
			if (file === loaded.file) {
				return;
			}

			loaded = await readScenarios(file);
			scenarios = listScenarios(loaded.scenarioFiles);
			// A server knows its scenarios when it starts.
			const before = await starting;
			starting = null;
			if (playing !== null) {
				playing = null;
				await play('chat');
			}

			await before?.close();
		},
		setPresenting(is) {
			isPresenting = is;
			playing?.setSpeed(pace());
		},
		async close() {
			await (await starting)?.close();
		},
	};
}

/** A quarter of the speed, so that an audience can read along. */
function presentingSpeed(speed: DemoSpeed): DemoSpeed {
	return speed === 'max' ? 1 : speed / 4;
}
