/** What `thinking.type` of a request may be. */
export type ThinkingType = 'adaptive' | 'enabled' | 'disabled' | 'between_tools';

/** Every level of `output_config.effort`, the least first. */
export const effortLevels = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

/**
 * What a model takes. Sizes are in tokens, `null` where they are not known. `retiresAt` is a day, `YYYY-MM-DD`. With thinking turned off, the
 * effort may not be above `maxEffortWithoutThinking`; `null` sets no bound.
 */
export type ModelFacts = {
	readonly id: string;
	readonly name: string;
	readonly lifecycle: 'active' | 'legacy' | 'deprecated' | 'retired';
	readonly retiresAt: string | null;
	readonly successor: string | null;
	readonly thinking: readonly ThinkingType[];
	readonly thinksByDefault: boolean;
	readonly efforts: readonly string[];
	readonly maxEffortWithoutThinking: string | null;
	readonly takesImages: boolean;
	readonly takesPdfs: boolean;
	readonly contextWindow: number | null;
	readonly maxOutput: number | null;
};

type Line = Omit<ModelFacts, 'id' | 'name' | 'lifecycle' | 'retiresAt' | 'successor'>;

const million = 1_000_000;

/** Thinks always, and adaptively. */
const alwaysThinking: Line = {
	thinking: ['adaptive'],
	thinksByDefault: true,
	efforts: effortLevels,
	maxEffortWithoutThinking: null,
	takesImages: true,
	takesPdfs: true,
	contextWindow: million,
	maxOutput: 128_000,
};
const thinking: Line = {
	...alwaysThinking,
	thinking: ['adaptive', 'disabled'],
	maxEffortWithoutThinking: 'high',
};
const adaptive: Line = {
	...alwaysThinking,
	thinking: ['adaptive', 'disabled'],
	thinksByDefault: false,
};
const budgetOrAdaptive: Line = {
	...adaptive,
	thinking: ['adaptive', 'enabled', 'disabled'],
	efforts: ['low', 'medium', 'high', 'max'],
};
const budget: Line = {
	...adaptive,
	thinking: ['enabled', 'disabled'],
	efforts: [],
	contextWindow: 200_000,
	maxOutput: 64_000,
};
const withoutThinking: Line = {...budget, thinking: [], maxOutput: 4096};

/**
 * The models of the Claude API by hand, as of 27 November 2026; `/v1/models` knows better where it can be asked. Sources: the type `Model` and
 * the table of deprecated models of SDK 1.14, https://platform.claude.com/docs/en/about-claude/models/overview and the pages it leads to,
 * https://platform.claude.com/docs/en/about-claude/model-deprecations
 */
export const knownModels: readonly ModelFacts[] = [
	active('claude-fable-5-2', 'Claude Fable 5.2', alwaysThinking),
	active('claude-mythos-5-2', 'Claude Mythos 5.2', alwaysThinking),
	active('claude-opus-5-5', 'Claude Opus 5.5', alwaysThinking),
	active('claude-sonnet-5-5', 'Claude Sonnet 5.5', {...thinking, thinking: ['adaptive', 'between_tools']}),
	active('claude-haiku-5-5', 'Claude Haiku 5.5', thinking),
	legacy('claude-fable-5-1', 'Claude Fable 5.1', 'claude-fable-5-2', alwaysThinking),
	legacy('claude-mythos-5-1', 'Claude Mythos 5.1', 'claude-mythos-5-2', alwaysThinking),
	legacy('claude-fable-5', 'Claude Fable 5', 'claude-fable-5-2', alwaysThinking),
	legacy('claude-mythos-5', 'Claude Mythos 5', 'claude-mythos-5-2', alwaysThinking),
	legacy('claude-opus-5', 'Claude Opus 5', 'claude-opus-5-5', thinking),
	legacy('claude-sonnet-5', 'Claude Sonnet 5', 'claude-sonnet-5-5', {
		...thinking,
		maxEffortWithoutThinking: null,
	}),
	legacy('claude-opus-4-8', 'Claude Opus 4.8', 'claude-opus-5-5', adaptive),
	legacy('claude-opus-4-7', 'Claude Opus 4.7', 'claude-opus-5-5', adaptive),
	legacy('claude-opus-4-6', 'Claude Opus 4.6', 'claude-opus-5-5', budgetOrAdaptive),
	legacy('claude-sonnet-4-6', 'Claude Sonnet 4.6', 'claude-sonnet-5-5', {
		...budgetOrAdaptive,
		maxOutput: 64_000,
	}),
	legacy('claude-haiku-4-5', 'Claude Haiku 4.5', 'claude-haiku-5-5', budget),
	ending('claude-opus-4-5', 'Claude Opus 4.5', 'claude-opus-5-5', '2027-01-22', {
		...budget,
		efforts: ['low', 'medium', 'high'],
	}),
	ending('claude-sonnet-4-5', 'Claude Sonnet 4.5', 'claude-sonnet-5-5', '2026-11-30', budget),
	retired(
		'claude-mythos-preview',
		'Claude Mythos Preview',
		'claude-mythos-5-2',
		'2026-06-30',
		alwaysThinking,
	),
	retired('claude-opus-4', 'Claude Opus 4', 'claude-opus-5-5', '2026-06-15', {...budget, maxOutput: 32_000}),
	retired('claude-sonnet-4', 'Claude Sonnet 4', 'claude-sonnet-5-5', '2026-06-15', budget),
	retired('claude-3-7-sonnet', 'Claude Sonnet 3.7', 'claude-sonnet-5-5', '2026-02-19', budget),
	retired('claude-3-opus', 'Claude Opus 3', 'claude-opus-5-5', null, withoutThinking),
	retired('claude-3-haiku', 'Claude Haiku 3', 'claude-haiku-5-5', null, withoutThinking),
];

/** What is known of a model, also by the name that ends with a day; `null` for one that the table does not hold. */
export function modelFacts(id: string): ModelFacts | null {
	const name = id.replace(/-20\d{6}$/, '');
	return knownModels.find(model => model.id === id || model.id === name) ?? null;
}

function active(id: string, name: string, line: Line): ModelFacts {
	return {id, name, lifecycle: 'active', retiresAt: null, successor: null, ...line};
}

function legacy(id: string, name: string, successor: string, line: Line): ModelFacts {
	return {id, name, lifecycle: 'legacy', retiresAt: null, successor, ...line};
}

function ending(id: string, name: string, successor: string, retiresAt: string, line: Line): ModelFacts {
	return {id, name, lifecycle: 'deprecated', retiresAt, successor, ...line};
}

function retired(
	id: string,
	name: string,
	successor: string,
	retiresAt: string | null,
	line: Line,
): ModelFacts {
	return {id, name, lifecycle: 'retired', retiresAt, successor, ...line};
}
