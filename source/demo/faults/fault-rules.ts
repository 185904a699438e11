import {byteFaults} from './byte-faults.js';
import {eventFaults} from './event-faults.js';
import type {FaultRule} from './fault.js';
import {refusalFaults} from './refusal-faults.js';
import {textFaults} from './text-faults.js';

/** Every fault by its name, in the order of the list. */
export const faultRules: ReadonlyMap<string, FaultRule> = new Map(
	[...refusalFaults, ...eventFaults, ...textFaults, ...byteFaults].map(rule => [rule.name, rule]),
);
