/**
 * What an event is for and where its payload lies, one sentence each. Names of fields stand in backticks.
 * Facts are from the SDK's types (`resources/messages/messages.ts`, `resources/beta/messages/messages.ts`) and its `core/streaming.ts`.
 */
export type Explanation = {
	readonly purpose: string;
	readonly payload: string;
};

/** An explanation under a heading. `title` holds names from the wire as they came: sanitise it before it is shown. */
export type TitledExplanation = Explanation & {readonly title: string};
