import type {SceneOutcome} from './answer.js';
import {invalidRequest} from './api-error.js';
import {createId, type IdKind} from './create-id.js';
import {buildMessage, type DemoMessage} from './demo-message.js';
import {type AnswerFaults, applyFaults} from './faults/apply-faults.js';
import type {ChosenFault, FaultRefusal} from './faults/fault.js';
import type {MessagesRequest} from './messages-request.js';
import type {PlannedResponse} from './planned-response.js';
import {createRandom, type Random} from './random.js';
import type {ScenarioBook} from './scenario-book.js';
import {planStream} from './stream-plan.js';

export type AnswerScene = {
	readonly seed: number;
	readonly scenarios: ScenarioBook;
	/** The scenario that plays. */
	readonly name: string;
	/** How often this conversation was sent, from 1. */
	readonly occurrence: number;
	/** The random source of the ids. */
	readonly ids: Random;
	/** Those of the request or of the server, which come after the scenario's own. */
	readonly faults: readonly ChosenFault[];
};

/** All that is decided of an answer before anything is sent. */
export type PlannedAnswer =
	| Extract<SceneOutcome, {readonly kind: 'refused'}>
	| {readonly kind: 'broken'; readonly refusal: FaultRefusal}
	| {
			readonly kind: 'answer';
			readonly requestId: string;
			readonly message: DemoMessage;
			/** The message as a stream. */
			readonly plan: PlannedResponse;
			readonly faults: AnswerFaults;
	  };

/** Plans the answer to a request. The same seed, scenario, conversation, occurrence, ids and faults give the same bytes and delays. */
export function planAnswer(
	request: MessagesRequest,
	{seed, scenarios, name, occurrence, ids, faults: chosen}: AnswerScene,
): PlannedAnswer {
	// Only the conversation decides, because another model or limit must not change what a lesson shows.
	const random = createRandom(seed, name, JSON.stringify(request.messages), occurrence);
	const scene = {request, occurrence, random, newId: (kind: IdKind) => createId(kind, ids)};
	const outcome = scenarios.find(name)?.(scene) ?? {
		...{kind: 'refused', error: invalidRequest(scenarios.unknown(name)), retryAfter: null},
	};
	if (outcome.kind === 'refused') {
		return outcome;
	}

	const requestId = createId('req', ids);
	const faults = applyFaults([...(outcome.faults ?? []), ...chosen], requestId);
	const refusal = faults.refusal(occurrence);
	if (refusal !== null) {
		return {kind: 'broken', refusal};
	}

	const message = buildMessage(outcome.answer, request, {random, ids});
	return {kind: 'answer', requestId, message, plan: planStream(message, {random, requestId, faults}), faults};
}
