import type {PaceName, ResponseSpeed} from './answer.js';
import {type Quantiles, sampleQuantiles} from './quantiles.js';
import type {Random} from './random.js';

/** Milliseconds from the request to the response, measured on the API; the slowest tenth is cut off at three seconds. */
const responseTimes: Quantiles = [
	[0, 420],
	[0.5, 944],
	[0.9, 1977],
	[1, 3000],
];

/** The same for the fastest model and for a slow one. */
const responseTimesBySpeed: Readonly<Record<ResponseSpeed, Quantiles>> = {
	fast: [
		[0, 320],
		[0.5, 410],
		[1, 520],
	],
	slow: [
		[0, 2400],
		[0.5, 2900],
		[1, 3600],
	],
};

export function planResponseTime(random: Random, speed?: ResponseSpeed | number): number {
	return typeof speed === 'number'
		? speed
		: Math.round(sampleQuantiles(speed ? responseTimesBySpeed[speed] : responseTimes, random));
}

/** Returns the delay before each delta in turn, in milliseconds. 0 puts it into the same read as the previous one. */
export type Pace = () => number;

export function createPace(name: PaceName | number, random: Random): Pace {
	if (typeof name === 'number') {
		return () => name;
	}

	switch (name) {
		case 'smooth':
			return () => random.integer(40, 70);
		case 'quick':
			return () => random.integer(8, 16);
		case 'bursty':
			return inGroups(random, {size: [4, 10], stall: [430, 520]});
		case 'buffered':
			return inGroups(random, {size: [35, 60], stall: [700, 900]});
	}
}

type Groups = {readonly size: readonly [number, number]; readonly stall: readonly [number, number]};

function inGroups(random: Random, {size, stall}: Groups): Pace {
	let left = 0;
	return () => {
		if (left > 0) {
			left--;
			return 0;
		}

		left = random.integer(...size) - 1;
		return random.integer(...stall);
	};
}
