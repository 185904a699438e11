import {checkNoEvents} from './checks/check-arrival.js';
import {settleTools} from './checks/check-tools.js';
import {settleUsage} from './checks/check-usage.js';
import {type ConformanceState, report} from './conformance-state.js';
import {orderRules} from './rules/order-rules.js';
import {transportRules} from './rules/transport-rules.js';
import type {StreamEnding} from './wire-event.js';

/** So few pieces of content can share a read by chance, when the answer is short or the reader slow. */
const fewestPiecesHeldBack = 5;

/** Says that the body has ended. What an aborted stream lacks is nobody's fault. */
export function finishConformance(state: ConformanceState, ending: StreamEnding): ConformanceState {
	const read = checkReads(state);
	return ending === 'aborted' ? read : checkComplete(read, ending);
}

function checkReads(state: ConformanceState): ConformanceState {
	const {reads, contentDeltas} = state;
	const isOneRead = typeof reads === 'number' && contentDeltas >= fewestPiecesHeldBack;
	return isOneRead && state.phase === 'stopped'
		? report(
				state,
				transportRules.oneRead,
				null,
				`the whole stream, ${contentDeltas} pieces of content, arrived in one read: a buffering proxy`,
			)
		: state;
}

function checkComplete(state: ConformanceState, ending: StreamEnding): ConformanceState {
	const {phase, cutOffAt, lastPosition} = state;
	if (cutOffAt !== null && phase !== 'failed') {
		return report(settleTools(state), transportRules.cutOff, cutOffAt, 'the body ends inside an event');
	}

	if (lastPosition === null) {
		return checkNoEvents(state);
	}

	if (phase === 'empty') {
		return report(state, orderRules.messageStartFirst, lastPosition, 'no message_start came');
	}

	if (phase === 'stopped' || phase === 'failed') {
		return state;
	}

	const how = ending === 'error' ? 'the connection broke' : 'the body ended';
	const message = `${how} without message_stop`;
	return settleUsage(report(settleTools(state), orderRules.messageStopMissing, lastPosition, message));
}
