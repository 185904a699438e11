/** A model as the models API names it. */
export type ListedModel = {readonly id: string; readonly name: string};

/** What is known of the models: a list that is asked for again keeps what it held. `problem` says why there is no newer one. */
export type ModelList = {
	readonly models: readonly ListedModel[];
	readonly isLoading: boolean;
	readonly problem: string | null;
};

export const noModels: ModelList = {models: [], isLoading: false, problem: null};
