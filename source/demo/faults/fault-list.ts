import type {ChosenFault} from './fault.js';

/** Writes faults as a list that `parseFaults` reads: `cut-after=12, drip`. A number that is the usual one is left out where it says nothing. */
export function faultList(faults: readonly ChosenFault[]): string {
	return faults.map(({rule, value}) => `${rule.name}${numberOf(rule, value)}`).join(', ');
}

function numberOf({unit, usual, stage}: ChosenFault['rule'], value: number): string {
	switch (unit) {
		case 'none':
			return '';
		case 'count':
			return stage === 'refusal' && value === usual ? '' : `=${value}`;
		case 'time':
			return value % 1000 === 0 ? `=${value / 1000}s` : `=${value}ms`;
	}
}
