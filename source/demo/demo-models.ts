import {effortLevels, knownModels, type ModelFacts, type ThinkingType} from '../messages/models.js';

type Support = {readonly supported: boolean};

/** A model as the models API lists it: the SDK's `ModelInfo`. */
export type DemoModel = {
	readonly type: 'model';
	readonly id: string;
	readonly display_name: string;
	readonly created_at: string;
	readonly max_input_tokens: number | null;
	readonly max_tokens: number | null;
	readonly lifecycle: 'active' | 'deprecated';
	readonly deprecated_at: string | null;
	readonly retires_at: string | null;
	readonly line: string | null;
	readonly capabilities: Readonly<Record<string, Support & Readonly<Record<string, unknown>>>>;
};

/** The models whose ids end with a day, by the alias without it. */
const datedIds: ReadonlyMap<string, string> = new Map([
	['claude-haiku-4-5', 'claude-haiku-4-5-20251001'],
	['claude-opus-4-5', 'claude-opus-4-5-20251101'],
	['claude-sonnet-4-5', 'claude-sonnet-4-5-20250929'],
]);

/** Every model of the demo, newest first. The dates of release and deprecation are invented: they only order the list. */
export const demoModels: readonly DemoModel[] = knownModels
	.filter(({lifecycle}) => lifecycle !== 'retired')
	.toSorted((a, b) => generation(b.id) - generation(a.id))
	.map(describeModel);

/** 5.5 for `claude-haiku-5-5`. */
function generation(id: string): number {
	return Number(/\d+(?:-\d+)?/.exec(id)?.[0].replace('-', '.') ?? 0);
}

function describeModel(facts: ModelFacts, index: number): DemoModel {
	const isDeprecated = facts.lifecycle === 'deprecated';
	return {
		type: 'model',
		id: datedIds.get(facts.id) ?? facts.id,
		display_name: facts.name,
		created_at: new Date(Date.UTC(2026, 9, 7) - index * 14 * 86_400_000).toISOString().replace('.000', ''),
		max_input_tokens: facts.contextWindow,
		max_tokens: facts.maxOutput,
		lifecycle: isDeprecated ? 'deprecated' : 'active',
		deprecated_at: isDeprecated ? '2026-09-22T00:00:00Z' : null,
		retires_at: facts.retiresAt === null ? null : `${facts.retiresAt}T00:00:00Z`,
		line: /haiku|sonnet|opus|fable|mythos/.exec(facts.id)?.[0] ?? null,
		capabilities: describeCapabilities(facts),
	};
}

function describeCapabilities({thinking, efforts, takesImages, takesPdfs}: ModelFacts) {
	const support = (supported: boolean): Support => ({supported});
	const types: readonly ThinkingType[] = ['adaptive', 'between_tools', 'disabled', 'enabled'];
	const takesAdaptive = thinking.includes('adaptive');
	return {
		batch: support(true),
		citations: support(true),
		code_execution: support(true),
		context_management: {
			supported: true,
			clear_thinking_20251015: support(true),
			clear_tool_uses_20250919: support(true),
			compact_20260112: support(takesAdaptive),
		},
		effort: {
			supported: efforts.length > 0,
			...Object.fromEntries(effortLevels.map(level => [level, support(efforts.includes(level))])),
		},
		image_input: support(takesImages),
		pdf_input: support(takesPdfs),
		server_tools: {supported: true, code_execution: support(true), web_search: support(true)},
		structured_outputs: support(true),
		thinking: {
			supported: thinking.some(type => type !== 'disabled'),
			types: Object.fromEntries(types.map(type => [type, support(thinking.includes(type))])),
		},
	};
}
