import type {JsonObject} from '../../wire/json.js';
import type {Explanation} from './explanation.js';
import type {KnownPart} from './known-part.js';
import type {RequiredField} from './required-field.js';

/** All there is to say about a type of event. A new one is a file in `events/` and a line in `events.ts`. */
export type EventVocabulary = {
	/** The wire's name. */
	readonly name: string;
	/** A name that is short enough for a narrow log. */
	readonly shortName: string;
	/** One cell; each type has its own, so that it is told apart without colour. */
	readonly sign: string;
	/** The theme's role for its row. */
	readonly role: string;
	/** What a timeline marks of it outside the tracks of the content. */
	readonly mark: 'ping' | 'error' | 'unknown' | null;
	readonly required: readonly RequiredField[];
	readonly known: readonly KnownPart[];
	/** What it brings, in a row. */
	readonly detail: (payload: JsonObject) => string;
	readonly explanation: Explanation;
};
