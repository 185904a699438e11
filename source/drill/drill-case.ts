/** What a good client does in a case. Each part is judged by itself. */
export type Expectation = {
	/** What it prints of the answer: all of it, what had come before the fault, or nothing because nothing came. */
	readonly text: 'whole' | 'partial' | 'none';
	/** `failure` is an exit code other than 0, or a message on stderr. */
	readonly end: 'success' | 'failure' | 'either';
	/** The fewest and the most requests. More than one: the API asks for another try. */
	readonly requests: readonly [min: number, max: number];
	/** The shortest wait before the second request, in milliseconds: the server's `retry-after`. */
	readonly waitMs?: number;
	/** The words of the server, or of the connection, that a person needs to know what happened. */
	readonly reason?: RegExp;
	/** Without it, a client that is still running when the time limit has passed hangs. With it, it is only slow to give up. */
	readonly mayWait?: true;
};

/** An answer of forty numbered words with faults, and what a good client does. */
export type DrillCase = {
	/** Words joined by hyphens, unique. */
	readonly name: string;
	/** One sentence: what a good client does, and why. */
	readonly summary: string;
	/** What breaks the stream, as the server's list of faults: `cut-after=12, drip`. */
	readonly faults: string;
	readonly expects: Expectation;
};
