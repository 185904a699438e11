import {summarize} from '../analysis/event-summary.js';
import type {TraceEvent} from '../trace/trace-event.js';

/** The kinds of events that have a colour of their own, and what the legend calls them. */
export const eventColours = {
	text: 'text',
	thinking: 'thinking',
	tool: 'tool call',
	result: 'result, compaction',
	error: 'error',
	other: 'message, ping',
} as const;
export type EventColour = keyof typeof eventColours;

const byRole: ReadonlyMap<string, EventColour> = new Map([
	['text_delta', 'text'],
	['citations_delta', 'text'],
	['bar', 'text'],
	['thinking_delta', 'thinking'],
	['signature_delta', 'thinking'],
	['input_json_delta', 'tool'],
	['tool', 'result'],
	['compaction_delta', 'result'],
	['error', 'error'],
]);

/** The colour of an event: that of what it brings. */
export function eventColour(event: TraceEvent): EventColour {
	return byRole.get(summarize(event).role) ?? 'other';
}
