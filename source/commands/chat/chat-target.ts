import type Anthropic from '@anthropic-ai/sdk';
import {type ClientOptions, createClient, hasCredential} from '../../client/create-client.js';
import type {DemoServer} from '../../demo/demo-server.js';
import type {DemoSpeed} from '../../demo/pace-clock.js';
import {listScenarios} from '../../demo/scenario-names.js';
import type {DemoControl} from '../../ui/slash/slash-context.js';
import {type ModelBook, openModelBook} from '../model-book.js';
import {readScenarioChoice} from '../scenario-choice.js';

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
	/** Whether the demo answers because no credential was found, not because it was requested. */
	readonly isFallback: () => boolean;
	/** Slows the demo down for a presentation. */
	readonly setPresenting: (isPresenting: boolean) => void;
	readonly close: () => Promise<void>;
};

/** Starts with the live API if the SDK finds a credential, else with the demo. */
export async function openChatTarget(options: ChatTargetOptions): Promise<ChatTarget> {
	const live = createClient(options.client);
	const {scenario: first, scenarioFiles} = await readScenarioChoice(options.demo ?? 'chat');
	const scenarios = listScenarios(scenarioFiles);
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
		await play(first);
	}

	const models = openModelBook(() => client);
	return {
		client: () => client,
		models,
		isFallback: () => isFallback,
		demo: {
			scenarios,
			present: () => (playing === null ? null : {scenario: playing.scenario, speed}),
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
