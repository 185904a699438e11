/** Cells for a length of time: from 0 to `total` milliseconds. */
export type TimeAxis = {readonly total: number; readonly width: number};

/** The cell in which a time falls. */
export function cellOf(time: number, {total, width}: TimeAxis): number {
	const share = total > 0 ? time / total : 0;
	return Math.max(0, Math.min(width - 1, Math.floor(share * width)));
}

/** How many of the times, which are in ascending order, fall into the cells before a cell. */
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
