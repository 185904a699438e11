/** One line of the bench's table. Less is better for every figure. */
export type BenchRow = {
	readonly measured: string;
	readonly unit: string;
	/** `NaN` where it could not be measured. */
	readonly value: number;
	/** The floor's figure in the same unit, where there is one. */
	readonly floor?: number;
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
