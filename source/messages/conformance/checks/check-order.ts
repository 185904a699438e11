import {type Json, type JsonObject, objectAt, stringAt} from '../../../wire/json.js';
import {isKnownStopReason} from '../../stop-reasons.js';
import {eventVocabulary} from '../../vocabulary/events.js';
import {type ConformanceState, report, reportOnce} from '../conformance-state.js';
import {quote} from '../quote.js';
import {orderRules} from '../rules/order-rules.js';
import {mayCallTool} from './check-tools.js';

/**
 * Checks what comes after the end. A ping is only a note, because it may come at any time. An unknown event is only a warning, because clients
 * ignore it anyway.
 */
export function checkAfterEnd(state: ConformanceState, type: string, position: number): ConformanceState {
	const rule = state.phase === 'failed' ? orderRules.eventAfterError : orderRules.eventAfterMessageStop;
	const end = state.phase === 'failed' ? 'the error event' : 'message_stop';
	if (type === 'ping') {
		return reportOnce(state, rule, 'ping', position, `ping comes after ${end}`, 'note');
	}

	return eventVocabulary(type) !== undefined
		? reportOnce(state, rule, 'event', position, `${type} comes after ${end}`)
		: reportOnce(state, rule, 'unknown', position, `${quote(type)} comes after ${end}`, 'warning');
}

/** Checks `message_start`: it is the first, the only one, and normally empty. */
export function checkMessageStart(
	state: ConformanceState,
	payload: JsonObject,
	position: number,
): ConformanceState {
	if (state.hasMessageStart) {
		return report(state, orderRules.messageStartOnce, position, 'a second message_start');
	}

	const message = objectAt(payload, 'message');
	const blocks = Array.isArray(message.content) ? message.content.length : 0;
	const stopReason = stringAt(message, 'stop_reason') || null;
	const callIndex = Array.isArray(message.content) ? message.content.findIndex(isCall) : -1;
	const started: ConformanceState = {
		...state,
		phase: state.phase === 'empty' ? 'streaming' : state.phase,
		hasMessageStart: true,
		nextIndex: Math.max(state.nextIndex, blocks),
		callIndex: state.callIndex ?? (callIndex === -1 ? null : callIndex),
		hasContent: state.hasContent || blocks > 0,
		hasTool: state.hasTool || (Array.isArray(message.content) && message.content.some(holdsTool)),
		stopReason,
	};
	if (blocks === 0 && stopReason === null) {
		return started;
	}

	const stop = checkStopSequence(started, stringAt(message, 'stop_sequence'), position);
	const held = [
		...(blocks === 0 ? [] : [`${blocks} content ${blocks === 1 ? 'block' : 'blocks'}`]),
		...(stopReason === null ? [] : [`the stop reason ${quote(stopReason)}`]),
	];
	return report(
		stop,
		orderRules.wholeMessageStart,
		position,
		`message_start already holds ${held.join(' and ')}`,
	);
}

function isCall(block: Json): boolean {
	return stringAt(block, 'type') === 'tool_use';
}

function holdsTool(block: Json): boolean {
	return mayCallTool(stringAt(block, 'type'));
}

/** Reports, once, another event of the message that comes before `message_start`. */
export function checkStarted(state: ConformanceState, type: string, position: number): ConformanceState {
	return state.phase === 'empty'
		? report(
				{...state, phase: 'streaming'},
				orderRules.messageStartFirst,
				position,
				`${type} comes before message_start`,
			)
		: state;
}

/** Reports, once, a content block event that comes after `message_delta`. */
export function checkContentOrder(state: ConformanceState, type: string, position: number): ConformanceState {
	return reportOnce(
		state,
		orderRules.contentAfterMessageDelta,
		'',
		position,
		`${type} comes after message_delta`,
	);
}

/** Checks `message_delta`: it has a stop reason. Several are allowed, but one that follows a stop reason replaces it. */
export function checkMessageDelta(
	state: ConformanceState,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const stopReason = stringAt(objectAt(payload, 'delta'), 'stop_reason') || null;
	const counted = state.hasMessageDelta ? reportFurtherDelta(state, position) : state;
	const closing = checkStopSequence(
		{...counted, phase: 'closing', hasMessageDelta: true, stopReason},
		stringAt(objectAt(payload, 'delta'), 'stop_sequence'),
		position,
	);
	if (stopReason === null || isKnownStopReason(stopReason)) {
		return closing;
	}

	const message = `the stop reason ${quote(stopReason)} is unknown`;
	return reportOnce(closing, orderRules.unknownStopReason, stopReason, position, message);
}

/** Checks that the stop reason `stop_sequence` comes with its sequence. */
function checkStopSequence(state: ConformanceState, sequence: string, position: number): ConformanceState {
	const message = 'the stop reason is "stop_sequence", but stop_sequence is not given';
	return state.stopReason === 'stop_sequence' && sequence === ''
		? reportOnce(state, orderRules.stopSequenceMissing, '', position, message)
		: state;
}

function reportFurtherDelta(state: ConformanceState, position: number): ConformanceState {
	const rule = orderRules.messageDeltaOnce;
	return state.stopReason === null
		? report(state, rule, position, 'another message_delta', 'note')
		: report(state, rule, position, `another message_delta after the stop reason ${quote(state.stopReason)}`);
}

/** Checks `message_stop`: it comes after a `message_delta`, unless `message_start` held the whole message. */
export function checkMessageStop(state: ConformanceState, position: number): ConformanceState {
	const stopped: ConformanceState = {...state, phase: 'stopped'};
	if (state.stopReason !== null) {
		return stopped;
	}

	return state.hasMessageDelta
		? report(stopped, orderRules.stopReasonMissing, position, 'no message_delta has a stop reason')
		: report(stopped, orderRules.messageDeltaMissing, position, 'message_stop comes without a message_delta');
}

/** Notes an `error` event, which is a valid end of the stream. */
export function checkErrorEvent(
	state: ConformanceState,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const kind = quote(stringAt(objectAt(payload, 'error'), 'type'));
	return report({...state, phase: 'failed'}, orderRules.errorEvent, position, `the server reports ${kind}`);
}
