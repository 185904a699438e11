/** A model as the models API names it. */
export type ListedModel = {
	readonly id: string;
	readonly name: string;
	/** Whether and when it retires, and what comes after it; `null` for a model that stays. */
	readonly ending: string | null;
};

/** The known models. A list that is fetched again keeps its models in the meantime. `problem` says why there is no newer one. */
export type ModelList = {
	readonly models: readonly ListedModel[];
	readonly isLoading: boolean;
	readonly problem: string | null;
};

export const noModels: ModelList = {models: [], isLoading: false, problem: null};
