import {answeringModel} from '../../../analysis/answering-model.js';
import {contentGaps} from '../../../analysis/content-gaps.js';
import {promptTokens, usageNumber} from '../../../messages/usage-ledger.js';
import type {SpanSource} from './exchange-spans.js';
import {type Attributes, otlpAttributes, unixNano} from './otlp-json.js';

/** A histogram of the GenAI conventions: what it measures, in which unit, and the bounds of its buckets. */
type Histogram = {
	readonly name: string;
	readonly unit: string;
	readonly bounds: readonly number[];
	readonly values: (source: SpanSource) => readonly number[];
};

const seconds = (ms: number | null | undefined) => (ms === null || ms === undefined ? [] : [ms / 1000]);
const powers = (base: number, first: number, count: number) =>
	Array.from({length: count}, (_, index) => first * base ** index);

/** Of times that were made up, nothing is measured. */
const timed =
	(values: Histogram['values']): Histogram['values'] =>
	source =>
		source.hasTimes ? values(source) : [];

const histograms: readonly Histogram[] = [
	{
		name: 'gen_ai.client.inference.duration',
		unit: 's',
		bounds: powers(2, 0.01, 14),
		values: timed(({report}) => seconds(report.clocks?.total)),
	},
	{
		name: 'gen_ai.client.inference.time_to_first_chunk',
		unit: 's',
		bounds: [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
		values: timed(({report}) => seconds(report.clocks?.firstEvent)),
	},
	{
		name: 'gen_ai.client.inference.time_per_output_chunk',
		unit: 's',
		bounds: [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5],
		values: timed(({events, view}) => contentGaps(events, view).map(gap => gap / 1000)),
	},
	{
		name: 'gen_ai.client.inference.usage.input_tokens',
		unit: '{token}',
		bounds: powers(4, 1, 14),
		values: ({view}) => (view.usage.length === 0 ? [] : [promptTokens(view.usage)]),
	},
	{
		name: 'gen_ai.client.inference.usage.output_tokens',
		unit: '{token}',
		bounds: powers(4, 1, 14),
		values({view}) {
			const tokens = usageNumber(view.usage, 'output_tokens');
			return tokens === null ? [] : [tokens];
		},
	},
];

/** Only what happened between the two times of a point is in it. */
const deltaTemporality = 1;

/** The histograms of some exchanges: a data point for each model and kind of error. Empty ones are left out. */
export function exchangeMetrics(sources: readonly SpanSource[]): readonly object[] {
	return histograms.flatMap(({name, unit, bounds, values}) => {
		const points = [...Map.groupBy(sources, source => JSON.stringify(attributesOf(source))).values()].flatMap(
			group => {
				const numbers = group.flatMap(values);
				const [first] = group;
				return first === undefined || numbers.length === 0 ? [] : [point(group, first, numbers, bounds)];
			},
		);
		const histogram = {aggregationTemporality: deltaTemporality, dataPoints: points};
		return points.length === 0 ? [] : [{name, unit, histogram}];
	});
}

function attributesOf({view}: SpanSource): Attributes {
	return {
		'gen_ai.operation.name': 'chat',
		'gen_ai.provider.name': view.foreign === null ? 'anthropic' : null,
		'gen_ai.response.model': answeringModel(view),
		'error.type': view.end?.error?.kind ?? null,
	};
}

function point(
	group: readonly SpanSource[],
	first: SpanSource,
	values: readonly number[],
	bounds: readonly number[],
): object {
	const counts = Array.from({length: bounds.length + 1}, () => 0);
	for (const value of values) {
		const bucket = bounds.findIndex(bound => value <= bound);
		const index = bucket === -1 ? bounds.length : bucket;
		counts[index] = (counts[index] ?? 0) + 1;
	}

	const starts = group.map(({clock, view}) => clock(view.timestamps.request, view.first));
	const ends = group.map(({clock, view, events}) => clock(events[view.last]?.at ?? 0, view.last));
	return {
		attributes: otlpAttributes(attributesOf(first)),
		startTimeUnixNano: unixNano(leastOf(starts)),
		timeUnixNano: unixNano(mostOf(ends)),
		count: String(values.length),
		sum: values.reduce((sum, value) => sum + value, 0),
		min: leastOf(values),
		max: mostOf(values),
		bucketCounts: counts.map(String),
		explicitBounds: bounds,
	};
}

/** There may be more values than a call takes arguments. */
function leastOf(values: readonly number[]): number {
	return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function mostOf(values: readonly number[]): number {
	return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}
