const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Formats an age in milliseconds: `now`, `5 min`, `3 h`, `2 days`, `7 weeks`, `2 years`. */
export function formatAge(ms: number): string {
	if (!Number.isFinite(ms) || ms < minute) {
		return 'now';
	}

	if (ms < hour) {
		return `${Math.floor(ms / minute)} min`;
	}

	if (ms < day) {
		return `${Math.floor(ms / hour)} h`;
	}

	const days = Math.floor(ms / day);
	if (days < 14) {
		return counted(days, 'day');
	}

	return days < 365 ? counted(Math.floor(days / 7), 'week') : counted(Math.floor(days / 365), 'year');
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
