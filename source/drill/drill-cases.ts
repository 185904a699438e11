import {answers} from './cases/answers.js';
import {cuts} from './cases/cuts.js';
import {errors} from './cases/errors.js';
import {refusals} from './cases/refusals.js';
import {silences} from './cases/silences.js';
import {unknowns} from './cases/unknowns.js';
import type {DrillCase} from './drill-case.js';

/** The cases in the order in which they run. */
export const drillCases: readonly DrillCase[] = [
	...answers,
	...unknowns,
	...refusals,
	...errors,
	...cuts,
	...silences,
];
