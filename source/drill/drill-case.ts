/** What a good client does in a case. Each part is judged by itself. */
export type Expectation = {
	/** What it prints of the answer: all of it, what had come before the fault, or nothing because nothing came. */
	readonly text: 'whole' | 'partial' | 'none';
	/** `failure` is an exit code other than 0, or a message on stderr. */
	readonly end: 'success' | 'failure' | 'either';
	/** The fewest and the most requests. More than one: the API asks for another try. */
	readonly requests: readonly [min: number, max: number];
	/** A client that is still running when the time limit has passed: it hangs, or it is only slow to give up. */
	readonly overtime: 'bad' | 'weak';
	/** The shortest wait before the second request, in milliseconds: the server's `retry-after`. */
	readonly waitMs?: number;
	/** The words of the server, or of the connection, that a person needs to know what happened. */
	readonly reason?: RegExp;
};

/** What is asked of a client in a scenario. */
export type DrillCase = {
	/** Words joined by hyphens, unique. */
	readonly name: string;
	/** One sentence: what a good client does, and why. */
	readonly summary: string;
	readonly expects: Expectation;
};
