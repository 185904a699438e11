/** What is known of the response. `null` where it was not recorded. `isSaved`: all that is known was saved to a file, which may have lost its end. */
export type ResponseFacts = {
	readonly status: number | null;
	readonly contentType: string | null;
	readonly isSaved?: boolean;
	/** The text of a body that is not a stream. */
	readonly body?: string;
};
