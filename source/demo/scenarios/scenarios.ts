import type {Scenario} from '../answer.js';
import type {DemoScenarioName} from '../demo-scenarios.js';
import {chat} from './chat.js';
import {cutOff, malformed, overloaded, rateLimited, stall} from './faults.js';
import {maxTokens, stopSequence} from './limits.js';
import {burst, long} from './paces.js';
import {refusal} from './refusal.js';
import {hostile, unicode} from './scripts.js';
import {search} from './search.js';
import {thinking} from './thinking.js';
import {tools} from './tools.js';

/** What each scenario plays. */
export const scenarios: Readonly<Record<DemoScenarioName, Scenario>> = {
	chat,
	thinking,
	tools,
	search,
	refusal,
	'max-tokens': maxTokens,
	'stop-sequence': stopSequence,
	unicode,
	long,
	burst,
	stall,
	'rate-limited': rateLimited,
	overloaded,
	'cut-off': cutOff,
	malformed,
	hostile,
};
