import {useEffect, useMemo, useState} from 'react';

/**
 * The time of a clock, read again whenever `cause` changes, and every `interval` milliseconds while `isTicking`. No timer runs while
 * nothing moves.
 */
export function useNow(now: () => number, interval: number, isTicking: boolean, cause?: unknown): number {
	const [ticks, tick] = useState(0);
	useEffect(() => {
		if (!isTicking) {
			return;
		}

		const timer = setInterval(() => tick(count => count + 1), interval);
		return () => clearInterval(timer);
	}, [interval, isTicking]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the time is read again when one of these changes
	return useMemo(now, [now, ticks, cause, interval, isTicking]);
}
