/** A model as the models API lists it; the newest comes first. */
export type DemoModel = {
	readonly type: 'model';
	readonly id: string;
	readonly display_name: string;
	readonly created_at: string;
	readonly max_input_tokens: number;
	readonly max_tokens: number;
	readonly lifecycle: 'active';
	readonly capabilities: null;
	readonly deprecated_at: null;
	readonly line: null;
	readonly retires_at: null;
};

/** Ids that the SDK's own `Model` type names. The dates are made up: they only give the list its order. */
export const demoModels: readonly DemoModel[] = [
	model('claude-haiku-5-5', 'Claude Haiku 5.5', '2026-10-01'),
	model('claude-sonnet-5-5', 'Claude Sonnet 5.5', '2026-09-01'),
	model('claude-opus-5-5', 'Claude Opus 5.5', '2026-08-01'),
	model('claude-sonnet-5', 'Claude Sonnet 5', '2026-06-01'),
	model('claude-opus-5', 'Claude Opus 5', '2026-05-01'),
	model('claude-opus-4-6', 'Claude Opus 4.6', '2026-02-01'),
	model('claude-haiku-4-5-20251001', 'Claude Haiku 4.5', '2025-10-01'),
];

function model(id: string, displayName: string, day: string): DemoModel {
	return {
		type: 'model',
		id,
		display_name: displayName,
		created_at: `${day}T00:00:00Z`,
		max_input_tokens: 200_000,
		max_tokens: 64_000,
		lifecycle: 'active',
		capabilities: null,
		deprecated_at: null,
		line: null,
		retires_at: null,
	};
}
