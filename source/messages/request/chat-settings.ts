import type {Json, JsonObject} from '../../wire/json.js';

/** A field of a request's body that was set by its path, such as `output_config.effort` or `tools.0.name`. */
export type SetField = {readonly path: string; readonly value: Json};

/**
 * What a request asks for besides its messages; `undefined` leaves it to the API. `thinking` is a budget in tokens, `adaptive`, or `off`, which is
 * the model's minimum. `set` fields are put into the body last, in their order. `betas` are names for the header `anthropic-beta`.
 */
export type ChatSettings = {
	readonly model: string;
	readonly maxTokens: number;
	readonly system?: string | undefined;
	readonly thinking?: number | 'adaptive' | 'off' | undefined;
	readonly effort?: string | undefined;
	readonly stopSequences?: readonly string[] | undefined;
	/** The definitions of the tools that the model may call, as they stand in the body. */
	readonly tools?: readonly JsonObject[] | undefined;
	readonly set?: readonly SetField[] | undefined;
	readonly betas?: readonly string[] | undefined;
};
