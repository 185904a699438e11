import {isShown, type Pair, type PairLengths, sinceStart} from './pair.js';

/** The lengths one step on or back: the next row, or what came next in time on either side. */
export function steppedLengths(pair: Pair, by: 1 | -1): PairLengths {
	if (pair.by === 'event') {
		return by === 1 ? rowForward(pair) : rowBack(pair);
	}

	return by === 1 ? timeForward(pair) : timeBack(pair);
}

/** The lengths that show a row and all before it. */
export function lengthsAtRow({rows}: Pick<Pair, 'rows'>, row: number): PairLengths {
	let [one, other] = [0, 0];
	for (const {left, right} of rows.slice(0, row + 1)) {
		one = Math.max(one, left?.number ?? 0);
		other = Math.max(other, right?.number ?? 0);
	}

	return [one, other];
}

/** The lengths at a time, in milliseconds since the beginning of both. */
export function lengthsAtTime({sides}: Pick<Pair, 'sides'>, time: number): PairLengths {
	const [left, right] = sides.map(side => {
		let [low, high] = [0, side.trace.length];
		while (low < high) {
			const middle = Math.floor((low + high) / 2);
			[low, high] = sinceStart(side, middle) <= time ? [middle + 1, high] : [low, middle];
		}

		return low;
	});
	return [left ?? 0, right ?? 0];
}

export function lengthsAtEnd({sides: [left, right]}: Pick<Pair, 'sides'>): PairLengths {
	return [left.trace.length, right.trace.length];
}

function rowForward(pair: Pair): PairLengths {
	const {rows, lengths} = pair;
	const next = rows.find(row => !isShown(row, lengths));
	const [one, other] = lengths;
	return next === undefined
		? lengthsAtEnd(pair)
		: [Math.max(one, next.left?.number ?? 0), Math.max(other, next.right?.number ?? 0)];
}

function rowBack({rows, lengths: [one, other]}: Pair): PairLengths {
	const last = rows.findLast(
		({left, right}) => (left !== null && left.number <= one) || (right !== null && right.number <= other),
	);
	const {left = null, right = null} = last ?? {};
	return [
		left !== null && left.number <= one ? left.number - 1 : one,
		right !== null && right.number <= other ? right.number - 1 : other,
	];
}

function timeForward(pair: Pair): PairLengths {
	const {sides, lengths} = pair;
	const [left, right] = [sinceStart(sides[0], lengths[0]), sinceStart(sides[1], lengths[1])];
	const next = Math.min(left, right);
	return next === Number.POSITIVE_INFINITY
		? lengths
		: [lengths[0] + (left === next ? 1 : 0), lengths[1] + (right === next ? 1 : 0)];
}

function timeBack({sides, lengths}: Pair): PairLengths {
	const shownAt = (index: 0 | 1) =>
		lengths[index] === 0 ? -1 : sinceStart(sides[index], lengths[index] - 1);
	const [left, right] = [shownAt(0), shownAt(1)];
	const last = Math.max(left, right);
	return last === -1
		? lengths
		: [lengths[0] - (left === last ? 1 : 0), lengths[1] - (right === last ? 1 : 0)];
}
