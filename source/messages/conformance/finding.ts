/**
 * `error`: clients, the official SDK first, lose content or fail. `warning`: the API does not send it, and some clients mind.
 * `note`: legal, but worth knowing.
 */
export type Severity = 'error' | 'warning' | 'note';

/**
 * A rule that a stream can break. `severity` is the usual one: a finding can be milder where the stream excuses it.
 * `source` names the document or file that the rule rests on, `basis` says what stands there. `example` breaks the rule.
 */
export type Rule = {
	readonly name: string;
	readonly severity: Severity;
	readonly title: string;
	readonly source: string;
	readonly basis: string;
	readonly example: string;
};

/**
 * One rule broken once. `position` is the index of the event concerned as the caller counts, or `null` where there is none.
 * `message` quotes what came over the wire, control characters escaped as JSON does it: sanitise it before showing it.
 */
export type Finding = {
	readonly rule: string;
	readonly severity: Severity;
	readonly position: number | null;
	readonly message: string;
};
