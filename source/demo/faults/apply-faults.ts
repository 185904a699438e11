import type {EventText, PlannedResponse} from '../planned-response.js';
import type {StreamEvent} from '../stream-event.js';
import type {ChosenFault, FaultRefusal, WholeFault} from './fault.js';

/** The chosen faults of one answer, ready for each stage of its plan. Each stage applies its own in the order in which they were chosen. */
export type AnswerFaults = {
	/** What is sent in place of the answer, or `null`. `occurrence` counts equal requests from 1. */
	refusal(occurrence: number): FaultRefusal | null;
	events(events: readonly StreamEvent[]): readonly StreamEvent[];
	texts(texts: readonly EventText[]): readonly EventText[];
	bytes(plan: PlannedResponse): PlannedResponse;
	/** What the faults of the events make of an answer that is not streamed. */
	readonly whole: WholeFault | null;
};

export function applyFaults(chosen: readonly ChosenFault[], requestId: string): AnswerFaults {
	return {
		refusal(occurrence) {
			for (const {rule, value} of chosen) {
				const refusal = rule.stage === 'refusal' ? rule.refuse(occurrence, {value, requestId}) : null;
				if (refusal !== null) {
					return refusal;
				}
			}

			return null;
		},
		events: events =>
			chosen.reduce(
				(changed, {rule, value}) =>
					rule.stage === 'events' ? rule.change(changed, {value, requestId}) : changed,
				events,
			),
		texts: texts =>
			chosen.reduce(
				(changed, {rule, value}) =>
					rule.stage === 'texts' ? rule.change(changed, {value, requestId}) : changed,
				texts,
			),
		bytes: plan =>
			chosen.reduce(
				(changed, {rule, value}) =>
					rule.stage === 'bytes' ? rule.change(changed, {value, requestId}) : changed,
				plan,
			),
		whole: chosen.flatMap(({rule}) => (rule.stage === 'events' ? (rule.whole ?? []) : [])).at(0) ?? null,
	};
}
