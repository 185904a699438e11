import {type JsonObject, stringAt} from '../wire/json.js';
import {type StopDetails, stopDetails, stopDetailsText} from './stop-details.js';

/**
 * What a stop reason means. `state` says in a few words what the answer is instead of complete, `null` if it is complete. `inChat` and `inAsk` say
 * what to do next.
 */
export type StopReason = {
	readonly name: string;
	readonly state: string | null;
	readonly meaning: string;
	readonly inChat: string | null;
	readonly inAsk: string | null;
};

/**
 * `StopReason` and `BetaStopReason` in the SDK's resources.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
 */
const known: readonly StopReason[] = [
	{
		name: 'end_turn',
		state: null,
		meaning: 'The answer is complete.',
		inChat: null,
		inAsk: null,
	},
	{
		name: 'stop_sequence',
		state: null,
		meaning: 'The answer reached a stop sequence.',
		inChat: null,
		inAsk: null,
	},
	{
		name: 'max_tokens',
		state: 'cut off at max_tokens',
		meaning: 'The answer was cut off: it reached max_tokens.',
		inChat: '/max-tokens allows more.',
		inAsk: '--max-tokens allows more.',
	},
	{
		name: 'model_context_window_exceeded',
		state: 'context window full',
		meaning: 'The answer was cut off: the context window is full.',
		inChat: '/clear starts over.',
		inAsk: 'Send less.',
	},
	{
		name: 'refusal',
		state: 'refused',
		meaning: 'Claude declined to answer.',
		inChat: '/edit rephrases the prompt.',
		inAsk: null,
	},
	{
		name: 'tool_use',
		state: 'waits for tool results',
		meaning: 'The answer ends with a tool call.',
		inChat: null,
		inAsk: '--tools names commands that answer it.',
	},
	{
		name: 'pause_turn',
		state: 'paused (pause_turn)',
		meaning: 'The server paused a long turn. The answer is not complete.',
		inChat: '/continue continues it.',
		inAsk: null,
	},
	{
		name: 'compaction',
		state: 'paused after a compaction',
		meaning: 'The server put a summary in place of the conversation. The answer is not complete.',
		inChat: '/continue continues it.',
		inAsk: null,
	},
];

const table: ReadonlyMap<string, StopReason> = new Map(known.map(reason => [reason.name, reason]));

export function isKnownStopReason(name: string): boolean {
	return table.has(name);
}

/** A name that is not in the table may mean anything, so the answer does not count as complete. */
export function stopReason(name: string): StopReason {
	return (
		table.get(name) ?? {
			name,
			state: `stopped: ${name}`,
			meaning: `The stop reason ${JSON.stringify(name)} is not known.`,
			inChat: null,
			inAsk: null,
		}
	);
}

/** Why a message stopped. `sequence` is the stop sequence that it reached. */
export type Stop = StopReason & {
	readonly sequence: string | null;
	readonly details: StopDetails | null;
};

/** Reads why a message stopped from its fields. `null` if they have no stop reason. */
export function stopOf(fields: JsonObject | undefined): Stop | null {
	const name = stringAt(fields, 'stop_reason');
	const sequence = stringAt(fields, 'stop_sequence') || null;
	return name === '' ? null : {...stopReason(name), sequence, details: stopDetails(fields)};
}

/** One line about a message that did not simply end: `refused: cyber: …`. `null` for one that did. */
export function stopLine({name, state, sequence, details}: Stop): string | null {
	if (name === 'end_turn') {
		return null;
	}

	const quoted = sequence === null ? null : JSON.stringify(sequence);
	const why = details === null ? null : stopDetailsText(details);
	return [state ?? name, quoted, why].filter(part => part !== null).join(': ');
}

/** Whether the answer did not come to its own end, so that its last block may be incomplete. So it may with a reason that is not known. */
export function isStoppedEarly(name: string | null): boolean {
	return name !== null && name !== 'tool_use' && name !== 'end_turn';
}

const withCall: ReadonlySet<string | null> = new Set([
	null,
	'tool_use',
	'max_tokens',
	'pause_turn',
	'compaction',
	'refusal',
	'model_context_window_exceeded',
]);

/** Whether an answer that stopped for this reason may end with a tool call. Any other reason says that the answer came to another end. */
export function mayEndWithCall(name: string | null): boolean {
	return withCall.has(name);
}
