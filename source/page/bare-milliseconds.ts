/** Milliseconds for a column that names the unit once: at most one decimal, `312.4`, `0`. */
export function bareMilliseconds(ms: number): string {
	// Adding zero turns the −0 that rounding can give into 0.
	return String(Math.round(ms * 10) / 10 + 0);
}
