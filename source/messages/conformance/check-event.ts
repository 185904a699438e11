import {isObject, type JsonObject, objectAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import {decode} from '../decode.js';
import {eventVocabulary} from '../vocabulary/events.js';
import {checkArrival, joinContentRead} from './checks/check-arrival.js';
import {checkBlockDelta, checkBlockStart, checkBlockStop, checkBlocksClosed} from './checks/check-blocks.js';
import {checkCharacters} from './checks/check-characters.js';
import {checkForeignText, reportDialect} from './checks/check-dialect.js';
import {checkId} from './checks/check-ids.js';
import {checkName} from './checks/check-name.js';
import {
	checkAfterEnd,
	checkContentOrder,
	checkErrorEvent,
	checkMessageDelta,
	checkMessageStart,
	checkMessageStop,
	checkStarted,
} from './checks/check-order.js';
import {checkRequiredFields} from './checks/check-required-fields.js';
import {checkToolUse} from './checks/check-tools.js';
import {checkUnknownFields} from './checks/check-unknown-fields.js';
import {checkUsage, settleUsage} from './checks/check-usage.js';
import {settleBlocks} from './checks/settle-blocks.js';
import {type ConformanceState, report, reportOnce} from './conformance-state.js';
import {foreignDialect} from './foreign-dialect.js';
import {quote} from './quote.js';
import {nameRules} from './rules/name-rules.js';
import {transportRules} from './rules/transport-rules.js';

/** Checks the next event of a stream. Findings about it carry `position`, its index as the caller counts. */
export function checkEvent(state: ConformanceState, event: SseEvent, position: number): ConformanceState {
	const arrived = checkArrival(state, event, position);
	if (event.event === null && event.data === '') {
		// Not an event: a parser also emits what follows the last event of a body, such as a comment.
		return {...arrived, cutOffAt: state.cutOffAt};
	}

	if (event.data.trim() === '[DONE]') {
		const name =
			event.event === null ? 'without an event name' : `under the event name ${quote(event.event)}`;
		const message = `[DONE] ${name}`;
		return report({...arrived, cutOffAt: state.cutOffAt}, nameRules.doneSentinel, position, message);
	}

	const {json: payload, type} = decode(event);
	if (event.unterminated && payload === undefined) {
		return arrived;
	}

	const whole = event.unterminated
		? report(
				{...arrived, cutOffAt: null},
				transportRules.finalBlankLine,
				position,
				'no blank line after the last event: the SDK drops it',
				// In a file, the end may have been lost when it was saved. A known read shows what came over the wire.
				event.chunk === undefined || state.response?.isSaved === true ? 'note' : 'error',
			)
		: arrived;
	const dialect = isObject(payload) ? foreignDialect(payload) : null;
	if (dialect !== null) {
		return reportDialect(whole, dialect, position);
	}

	const named = checkName(whole, event, payload, position);
	if (type !== null && eventVocabulary(type) === undefined) {
		const message = `the event type ${quote(type)} is unknown`;
		const noted = reportOnce(named, nameRules.unknownEvent, type, position, message);
		return isOver(noted) ? checkAfterEnd(noted, type, position) : noted;
	}

	const checked = type !== null && isObject(payload) ? checkPayload(named, type, payload, position) : named;
	const read = checkCharacters(checked, event, position);
	return read.contentDeltas === state.contentDeltas ? read : joinContentRead(read, event);
}

function isOver({phase}: ConformanceState): boolean {
	return phase === 'stopped' || phase === 'failed';
}

function checkPayload(
	state: ConformanceState,
	type: string,
	payload: JsonObject,
	position: number,
): ConformanceState {
	if (isOver(state)) {
		return checkAfterEnd(state, type, position);
	}

	const required = checkRequiredFields(state, type, payload, position);
	const spoken = checkForeignText(required, type, payload, position);
	const checked = checkUnknownFields(spoken, type, payload, position);
	switch (type) {
		case 'ping':
			return checked;
		case 'error':
			return checkErrorEvent(checked, payload, position);
		case 'message_start': {
			const started = checkMessageStart(checked, payload, position);
			const identified = checkId(started, objectAt(payload, 'message'), position);
			return state.hasMessageStart ? started : checkUsage(identified, payload, position);
		}
		case 'message_delta': {
			const closed = checkBlocksClosed(checkStarted(checked, type, position), type, position);
			const closing = settleBlocks(checkMessageDelta(closed, payload, position));
			return checkUsage(checkToolUse(closing, position), payload, position);
		}
		case 'message_stop': {
			const closed = checkBlocksClosed(checkStarted(checked, type, position), type, position);
			return settleUsage(settleBlocks(checkMessageStop(closed, position)));
		}
		default:
			return checkContent(checked, type, payload, position);
	}
}

function checkContent(
	state: ConformanceState,
	type: string,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const started = checkStarted(state, type, position);
	if (started.phase === 'closing') {
		return checkContentOrder(started, type, position);
	}

	switch (type) {
		case 'content_block_start':
			return checkBlockStart(started, payload, position);
		case 'content_block_delta':
			return checkBlockDelta(started, payload, position);
		default:
			return checkBlockStop(started, payload, position);
	}
}
