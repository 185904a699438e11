import type {ChatSettings} from '../client/chat-settings.js';
import type {ClientOptions} from '../client/create-client.js';
import type {DemoScenarioName} from '../demo/demo-scenarios.js';
import type {DemoSpeed} from '../demo/pace-clock.js';

/** What the command line says, checked. */
export type ChatOptions = {
	readonly settings: ChatSettings;
	readonly client: ClientOptions;
	/** Set when the demo was asked for. */
	readonly demo?: DemoScenarioName | undefined;
	readonly demoSpeed: DemoSpeed;
	readonly demoSeed: number;
	readonly hasAlternateScreen: boolean;
};
