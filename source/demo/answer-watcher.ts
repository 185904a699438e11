/** A request before its body is read. Header names are in lower case. */
export type WatchedRequest = {
	readonly method: string;
	readonly path: string;
	/** The faults that the request names, or else those of the server. */
	readonly faults: string;
	readonly headers: Readonly<Record<string, string>>;
};

/** Follows one answer. Only the first end counts. */
export type WatchedAnswer = {
	/** The request's body is read. `null` if it was too large. */
	asked(body: string | null): void;
	/** The headers are sent. Their names are in lower case. */
	began(status: number, headers: Readonly<Record<string, string>>): void;
	/** A part of the body is sent, before compression. */
	sent(bytes: Uint8Array): void;
	/** `client`: it closed the connection before the answer was whole. `server`: it was whole, or a fault closed the connection. */
	ended(by: 'server' | 'client', isWhole: boolean): void;
};

/** Follows what a server is asked and what it answers. */
export type AnswerWatcher = (request: WatchedRequest) => WatchedAnswer;

/** Tells several watchers of one answer. */
export function watchTogether(watchers: readonly AnswerWatcher[], request: WatchedRequest): WatchedAnswer {
	const answers = watchers.map(watch => watch(request));
	let hasEnded = false;
	const tell = (say: (answer: WatchedAnswer) => void) => {
		for (const answer of hasEnded ? [] : answers) {
			say(answer);
		}
	};
	return {
		asked: body => tell(answer => answer.asked(body)),
		began: (status, headers) => tell(answer => answer.began(status, headers)),
		sent: bytes => tell(answer => answer.sent(bytes)),
		ended(by, isWhole) {
			tell(answer => answer.ended(by, isWhole));
			hasEnded = true;
		},
	};
}
