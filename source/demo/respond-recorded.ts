import {isObject, parseJson} from '../wire/json.js';
import {invalidRequest} from './api-error.js';
import type {ChooseRecorded} from './choose-recorded.js';
import {createId} from './create-id.js';
import {type DemoExchange, sendError} from './demo-exchange.js';
import {applyFaults} from './faults/apply-faults.js';
import {refuseUnfitFaults} from './refuse-unfit-faults.js';
import {sendPlan} from './send-plan.js';

/** Answers `POST /v1/messages` from a recording. The request is not judged: the recorded server did so. */
export async function respondRecorded(exchange: DemoExchange, choose: ChooseRecorded): Promise<void> {
	const {context, ids, closed, faults} = exchange;
	const wait = context.clock.createTimeline(closed);
	const body = parseJson(exchange.body ?? '');
	if (!isObject(body)) {
		sendError(exchange, invalidRequest('The request body is not a JSON object'));
		return;
	}

	if (refuseUnfitFaults(exchange)) {
		return;
	}

	const isStream = body.stream === true;
	const answer = choose(body, isStream);
	if (answer === null) {
		const kind = isStream ? 'streamed answer' : 'answer that is not streamed';
		sendError(exchange, {
			status: 404,
			type: 'not_found_error',
			message: `The recording has no ${kind}.`,
		});
		return;
	}

	const {status, plan} = answer;
	const changed = applyFaults(faults, createId('req', ids)).bytes({...plan, status});
	await sendPlan(exchange, {plan: changed, headers: () => answer.headers, wait});
}
