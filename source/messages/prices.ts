/** In dollars for a million tokens. A cache write costs by how long the entry lives: five minutes or an hour. */
export type Rates = {
	readonly input: number;
	readonly output: number;
	readonly cacheRead: number;
	readonly cacheWrite5m: number;
	readonly cacheWrite1h: number;
};

/** What a model costs. A prompt of more than `above` tokens, cached ones included, is billed by other rates, and so is `speed: "fast"`. */
export type Price = Rates & {
	readonly longPrompt?: Rates & {readonly above: number};
	readonly fast?: Rates;
};

/** Prices by the model's id, without the day at its end. */
export type PriceList = ReadonlyMap<string, Price>;

/** The day on which the table was compared with its source. */
export const pricesAsOf = '2026-11-28';

/** In dollars a search. Fetching pages costs nothing but its tokens. */
export const webSearchPrice = 10 / 1000;

/** Shares of the standard rates: batches cost half, inference in the US alone a tenth more. */
export const batchShare = 0.5;
export const usOnlyShare = 1.1;

/**
 * The Claude API's own prices by hand. Retired models keep what they cost last, for old recordings. A model has one price here, so that a cache
 * read by claude-sonnet-5-5 before 7 October 2026, which cost twice as much, comes out too low.
 *
 * @see https://platform.claude.com/docs/en/about-claude/pricing for tokens, caching and prompts above 200,000 tokens
 * @see https://platform.claude.com/docs/en/build-with-claude/fast-mode for `speed: "fast"`
 */
export const knownPrices: PriceList = new Map<string, Price>([
	['claude-fable-5-2', withFast(rates(8, 40, 0.025), 2)],
	['claude-mythos-5-2', withFast(rates(8, 40, 0.025), 2)],
	['claude-fable-5-1', rates(10, 50, 0.025)],
	['claude-mythos-5-1', rates(10, 50, 0.025)],
	['claude-fable-5', rates(10, 50)],
	['claude-mythos-5', rates(10, 50)],
	['claude-opus-5-5', withFast(rates(4, 20, 0.05), 2)],
	['claude-opus-5', withFast(rates(5, 25), 2)],
	['claude-opus-4-8', withFast(rates(5, 25), 2)],
	['claude-opus-4-7', withFast(rates(5, 25), 6)],
	['claude-opus-4-6', withFast(rates(5, 25), 6)],
	['claude-opus-4-5', rates(5, 25)],
	['claude-opus-4-1', rates(15, 75)],
	['claude-opus-4', rates(15, 75)],
	['claude-3-opus', rates(15, 75)],
	['claude-sonnet-5-5', rates(2, 10, 0.05)],
	['claude-sonnet-5', rates(2, 10)],
	['claude-sonnet-4-6', rates(3, 15)],
	['claude-sonnet-4-5', {...rates(3, 15), longPrompt: {...rates(6, 22.5), above: 200_000}}],
	['claude-sonnet-4', {...rates(3, 15), longPrompt: {...rates(6, 22.5), above: 200_000}}],
	['claude-3-7-sonnet', rates(3, 15)],
	['claude-3-5-sonnet', rates(3, 15)],
	['claude-haiku-5-5', {...rates(0.1, 0.5), longPrompt: {...rates(0.5, 2.5), above: 100_000}}],
	['claude-haiku-4-5', rates(1, 5)],
	['claude-3-5-haiku', rates(0.8, 4)],
	['claude-3-haiku', {...rates(0.25, 1.25), cacheRead: 0.03, cacheWrite5m: 0.3}],
]);

/** The price of a model, also by a name that ends with a day; `null` for one that the list does not hold. */
export function priceOf(model: string, prices: PriceList): Price | null {
	return prices.get(model) ?? prices.get(model.replace(/-20\d{6}$/, '')) ?? null;
}

/** Cache writes cost 1.25 and 2 times the input, reads a tenth or less. */
export function rates(input: number, output: number, readShare = 0.1): Rates {
	return {
		input,
		output,
		cacheRead: input * readShare,
		cacheWrite5m: input * 1.25,
		cacheWrite1h: input * 2,
	};
}

/** Fast mode costs a multiple of every rate, those of the cache included. */
function withFast(standard: Rates, times: number): Price {
	const {input, output, cacheRead, cacheWrite5m, cacheWrite1h} = standard;
	const fast = {
		input: input * times,
		output: output * times,
		cacheRead: cacheRead * times,
		cacheWrite5m: cacheWrite5m * times,
		cacheWrite1h: cacheWrite1h * times,
	};
	return {...standard, fast};
}
