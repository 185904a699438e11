import type {JsonObject} from '../../wire/json.js';
import type {Explanation} from './explanation.js';
import type {KnownPart} from './known-part.js';
import type {RequiredField} from './required-field.js';

/** Everything about a type of event. A new type needs a file in `events/` and a line in `events.ts`. */
export type EventVocabulary = {
	/** The wire's name. */
	readonly name: string;
	/** A name short enough for a narrow log. */
	readonly shortName: string;
	/** One cell, different for each type, so that types differ without colour. */
	readonly sign: string;
	/** Its theme role in the log. */
	readonly role: string;
	/** How a timeline marks it outside the content tracks. */
	readonly mark: 'ping' | 'error' | 'unknown' | null;
	readonly required: readonly RequiredField[];
	readonly known: readonly KnownPart[];
	/** Its content, for a row. */
	readonly detail: (payload: JsonObject) => string;
	readonly explanation: Explanation;
};
