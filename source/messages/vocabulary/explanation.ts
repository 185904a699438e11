/**
 * What an event is for and where its payload is, in a sentence or two each. Field names are in backticks. Facts are from the SDK's types
 * (`resources/messages/messages.ts`, `resources/beta/messages/messages.ts`) and its `core/streaming.ts`.
 */
export type Explanation = {
	readonly purpose: string;
	readonly payload: string;
};

/** An explanation under a heading. `title` holds unchanged names from the wire. Sanitise it before showing it. */
export type TitledExplanation = Explanation & {readonly title: string};
