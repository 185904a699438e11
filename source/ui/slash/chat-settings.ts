/**
 * What the next request asks for besides its messages. `thinking` is a budget in tokens, or `'adaptive'`. `undefined` leaves the choice to
 * the API. The chat command passes them to the client, so the screen defines their shape itself.
 */
export type ChatSettings = {
	readonly model: string;
	readonly maxTokens: number;
	readonly system?: string | undefined;
	readonly temperature?: number | undefined;
	readonly thinking?: number | 'adaptive' | undefined;
	readonly stopSequences?: readonly string[] | undefined;
};
