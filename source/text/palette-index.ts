const cubeLevels = [0, 95, 135, 175, 215, 255] as const;

/**
 * Finds the colour nearest to `#rrggbb` among xterm's 256, using only its cube and greys, because terminals redefine the first 16. (chalk's own
 * conversion assumes equal steps in the cube, and its result is too light.)
 */
export function paletteIndex(hex: string): number {
	const [red = 0, green = 0, blue = 0] = channelsOf(hex);
	const [r, g, b] = [nearestLevel(red), nearestLevel(green), nearestLevel(blue)];
	const step = Math.max(0, Math.min(23, Math.round(((red + green + blue) / 3 - 8) / 10)));
	const grey = 8 + 10 * step;
	const inCube = [r, g, b].map(level => cubeLevels[level] ?? 0);
	return distance([red, green, blue], [grey, grey, grey]) < distance([red, green, blue], inCube)
		? 232 + step
		: 16 + 36 * r + 6 * g + b;
}

/**
 * The red, green and blue of `#rrggbb`, 0 to 255.
 * @internal
 */
export function channelsOf(hex: string): readonly number[] {
	return [1, 3, 5].map(start => Number.parseInt(hex.slice(start, start + 2), 16));
}

function nearestLevel(channel: number): number {
	const distances = cubeLevels.map(level => Math.abs(level - channel));
	return distances.indexOf(Math.min(...distances));
}

function distance(one: readonly number[], other: readonly number[]): number {
	return one.reduce((sum, channel, index) => sum + (channel - (other[index] ?? 0)) ** 2, 0);
}
