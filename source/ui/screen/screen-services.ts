import type {Row} from '../../text/segment.js';
import type {JudgeExchange} from '../events/use-lane.js';
import type {OpenExchange, Sending} from '../hooks/use-message-stream.js';
import type {ChatServices} from '../slash/chat-services.js';
import type {Copy} from './copy-reducer.js';
import type {JobControl} from './use-job-control.js';

/** What the screen needs of the world outside: handed in, so that the screen itself does no IO and reads no clock. */
export type ScreenServices = ChatServices & {
	/** Sends a prompt with the conversation so far, which began with the exchange `since`. */
	open(sending: Sending & {readonly since: number | undefined}): OpenExchange;
	/** Milliseconds on the trace's clock. */
	now(): number;
	readonly judge: JudgeExchange;
	readonly job: JobControl;
	/** Calls a person who may be looking elsewhere, if that is wanted. */
	notify(words: string): void;
	readonly copy: Copy;
	/** Presenting has begun or ended: what is under our control goes slower meanwhile. */
	setPresenting(isPresenting: boolean): void;
	/** Where the messages go and what is recorded, for the header. */
	header(): {readonly left: Row; readonly right: Row};
	readonly welcome: readonly string[];
};
