import type {StreamFacts} from '../../../../source/messages/conformance/check-stream.js';
import type {SampleEvent} from '../sample-stream.js';

/** A stream and all its findings, in short form. */
export type Sample = {
	readonly events: readonly SampleEvent[];
	readonly facts?: StreamFacts;
	readonly findings: readonly string[];
};

/** A stream that breaks a rule, and one that just does not. */
export type RuleCase = {
	readonly rule: string;
	readonly about?: string;
	readonly broken: Sample;
	readonly kept: Sample;
};
