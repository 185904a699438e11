import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {knownPrices} from '../../source/messages/prices.js';
import {usageCost} from '../../source/messages/usage-cost.js';
import {enterUsage} from '../../source/messages/usage-ledger.js';

/** Whole thousandths of a dollar for a million tokens, written down from the pricing page: input, 5-minute write, 1-hour write, read, output. */
type Row = readonly [input: bigint, write5m: bigint, write1h: bigint, read: bigint, output: bigint];

const standard: Readonly<Record<string, Row>> = {
	'claude-fable-5-2': [8000n, 10_000n, 16_000n, 200n, 40_000n],
	'claude-fable-5-1': [10_000n, 12_500n, 20_000n, 250n, 50_000n],
	'claude-fable-5': [10_000n, 12_500n, 20_000n, 1000n, 50_000n],
	'claude-opus-5-5': [4000n, 5000n, 8000n, 200n, 20_000n],
	'claude-opus-4-7': [5000n, 6250n, 10_000n, 500n, 25_000n],
	'claude-opus-4-1-20250805': [15_000n, 18_750n, 30_000n, 1500n, 75_000n],
	'claude-sonnet-5-5': [2000n, 2500n, 4000n, 100n, 10_000n],
	'claude-sonnet-5': [2000n, 2500n, 4000n, 200n, 10_000n],
	'claude-sonnet-4-6': [3000n, 3750n, 6000n, 300n, 15_000n],
	'claude-haiku-5-5': [100n, 125n, 200n, 10n, 500n],
	'claude-haiku-4-5': [1000n, 1250n, 2000n, 100n, 5000n],
	'claude-3-haiku-20240307': [250n, 300n, 500n, 30n, 1250n],
};
const long: Readonly<Record<string, Row>> = {'claude-haiku-5-5': [500n, 625n, 1000n, 50n, 2500n]};
const fast: Readonly<Record<string, Row>> = {
	'claude-fable-5-2': [16_000n, 20_000n, 32_000n, 400n, 80_000n],
	'claude-opus-5-5': [8000n, 10_000n, 16_000n, 400n, 40_000n],
	'claude-opus-4-7': [30_000n, 37_500n, 60_000n, 3000n, 150_000n],
};

const models = fc.constantFrom(...Object.keys(standard));
const count = fc.oneof(fc.integer({min: 0, max: 300_000}), fc.constantFrom(0, 100_000, 100_001));
const counts = fc.record({
	input: count,
	read: count,
	write5m: count,
	write1h: count,
	output: count,
	isSplit: fc.boolean(),
});
type Counts = Parameters<Parameters<typeof counts.map>[0]>[0];

const total = ({input, read, write5m, write1h, output, isSplit}: Counts) => ({
	input_tokens: input,
	cache_read_input_tokens: read,
	cache_creation_input_tokens: write5m + write1h,
	cache_creation: isSplit ? {ephemeral_5m_input_tokens: write5m, ephemeral_1h_input_tokens: write1h} : null,
	output_tokens: output,
});

/** In billionths of a dollar; writes without their lifetimes count as those of five minutes. `null` where the model has no fast mode. */
const billed = (counted: Counts, model: string, isFast: boolean): bigint | null => {
	const {input, read, write5m, write1h, output, isSplit} = counted;
	const isLong = input + read + write5m + write1h > 100_000;
	const row = isFast ? fast[model] : ((isLong ? long[model] : undefined) ?? standard[model]);
	if (row === undefined) {
		return null;
	}

	const [short, hour] = isSplit ? [write5m, write1h] : [write5m + write1h, 0];
	const tokens = [input, short, hour, read, output].map(BigInt);
	return tokens.reduce((sum, many, index) => sum + many * (row[index] ?? 0n), 0n);
};

const tiers = [
	[undefined, undefined, 20n],
	['standard', 'us', 22n],
	['batch', 'global', 10n],
	['batch', 'us', 11n],
] as const;

test('costs equal a reference in whole numbers, with bands, cache lifetimes, iterations, fast mode, batches and searches', () => {
	fc.assert(
		fc.property(
			models,
			counts,
			fc.array(fc.record({model: fc.option(models, {nil: undefined}), counted: counts}), {maxLength: 4}),
			fc.constantFrom(...tiers),
			fc.boolean(),
			fc.nat(20),
			(model, counted, iterations, [service_tier, inference_geo, twentieths], isFast, searches) => {
				const usage = {
					...total(counted),
					server_tool_use: {web_search_requests: searches, web_fetch_requests: 7},
					...(iterations.length === 0
						? {}
						: {
								iterations: iterations.map(one => ({
									type: 'message',
									...total(one.counted),
									...(one.model === undefined ? {} : {model: one.model}),
								})),
							}),
					...(service_tier === undefined ? {} : {service_tier, inference_geo}),
					...(isFast ? {speed: 'fast'} : {}),
				};
				const bills =
					iterations.length === 0
						? [billed(counted, model, isFast)]
						: iterations.map(one => billed(one.counted, one.model ?? model, isFast));
				const ledger = enterUsage([], JSON.parse(JSON.stringify(usage)), 'message_delta', 0);
				const cost = usageCost(ledger, model, knownPrices);
				const isKnown = bills.every(bill => bill !== null);
				if (!isKnown) {
					assert.equal(cost, null);
					return;
				}

				const tokens = bills.reduce((sum, bill) => sum + (bill ?? 0n), 0n) * twentieths;
				const dollars = Number(tokens + BigInt(searches) * 200_000_000n) / 20e9;
				const shown = cost?.dollars ?? 0;
				assert.ok(Math.abs(shown - dollars) <= 1e-9 * Math.max(1, dollars), `${shown} is not ${dollars}`);
				const parts = (cost?.parts ?? []).reduce((sum, part) => sum + part.dollars, 0);
				assert.ok(Math.abs(parts - dollars) <= 1e-9 * Math.max(1, dollars));
			},
		),
		{numRuns: 2000},
	);
});
