/**
 * `error`: clients, including the official SDK, lose content or fail. `warning`: the API does not send this, and some clients have trouble with
 * it. `note`: legal, but worth knowing.
 */
export type Severity = 'error' | 'warning' | 'note';

/**
 * A rule that a stream can break. `severity` is the usual one. A finding can be milder if the stream excuses it. `source` names the document or
 * file that the rule rests on, and `basis` says what it states. `example` breaks the rule.
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
 * One violation of a rule. `position` is the index of the event as the caller counts, or `null` if there is none. `message` quotes the wire
 * with control characters escaped as in JSON. Sanitise it before showing it.
 */
export type Finding = {
	readonly rule: string;
	readonly severity: Severity;
	readonly position: number | null;
	readonly message: string;
};
