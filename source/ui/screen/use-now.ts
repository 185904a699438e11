import {useEffect, useState} from 'react';

/** The time of a clock, read again every `interval` milliseconds while `isTicking`: nothing runs when nothing moves. */
export function useNow(now: () => number, interval: number, isTicking: boolean): number {
	const [, tick] = useState(0);
	useEffect(() => {
		if (!isTicking) {
			return;
		}

		const timer = setInterval(() => tick(count => count + 1), interval);
		return () => clearInterval(timer);
	}, [interval, isTicking]);
	return now();
}
