/** Maps times from 0 to `total` milliseconds to cells. */
export type TimeAxis = {readonly total: number; readonly width: number};

/** The cell of a time. */
export function cellOf(time: number, {total, width}: TimeAxis): number {
	const share = total > 0 ? time / total : 0;
	return Math.max(0, Math.min(width - 1, Math.floor(share * width)));
}

/** The number of times, given in ascending order, that fall before a cell. */
export function countBefore(times: readonly number[], cell: number, axis: TimeAxis): number {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (cellOf(times[middle] ?? 0, axis) < cell) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
}
