/** Formats milliseconds for a column whose heading names the unit, with at most one decimal: `312.4`, `0`. */
export function bareMilliseconds(ms: number): string {
	// Adding zero turns a rounded −0 into 0.
	return String(Math.round(ms * 10) / 10 + 0);
}
