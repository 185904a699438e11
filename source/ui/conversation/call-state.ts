import type {ToolAnswer} from '../../messages/tools/tool-call.js';

/** How far the answer to a call is: its command waits for a yes, the command runs, or the answer is there and waits for the other calls. */
export type CallWork =
	| {readonly kind: 'asking' | 'running'}
	| {readonly kind: 'answered'; readonly answer: ToolAnswer};

/** The work on the calls that the conversation waits for, by their ids. A call that nobody has touched has none. */
export type CallState = {readonly calls: ReadonlyMap<string, CallWork>};

export const initialCalls: CallState = {calls: new Map()};

/** The command of a tool, in words, and whether it runs without being asked for. */
export type ToolRule = {readonly command: string; readonly isAlways: boolean};
