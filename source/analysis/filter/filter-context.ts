import type {Severity} from '../../messages/conformance/finding.js';
import type {SdkVerdict} from '../../trace/sdk-lane.js';
import type {TraceEvent} from '../../trace/trace-event.js';

/** A rule that an event breaks. */
export type RuleBroken = {readonly rule: string; readonly severity: Severity};

/** What a filter may ask about events beside themselves. */
export type FilterContext = {
	readonly events: readonly TraceEvent[];
	readonly verdictAt: (position: number) => SdkVerdict;
	/** `later` means that more must be checked first: ask again. */
	readonly findingsAt: (position: number) => readonly RuleBroken[] | 'later';
	/** Whether no later event and no later check can change what is known about an event. */
	readonly isSettled: (position: number, field: 'sdk' | 'finding') => boolean;
};

/** The context where only the events are known. */
export function eventsAlone(events: readonly TraceEvent[]): FilterContext {
	return {events, verdictAt: () => 'none', findingsAt: () => [], isSettled: () => true};
}
