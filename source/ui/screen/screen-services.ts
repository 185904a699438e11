import type {Row} from '../../text/segment.js';
import type {JudgeExchange} from '../events/use-lane.js';
import type {OpenExchange, Sending} from '../hooks/use-message-stream.js';
import type {ChatServices} from '../slash/chat-services.js';
import type {Copy} from './copy-reducer.js';
import type {KeepBookmark} from './perform-effect.js';
import type {JobControl} from './use-job-control.js';

/** What the screen needs from outside. It is passed in, so that the screen itself does no IO and reads no clock. */
export type ScreenServices = ChatServices & {
	/** Sends a prompt with the conversation so far, which begins with the exchange `since`. */
	open(sending: Sending & {readonly since: number | undefined}): OpenExchange;
	/** Milliseconds on the trace's clock. */
	now(): number;
	readonly judge: JudgeExchange;
	readonly job: JobControl;
	readonly copy: Copy;
	readonly keepBookmark: KeepBookmark;
	/** Keeps a filter for later sessions. */
	keepFilter(text: string): void;
	/** Draws the whole screen again. */
	redraw(): void;
	/** Presenting has begun or ended. What we control, such as the demo, runs slower meanwhile. */
	setPresenting(isPresenting: boolean): void;
	/** Where messages go and what is recorded, for a header of `width` cells. */
	header(width: number): {readonly left: Row; readonly right: Row};
	readonly welcome: readonly string[];
	/** What the conversation is about, in a few words, `''` if nothing is known yet. */
	topic(): string;
};
