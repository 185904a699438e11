import type {Glyphs} from './glyphs.js';

/** Draws a bar over a share (0 to 1) of `width` cells, to a fraction of a cell. Only a share of 0 gives an empty bar. */
export function horizontalBar(share: number, width: number, {bars}: Glyphs): string {
	const steps = Math.min(width, Math.max(0, share * width)) * bars.length;
	const whole = Math.floor(steps / bars.length);
	const rest = bars[Math.round(steps - whole * bars.length) - 1] ?? '';
	const bar = (bars.at(-1) ?? '').repeat(whole) + (whole < width ? rest : '');
	return bar === '' && share > 0 && width > 0 ? (bars[0] ?? '') : bar;
}
