/** What is known of the response. `null` where it was not recorded. */
export type ResponseFacts = {
	readonly status: number | null;
	readonly contentType: string | null;
};
