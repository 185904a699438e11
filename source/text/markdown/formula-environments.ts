// The environments of LaTeX that are formulas.

/** The signs on one side of several rows: for a single row, then for the first, the middle, other and the last one. */
export type Bracket = {
	readonly single: string;
	readonly top: string;
	readonly middle: string;
	readonly bar: string;
	readonly bottom: string;
};

const bracket = (signs: string): Bracket => {
	const [single = '', top = '', middle = '', bar = '', bottom = ''] = signs;
	return {single, top, middle, bar, bottom};
};

/** Matrices and cases, with their brackets on the left and on the right. */
export const fencedEnvironments: ReadonlyMap<string, readonly [Bracket | null, Bracket | null]> = new Map([
	['matrix', [null, null]],
	['smallmatrix', [null, null]],
	['array', [null, null]],
	['pmatrix', [bracket('(⎛⎜⎜⎝'), bracket(')⎞⎟⎟⎠')]],
	['bmatrix', [bracket('[⎡⎢⎢⎣'), bracket(']⎤⎥⎥⎦')]],
	['Bmatrix', [bracket('{⎧⎨⎪⎩'), bracket('}⎫⎬⎪⎭')]],
	['vmatrix', [bracket('│││││'), bracket('│││││')]],
	['Vmatrix', [bracket('‖‖‖‖‖'), bracket('‖‖‖‖‖')]],
	['cases', [bracket('{⎧⎨⎪⎩'), null]],
]);

/** Their lines meet at every second column. */
export const alignedEnvironments: ReadonlySet<string> = new Set([
	'aligned',
	'align',
	'align*',
	'alignat',
	'gathered',
	'gather',
	'gather*',
	'equation',
	'equation*',
	'split',
	'eqnarray',
	'multline',
]);

/** The names of the environments that are formulas even without `$$` around them. */
export const formulaEnvironments: readonly string[] = [...alignedEnvironments, ...fencedEnvironments.keys()];
