import {canonicalRequest} from './canonical-request.js';
import {createId} from './create-id.js';
import {type DemoExchange, sendError} from './demo-exchange.js';
import type {ExactReplay} from './exact-replay.js';
import {applyFaults} from './faults/apply-faults.js';
import {refuseUnfitFaults} from './refuse-unfit-faults.js';
import {describeDifference} from './request-difference.js';
import {sendPlan} from './send-plan.js';

/** Answers a request from the recorded answers, or from the other server. The request is not judged: the recorded server did so. */
export async function respondExact(exchange: DemoExchange, replay: ExactReplay): Promise<void> {
	const {request, response, answer, url, context, closed, ids, faults} = exchange;
	const body = exchange.body ?? '';
	const {answers, withoutSecrets, forward} = replay;
	if (refuseUnfitFaults(exchange)) {
		return;
	}

	const {method = 'GET'} = request;
	const asked = canonicalRequest(method, url.pathname, withoutSecrets(body));
	// A prompt may hold the key that asks, which was not known to be one when the program started.
	const masked = () => canonicalRequest(method, url.pathname, withoutSecrets(body, request));
	// The query of a recorded address is not kept, so nothing tells one page of a list from the next.
	const isPage = [...url.searchParams.keys()].some(name => name !== 'beta');
	const recorded = isPage ? null : (answers.choose(asked) ?? answers.choose(masked()));
	if (recorded !== null) {
		const {status, plan} = recorded;
		const changed = applyFaults(faults, createId('req', ids)).bytes({...plan, status});
		const wait = context.clock.createTimeline(closed);
		await sendPlan(exchange, {plan: changed, headers: () => recorded.headers, wait});
	} else if (forward === null) {
		const difference = describeDifference(
			asked,
			answers.all().map(answer => answer.asked),
		);
		const words =
			difference === ''
				? `Nothing is recorded for ${method} ${asked.path}.`
				: `No recorded request is like this one. The nearest one differs in ${difference}.`;
		sendError(exchange, {status: 404, type: 'not_found_error', message: words});
	} else {
		answers.add(await forward({request, response, answer, body}));
	}
}
