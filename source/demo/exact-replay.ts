import type {IncomingMessage, ServerResponse} from 'node:http';
import type {WatchedAnswer} from './answer-watcher.js';
import type {ExactAnswers} from './choose-exact.js';
import type {RecordedAnswer} from './recorded-answers.js';

/** A request whose body was read, and where its answer goes. */
export type ForwardedExchange = {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly answer: WatchedAnswer;
	readonly body: string;
};

/** Answers each request as the same request was answered before. */
export type ExactReplay = {
	readonly answers: ExactAnswers;
	/** A request's body in the form in which it was recorded: without the known credentials, and without those of the request itself if it is given. */
	readonly withoutSecrets: (body: string, request?: IncomingMessage) => unknown;
	/**
	 * Asks another server and passes its answer on as it comes. Resolves to what can be played again: nothing if it went wrong. `null`: what was
	 * not recorded is an error.
	 */
	readonly forward: ((exchange: ForwardedExchange) => Promise<readonly RecordedAnswer[]>) | null;
};
