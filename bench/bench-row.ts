/** One line of the bench's table. Less is better for every figure. */
export type BenchRow = {
	readonly measured: string;
	readonly unit: string;
	/** `NaN` where it could not be measured. */
	readonly value: number;
	/** The floor's figure in the same unit, where there is one. */
	readonly floor?: number;
	/** The figure of the older build, where one was measured too. */
	readonly before?: number;
	/** Neither for a figure that is shown for comparison only. */
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

/** The rows of the program with the figures of an older build beside them; both were measured in the same parts. */
export const besideBefore = (
	rows: readonly BenchRow[],
	before: readonly BenchRow[] | null,
): readonly BenchRow[] =>
	rows.map((row, index) => {
		const value = before?.[index]?.value;
		return value === undefined ? row : {...row, before: value};
	});
