import * as v from 'valibot';
import {knownPrices, type PriceList, rates} from '../messages/prices.js';
import type {ValueKind} from './value-kind.js';

const price = v.pipe(v.number(), v.finite(), v.minValue(0));
const field = v.strictObject({
	input: price,
	output: price,
	cacheRead: v.optional(price),
	cacheWrite5m: v.optional(price),
	cacheWrite1h: v.optional(price),
});

/** A model's price in the config file, in dollars for a million tokens. What is not named follows the usual shares of the input. */
export type PriceField = v.InferOutput<typeof field>;

export const priceOverrides: ValueKind<Readonly<Record<string, PriceField>>> = {
	allowed:
		'an object like {"my-model": {"input": 1, "output": 5}}: models, each with dollars for a million tokens, also cacheRead, cacheWrite5m and cacheWrite1h',
	schema: v.record(v.string(), field),
	fromText: text => text,
};

/** The built-in prices with those of the config file before them. */
export function pricesWith(overrides: Readonly<Record<string, PriceField>>): PriceList {
	const own = Object.entries(overrides).map(([model, field]) => {
		const usual = rates(field.input, field.output);
		const price = {
			...usual,
			cacheRead: field.cacheRead ?? usual.cacheRead,
			cacheWrite5m: field.cacheWrite5m ?? usual.cacheWrite5m,
			cacheWrite1h: field.cacheWrite1h ?? usual.cacheWrite1h,
		};
		return [model, price] as const;
	});
	return new Map([...knownPrices, ...own]);
}
