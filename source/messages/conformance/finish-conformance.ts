import {checkNoEvents} from './checks/check-arrival.js';
import {settleTools} from './checks/check-tools.js';
import {settleUsage} from './checks/check-usage.js';
import {type ConformanceState, report} from './conformance-state.js';
import {orderRules} from './rules/order-rules.js';
import {transportRules} from './rules/transport-rules.js';
import type {StreamEnding} from './stream-ending.js';

/** So few pieces of content can share a read by chance, when the answer is short or the reader slow. */
const fewestPieces = 5;

/** So many pieces are more than the API's bursts bring, and so a sign where the first and the last events came in reads of their own. */
const fewestPiecesApart = 20;

/** Says that the body has ended, or that no more is known of it. What an aborted stream lacks is nobody's fault. */
export function finishConformance(state: ConformanceState, ending: StreamEnding): ConformanceState {
	const read = checkReads(state);
	switch (ending) {
		case 'aborted':
			return read;
		case 'open':
			return checkOpen(read);
		default:
			return checkComplete(read, ending);
	}
}

/** What a stream lacks that may go on is worth a note. */
function checkOpen(state: ConformanceState): ConformanceState {
	const {phase, lastPosition} = state;
	const isOver = phase === 'stopped' || phase === 'failed';
	const message = 'still open: whether more came after this is not known';
	return lastPosition === null || isOver
		? state
		: report(state, orderRules.messageStopMissing, lastPosition, message, 'note');
}

function checkReads(state: ConformanceState): ConformanceState {
	const {reads, contentReads, contentDeltas} = state;
	const isOneRead = typeof reads === 'number' && contentDeltas >= fewestPieces;
	const isOneOfContent = typeof contentReads === 'number' && contentDeltas >= fewestPiecesApart;
	if ((!isOneRead && !isOneOfContent) || state.phase !== 'stopped') {
		return state;
	}

	const what = isOneRead ? 'the whole stream' : 'all the content';
	const message = `${what}, ${contentDeltas} pieces, came in one read`;
	return report(state, transportRules.oneRead, null, message);
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
