// Formats numbers for people. Rounding happens before the unit is chosen, so 999.6 ms is `1.00 s` and never `1000 ms`.

const grouped = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});

/** Shown where there is no number. */
const none = '–';

/**
 * Formats a duration in milliseconds: `0.6 ms`, `89.7 ms`, `402 ms`, `1.24 s`, `12.4 s`, `1 m 12 s`, `2 h 5 m`. Below a minute it keeps three
 * digits or one decimal, so that a TTFT is never rounded to whole seconds.
 */
export function formatMilliseconds(ms: number): string {
	if (!Number.isFinite(ms)) {
		return none;
	}

	if (ms < 0) {
		const positive = formatMilliseconds(-ms);
		return positive === '0 ms' ? positive : `-${positive}`;
	}

	const tenths = Math.round(ms * 10) / 10;
	if (ms > 0 && tenths === 0) {
		return '<0.1 ms';
	}

	if (tenths < 100) {
		return `${tenths} ms`;
	}

	return ms < 999.5 ? `${Math.round(ms)} ms` : formatSeconds(ms / 1000);
}

function formatSeconds(seconds: number): string {
	if (seconds < 9.995) {
		return `${seconds.toFixed(2)} s`;
	}

	if (seconds < 59.95) {
		return `${seconds.toFixed(1)} s`;
	}

	const whole = Math.round(seconds);
	if (whole < 3600) {
		return `${Math.floor(whole / 60)} m ${whole % 60} s`;
	}

	const minutes = Math.round(seconds / 60);
	return `${grouped.format(Math.floor(minutes / 60))} h ${minutes % 60} m`;
}

/** Formats a number of tokens, exact below a million: `10`, `404,500`, `1.25M`. */
export function formatTokens(tokens: number): string {
	if (!Number.isFinite(tokens)) {
		return none;
	}

	return Math.abs(tokens) < 999_999.5 ? grouped.format(tokens) : `${(tokens / 1e6).toFixed(2)}M`;
}

/** Formats a number of `usage`: a whole number like tokens, a fraction such as a cost exactly as it was sent. */
export function formatCount(value: number): string {
	return Number.isInteger(value) ? formatTokens(value) : String(value);
}

/** Dollars: `$12.40`, `$0.0312`, `$0.00011`; two digits at least, and never rounded to nothing. */
export function formatDollars(dollars: number): string {
	if (!Number.isFinite(dollars)) {
		return none;
	}

	if (dollars === 0 || dollars >= 0.995) {
		return `$${dollars.toLocaleString('en-US', {minimumFractionDigits: 2, maximumFractionDigits: 2})}`;
	}

	const digits = dollars < 0.01 ? 2 : 3;
	return `$${Number(dollars.toPrecision(digits)).toLocaleString('en-US', {maximumFractionDigits: 12})}`;
}

/** Formats output tokens per second: `0.8 tok/s`, `31.2 tok/s`, `312 tok/s`. The caller adds the `~` of an estimate. */
export function formatRate(tokensPerSecond: number): string {
	if (!Number.isFinite(tokensPerSecond)) {
		return none;
	}

	const digits = tokensPerSecond < 99.95 ? tokensPerSecond.toFixed(1) : grouped.format(tokensPerSecond);
	return `${digits} tok/s`;
}

const byteUnits = ['kB', 'MB', 'GB', 'TB'] as const;

/** Formats a number of bytes in powers of 1,000: `0 B`, `512 B`, `43.1 kB`, `431 kB`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
	if (!Number.isFinite(bytes)) {
		return none;
	}

	if (bytes < 1000) {
		return `${Math.round(bytes)} B`;
	}

	let value = bytes / 1000;
	let unit = 0;
	while (value >= 999.5 && unit < byteUnits.length - 1) {
		value /= 1000;
		unit++;
	}

	return `${value < 99.95 ? value.toFixed(1) : grouped.format(value)} ${byteUnits[unit]}`;
}
