import {nextSpeed, speedWords} from '../../analysis/playback.js';
import {hasTimes, isAtEnd, type Pair, type PairLengths, pairRow, pairTime} from './pair.js';
import type {PairActionName} from './pair-keys.js';
import {lengthsAtEnd, lengthsAtRow, lengthsAtTime, steppedLengths} from './step-pair.js';

export type PairAction =
	| {readonly name: Exclude<PairActionName, 'leave'>}
	/** So many milliseconds have passed. */
	| {readonly name: 'tick'; readonly elapsed: number};

/** By event, this many milliseconds pass between two steps. */
const stepTime = 200;

/** Returns the pair after an action. Pure. */
export function reducePair(pair: Pair, action: PairAction): Pair {
	const now = action.name === 'tick' ? pair : {...pair, notice: null};
	switch (action.name) {
		case 'tick': {
			return tick(now, action.elapsed);
		}

		case 'playPause': {
			return now.isPlaying ? {...now, isPlaying: false} : play(isAtEnd(now) ? moveTo(now, [0, 0]) : now);
		}

		case 'stepForward': {
			return isAtEnd(now)
				? {...stop(now), notice: 'both recordings end here'}
				: moveTo(stop(now), steppedLengths(now, 1));
		}

		case 'stepBack': {
			return moveTo(stop(now), steppedLengths(now, -1));
		}

		case 'toggleStep': {
			return toggleStep(now);
		}

		case 'nextDifference': {
			return toDifference(stop(now), 1);
		}

		case 'previousDifference': {
			return toDifference(stop(now), -1);
		}

		case 'slower':
		case 'faster': {
			const speed = nextSpeed(now.speed, action.name === 'faster' ? 1 : -1);
			return {...now, speed, notice: `speed ${speedWords(speed)}`};
		}

		case 'toStart': {
			return moveTo(stop(now), [0, 0]);
		}

		case 'toEnd': {
			return moveTo(stop(now), lengthsAtEnd(now));
		}

		case 'toggleHelp': {
			return {...now, isHelpOpen: !now.isHelpOpen};
		}

		case 'closeHelp': {
			return {...now, isHelpOpen: false};
		}
	}
}

function stop(pair: Pair): Pair {
	return {...pair, isPlaying: false};
}

function play(pair: Pair): Pair {
	return {...pair, isPlaying: true, clock: pair.by === 'time' ? pairTime(pair) : 0};
}

function moveTo(pair: Pair, lengths: PairLengths): Pair {
	const moved = {...pair, lengths};
	return {...moved, clock: pair.by === 'time' ? pairTime(moved) : 0};
}

function toggleStep(pair: Pair): Pair {
	const by = pair.by === 'time' ? 'event' : 'time';
	if (by === 'time' && !hasTimes(pair.sides)) {
		return {...pair, notice: 'one of them has no times: in step by event'};
	}

	// What belongs together is shown together: the later side leads.
	const lengths = by === 'event' ? lengthsAtRow(pair, pairRow(pair)) : lengthsAtTime(pair, pairTime(pair));
	return {...moveTo({...pair, by}, lengths), notice: `in step by ${by}`};
}

/** Goes to the next row that differs. By event, because what differs may be at different times. */
function toDifference(pair: Pair, by: 1 | -1): Pair {
	const {rows} = pair;
	const at = pairRow(pair);
	const found =
		by === 1
			? rows.findIndex(({isSame}, index) => index > at && !isSame)
			: rows.findLastIndex(({isSame}, index) => index < at && !isSame);
	if (found === -1) {
		const side = by === 1 ? 'after' : 'before';
		return {
			...pair,
			notice: rows.every(({isSame}) => isSame) ? 'they do not differ' : `no difference ${side} this`,
		};
	}

	const differing = rows.filter(({isSame}) => !isSame);
	const row = rows[found];
	const number = row === undefined ? 0 : differing.indexOf(row) + 1;
	return {
		...moveTo({...pair, by: 'event'}, lengthsAtRow(pair, found)),
		notice: `difference ${number} of ${differing.length}`,
	};
}

function tick(pair: Pair, elapsed: number): Pair {
	if (!pair.isPlaying) {
		return pair;
	}

	if (pair.speed === 'max') {
		return stop(moveTo(pair, lengthsAtEnd(pair)));
	}

	const clock = pair.clock + elapsed * pair.speed;
	const played =
		pair.by === 'time' ? {...pair, clock, lengths: lengthsAtTime(pair, clock)} : stepped(pair, clock);
	return isAtEnd(played) ? stop(played) : played;
}

/** By event, as many steps as there was time for. */
function stepped(pair: Pair, clock: number): Pair {
	let next = pair;
	let left = clock;
	for (; left >= stepTime && !isAtEnd(next); left -= stepTime) {
		next = {...next, lengths: steppedLengths(next, 1)};
	}

	return {...next, clock: left};
}
