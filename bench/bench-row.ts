/** One row of the bench's table. Less is better for every figure. */
export type BenchRow = {
	readonly measured: string;
	readonly unit: string;
	/** `NaN` if it could not be measured. */
	readonly value: number;
	/** The floor's figure in the same unit, if there is one. */
	readonly floor?: number;
	/** The figure of the older build, if one was measured too. */
	readonly before?: number;
	/** Empty for a figure that is shown only for comparison. */
	readonly target?: number;
	readonly hope?: number;
};

export type BenchVerdict = 'hope reached' | 'target reached' | 'missed' | 'not measured' | '';

export const verdictOf = ({value, target, hope}: BenchRow): BenchVerdict => {
	if (Number.isNaN(value)) {
		return 'not measured';
	}

	if (target === undefined) {
		return '';
	}

	if (value > target) {
		return 'missed';
	}

	return hope !== undefined && value <= hope ? 'hope reached' : 'target reached';
};

/** The rows of the program with the figures of an older build beside them. Both were measured in the same parts. */
export const besideBefore = (
	rows: readonly BenchRow[],
	before: readonly BenchRow[] | null,
): readonly BenchRow[] =>
	rows.map((row, index) => {
		const value = before?.[index]?.value;
		return value === undefined ? row : {...row, before: value};
	});
