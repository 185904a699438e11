import type {BenchRow} from './bench-row.js';
import type {MillionFigures, PlayerFigures} from './measure-million.js';
import {medianOf} from './median.js';

const playerRows = (
	name: string,
	figures: readonly PlayerFigures[],
	memory: Pick<BenchRow, 'target' | 'hope'>,
): BenchRow[] => [
	{
		measured: `${name}: CPU until the first frame`,
		unit: 's',
		value: medianOf(figures, ({opened}) => opened.cpu),
		target: 5,
		hope: 3,
	},
	{
		measured: `${name}: peak memory`,
		unit: 'MB',
		value: medianOf(figures, ({peakMemory}) => peakMemory),
		...memory,
	},
	{
		measured: `${name}: CPU from a key to its first frame, the slowest key`,
		unit: 'ms',
		value: medianOf(figures, ({keys}) => Math.max(...Object.values(keys))),
		target: 100,
		hope: 50,
	},
];

/** The rows about long recordings. */
export const millionRows = (million: readonly MillionFigures[]): BenchRow[] => [
	{
		measured: '1,000,000 events in 2,000 exchanges: CPU of inspect',
		unit: 's',
		value: medianOf(million, ({inspect}) => inspect.cpu),
		target: 12,
		hope: 8,
	},
	{
		measured: 'peak memory of inspect',
		unit: 'MB',
		value: medianOf(million, ({inspect}) => inspect.peakMemory),
		target: 400,
		hope: 250,
	},
	...playerRows(
		'replay of it',
		million.map(({many}) => many),
		{target: 450, hope: 350},
	),
	...playerRows(
		'1,000,000 events in one exchange, replay',
		million.map(({one}) => one),
		{target: 900, hope: 600},
	),
];
