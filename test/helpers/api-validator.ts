import {isObject, type JsonObject} from '../../source/wire/json.js';

type Rules = {
	readonly thinking: readonly string[];
	readonly efforts: readonly string[];
	readonly maxOutput: number;
	/** Whether thinking that is turned off bounds the effort to `high`. */
	readonly isBounded?: true;
};

const five = ['low', 'medium', 'high', 'xhigh', 'max'];

/** Written down by hand from the documentation, apart from the program's own table. */
const models: Readonly<Record<string, Rules>> = {
	'claude-haiku-4-5': {thinking: ['enabled', 'disabled'], efforts: [], maxOutput: 64_000},
	'claude-sonnet-5-5': {
		thinking: ['adaptive', 'between_tools'],
		efforts: five,
		maxOutput: 128_000,
		isBounded: true,
	},
	'claude-haiku-5-5': {
		thinking: ['adaptive', 'disabled'],
		efforts: five,
		maxOutput: 128_000,
		isBounded: true,
	},
	'claude-opus-5-5': {thinking: ['adaptive'], efforts: five, maxOutput: 128_000},
	'claude-fable-5-2': {thinking: ['adaptive'], efforts: five, maxOutput: 128_000},
};

/** The fields that version 2026-10-21 knows. Source: `MessageCreateParamsBase` of SDK 1.14. */
const fields = new Set([
	'model',
	'max_tokens',
	'messages',
	'cache_control',
	'container',
	'diagnostics',
	'inference_geo',
	'metadata',
	'output_config',
	'service_tier',
	'speed',
	'stop_sequences',
	'stream',
	'system',
	'thinking',
	'tool_choice',
	'tools',
]);

/** What version 2026-10-21 of the API would say against a body; empty where it takes it. */
export function apiComplaints(body: JsonObject): readonly string[] {
	const rules = models[String(body.model)];
	return rules === undefined
		? [`model: ${String(body.model)}`]
		: [
				...Object.keys(body)
					.filter(name => !fields.has(name))
					.map(name => `${name}: Extra inputs are not permitted`),
				...limitComplaints(body, rules),
				...thinkingComplaints(body, rules),
				...effortComplaints(body, rules),
				...(Array.isArray(body.messages) && body.messages.length > 0 ? [] : ['messages: at least one']),
				...toolComplaints(body),
				...cacheComplaints(body),
			];
}

function limitComplaints({max_tokens: limit}: JsonObject, {maxOutput}: Rules): readonly string[] {
	return Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= maxOutput
		? []
		: [`max_tokens: ${String(limit)}`];
}

function thinkingComplaints({thinking, max_tokens: limit}: JsonObject, rules: Rules): readonly string[] {
	if (thinking === undefined) {
		return [];
	}

	if (!isObject(thinking) || !rules.thinking.includes(String(thinking.type))) {
		return [`thinking: ${JSON.stringify(thinking)}`];
	}

	const {type, budget_tokens: budget, display} = thinking;
	const isBudget = typeof budget === 'number' && budget >= 1024 && budget < Number(limit);
	return [
		...((type === 'enabled') === isBudget ? [] : [`thinking.budget_tokens: ${String(budget)}`]),
		...(type === 'adaptive' || display === undefined ? [] : ['thinking.display']),
	];
}

function effortComplaints({output_config: output, thinking}: JsonObject, rules: Rules): readonly string[] {
	const effort = isObject(output) ? output.effort : undefined;
	if (effort === undefined) {
		return [];
	}

	const isOff = isObject(thinking) && (thinking.type === 'disabled' || thinking.type === 'between_tools');
	const isTaken =
		rules.efforts.includes(String(effort)) &&
		!(isOff && rules.isBounded && ['xhigh', 'max'].includes(String(effort)));
	return isTaken ? [] : [`output_config.effort: ${String(effort)}`];
}

function toolComplaints({tool_choice: choice, tools, thinking}: JsonObject): readonly string[] {
	if (!isObject(choice)) {
		return [];
	}

	if (!Array.isArray(tools) || tools.length === 0) {
		return ['tool_choice may only be specified while providing tools'];
	}

	return isObject(thinking) && thinking.type === 'enabled' && ['any', 'tool'].includes(String(choice.type))
		? ['Thinking may not be enabled when tool_choice forces tool use.']
		: [];
}

function cacheComplaints(body: JsonObject): readonly string[] {
	const found = JSON.stringify(body).split('"cache_control":{"type":"ephemeral"').length - 1;
	return found <= 4 ? [] : [`A maximum of 4 blocks with cache_control may be provided. Found ${found}.`];
}
