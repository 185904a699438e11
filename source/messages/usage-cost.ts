import {batchShare, type PriceList, priceOf, type Rates, usOnlyShare, webSearchPrice} from './prices.js';
import {promptTokens, type UsageLedger, usageNumber} from './usage-ledger.js';

/** What one number of `usage` costs, in dollars. `name` is that of the ledger's entry; `rule` is the formula in words. */
export type CostPart = {
	readonly name: string;
	readonly dollars: number;
	readonly rule: string;
};

export type UsageCost = {
	readonly dollars: number;
	readonly parts: readonly CostPart[];
};

type Counts = {readonly prefix: string; readonly model: string};

/**
 * What a usage costs by a price list, or `null` where a model or a service is not in it: a sum with a part missing would be wrong.
 *
 * Where `iterations` are told, each is billed by its own model and its own prompt, since the totals leave out compactions and mix the models of a
 * fallback. The rule is `BetaUsage.iterations` in the SDK's resources/beta/messages/messages.d.ts.
 */
export function usageCost(usage: UsageLedger, model: string, prices: PriceList): UsageCost | null {
	const share = shareOf(usage);
	const parts: CostPart[] = [];
	for (const counts of countsOf(usage, model)) {
		const rates = ratesOf(usage, counts, prices);
		if (rates === null || share === null) {
			return null;
		}

		parts.push(...tokenParts(usage, counts.prefix, rates, share));
	}

	parts.push(...searchParts(usage));
	return parts.length === 0
		? null
		: {dollars: plain(parts.reduce((sum, {dollars}) => sum + dollars, 0)), parts};
}

/** The iterations where there are any, else the totals. */
function countsOf(usage: UsageLedger, model: string): readonly Counts[] {
	const prefixes = new Set(
		usage.map(({name}) => /^iterations\.\d+\./.exec(name)?.[0]).filter(prefix => prefix !== undefined),
	);
	return prefixes.size === 0
		? [{prefix: '', model}]
		: [...prefixes].map(prefix => ({prefix, model: textOf(usage, `${prefix}model`) ?? model}));
}

function ratesOf(usage: UsageLedger, {prefix, model}: Counts, prices: PriceList): Rates | null {
	const price = priceOf(model, prices);
	if (textOf(usage, 'speed') === 'fast') {
		return price?.fast ?? null;
	}

	const prompt = promptTokens(usage, prefix);
	const long = price?.longPrompt;
	return long !== undefined && prompt > long.above ? long : price;
}

/** `null` for a service whose price is agreed on by contract. */
function shareOf(usage: UsageLedger): number | null {
	const tier = textOf(usage, 'service_tier') ?? 'standard';
	const byTier = tier === 'standard' ? 1 : tier === 'batch' ? batchShare : null;
	return byTier === null ? null : byTier * (textOf(usage, 'inference_geo') === 'us' ? usOnlyShare : 1);
}

function tokenParts(usage: UsageLedger, prefix: string, rates: Rates, share: number): readonly CostPart[] {
	const part = (name: string, rate: number): readonly CostPart[] => {
		const tokens = usageNumber(usage, prefix + name) ?? 0;
		const times = share === 1 ? '' : ` × ${share}`;
		return tokens === 0
			? []
			: [
					{
						name: prefix + name,
						dollars: plain((tokens / 1e6) * rate * share),
						rule: `${tokens.toLocaleString('en-US')} × $${plain(rate)}/M${times}`,
					},
				];
	};
	const written = ['ephemeral_5m_input_tokens', 'ephemeral_1h_input_tokens'].some(
		name => usageNumber(usage, `${prefix}cache_creation.${name}`) !== null,
	);
	return [
		...part('input_tokens', rates.input),
		...part('cache_read_input_tokens', rates.cacheRead),
		...(written
			? [
					...part('cache_creation.ephemeral_5m_input_tokens', rates.cacheWrite5m),
					...part('cache_creation.ephemeral_1h_input_tokens', rates.cacheWrite1h),
				]
			: part('cache_creation_input_tokens', rates.cacheWrite5m)),
		...part('output_tokens', rates.output),
	];
}

function searchParts(usage: UsageLedger): readonly CostPart[] {
	const name = 'server_tool_use.web_search_requests';
	const searches = usageNumber(usage, name) ?? 0;
	return searches === 0
		? []
		: [{name, dollars: plain(searches * webSearchPrice), rule: `${searches} × $${webSearchPrice}`}];
}

/** A number without the dust that multiplying binary fractions leaves. */
function plain(value: number): number {
	return Number(value.toPrecision(12));
}

function textOf(usage: UsageLedger, name: string): string | null {
	const value = usage.find(entry => entry.name === name)?.value;
	return typeof value === 'string' ? value : null;
}
