import type {Scenario} from '../answer.js';
import type {DemoScenarioName} from '../scenario-names.js';
import {chat} from './chat.js';
import {cache, compaction, fallback} from './context.js';
import {cutOff, malformed, overloaded, rateLimited, stall} from './faults.js';
import {maxTokens, stopSequence} from './limits.js';
import {burst, long, slow, words} from './paces.js';
import {refusal} from './refusal.js';
import {hostile, unicode} from './scripts.js';
import {pause, search} from './search.js';
import {hiddenThinking, thinking} from './thinking.js';
import {tools} from './tools.js';

/** What each scenario plays. */
export const scenarios: Readonly<Record<DemoScenarioName, Scenario>> = {
	chat,
	thinking,
	'hidden-thinking': hiddenThinking,
	tools,
	search,
	pause,
	refusal,
	fallback,
	compaction,
	cache,
	'max-tokens': maxTokens,
	'stop-sequence': stopSequence,
	unicode,
	long,
	slow,
	words,
	burst,
	stall,
	'rate-limited': rateLimited,
	overloaded,
	'cut-off': cutOff,
	malformed,
	hostile,
};
