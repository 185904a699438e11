import {nearestName} from '../../text/nearest-name.js';
import type {ChosenFault, FaultRule} from './fault.js';
import {faultRules} from './fault-rules.js';

/** The faults of a list, or what is wrong with it and how to write it. */
export type ParsedFaults = {readonly faults: readonly ChosenFault[]} | {readonly problem: string};

/** Parses `cut-after=12, drip, silence=500ms`: names with an optional number, separated by commas. A time without a unit is in seconds. */
export function parseFaults(list: string): ParsedFaults {
	const faults: ChosenFault[] = [];
	for (const word of list.split(',').map(part => part.trim())) {
		if (word === '') {
			continue;
		}

		const [name = '', number] = word.split('=', 2).map(part => part.trim());
		const rule = faultRules.get(name);
		if (rule === undefined) {
			return {problem: unknownName(name)};
		}

		const value = number === undefined ? rule.usual : readNumber(number, rule);
		if (value === null) {
			return {problem: `${name} takes ${numberWords(rule)}, not "${number}".`};
		}

		faults.push({rule, value});
	}

	return {faults};
}

function unknownName(name: string): string {
	const nearest = nearestName(name, [...faultRules.keys()]);
	return `There is no fault "${name}".${nearest === null ? '' : ` Did you mean ${nearest}?`}`;
}

function numberWords({name, unit}: FaultRule): string {
	switch (unit) {
		case 'none':
			return 'no number';
		case 'count':
			return `a count, as in ${name}=3`;
		case 'time':
			return `a time, as in ${name}=2s or ${name}=500ms`;
	}
}

function readNumber(text: string, {unit}: FaultRule): number | null {
	if (unit === 'count') {
		return /^\d{1,6}$/.test(text) ? Number(text) : null;
	}

	const [, number, scale = 's'] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s)?$/.exec(text) ?? [];
	return unit === 'none' || number === undefined ? null : Number(number) * (scale === 's' ? 1000 : 1);
}
