import {checkNoEvents} from './checks/check-arrival.js';
import {settleUsage} from './checks/check-usage.js';
import {settleBlocks} from './checks/settle-blocks.js';
import {type ConformanceState, report} from './conformance-state.js';
import {orderRules} from './rules/order-rules.js';
import {transportRules} from './rules/transport-rules.js';
import type {StreamEnding} from './stream-ending.js';

/** Fewer pieces of content than this may share a read by chance, if the answer is short or the reader slow. */
const minPieces = 5;

/**
 * This many pieces are more than a burst of the API. In one read they are a sign of buffering even if the first and last events arrived in
 * other reads.
 */
const minPiecesApart = 20;

/** Finishes the check when the body has ended, or when no more of it is known. Parts missing from an aborted stream are not faults. */
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

/** Notes what is missing from a stream that may continue. */
function checkOpen(state: ConformanceState): ConformanceState {
	const {phase, lastPosition} = state;
	const isOver = phase === 'stopped' || phase === 'failed';
	const message = 'still open: it is not known whether more followed';
	return lastPosition === null || isOver
		? state
		: report(state, orderRules.messageStopMissing, lastPosition, message, 'note');
}

function checkReads(state: ConformanceState): ConformanceState {
	const {reads, contentReads, contentDeltas} = state;
	const isOneRead = typeof reads === 'number' && contentDeltas >= minPieces;
	const isOneOfContent = typeof contentReads === 'number' && contentDeltas >= minPiecesApart;
	if ((!isOneRead && !isOneOfContent) || state.phase !== 'stopped') {
		return state;
	}

	const what = isOneRead ? 'the whole stream' : 'all the content';
	const message = `${what}, ${contentDeltas} pieces, arrived in one read`;
	return report(state, transportRules.oneRead, null, message);
}

function checkComplete(state: ConformanceState, ending: StreamEnding): ConformanceState {
	const {phase, cutOffAt, lastPosition} = state;
	if (cutOffAt !== null && phase !== 'failed') {
		return report(settleBlocks(state), transportRules.cutOff, cutOffAt, 'the body ends inside an event');
	}

	if (lastPosition === null) {
		return checkNoEvents(state);
	}

	if (phase === 'empty') {
		return report(state, orderRules.messageStartFirst, lastPosition, 'there is no message_start');
	}

	if (phase === 'stopped' || phase === 'failed') {
		return state;
	}

	const how = ending === 'error' ? 'the connection broke' : 'the body ended';
	const message = `${how} without message_stop`;
	return settleUsage(report(settleBlocks(state), orderRules.messageStopMissing, lastPosition, message));
}
