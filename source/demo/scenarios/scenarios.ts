import type {Scenario} from '../answer.js';
import type {DemoScenarioName} from '../demo-scenarios.js';
import {chat} from './chat.js';

/** What each scenario plays. */
export const scenarios: Readonly<Record<DemoScenarioName, Scenario>> = {
	chat,
	thinking: chat,
	tools: chat,
	search: chat,
	refusal: chat,
	'max-tokens': chat,
	'stop-sequence': chat,
	unicode: chat,
	long: chat,
	burst: chat,
	stall: chat,
	'rate-limited': chat,
	overloaded: chat,
	'cut-off': chat,
	malformed: chat,
	hostile: chat,
};
