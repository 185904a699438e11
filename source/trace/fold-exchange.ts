import {accumulateMessage, startMessage} from '../messages/accumulate-message.js';
import {surfaceOf} from '../messages/api-surface.js';
import {decode, type WireEvent} from '../messages/decode.js';
import {foreignApi, foreignWithin} from '../messages/foreign-api.js';
import {enterUsage, usageIn} from '../messages/usage-ledger.js';
import {isContent} from '../messages/vocabulary/piece.js';
import {isObject, objectAt, parseJson} from '../wire/json.js';
import type {AttemptView, ExchangeView, Timestamps} from './exchange-view.js';
import {foldAltered, noAlterations} from './fold-altered.js';
import {foldRemarks} from './fold-remarks.js';
import {foldThinking} from './fold-thinking.js';
import type {BodyEvent, RequestEvent, SseTraceEvent, TraceEvent} from './trace-event.js';

/** Folds one event into its exchange. `position` is the event's index in the trace. Pure: the given view is not changed. */
export function foldExchange(view: ExchangeView | null, event: TraceEvent, position: number): ExchangeView {
	const opened = view ?? openExchange(event, position);
	if (event.type === 'sse') {
		// Nearly all events take this path, so saving a copy of the view pays off.
		return foldSse(opened, event, position);
	}

	const before = {...opened, last: position};
	switch (event.type) {
		case 'request': {
			return foldRequest(before, event);
		}

		case 'response': {
			return {
				...before,
				attempts: changeLast(before.attempts, {response: event}),
				timestamps: {...before.timestamps, headers: event.at, lastByte: event.at},
			};
		}

		case 'body': {
			return foldBody(before, event, position);
		}

		case 'altered': {
			return {...before, altered: foldAltered(before.altered, event)};
		}

		case 'end': {
			return {
				...before,
				phase: event.outcome,
				end: event,
				timestamps: {...before.timestamps, end: event.at},
			};
		}

		default: {
			// A recording may hold lines of a kind that only a later version knows. They keep their place and change nothing.
			return before;
		}
	}
}

/** Counts an event that could not be folded, and changes nothing else. */
export function passOver(view: ExchangeView | null, event: TraceEvent, position: number): ExchangeView {
	return {...(view ?? openExchange(event, position)), last: position};
}

const noTimestamps: Omit<Timestamps, 'request'> = {
	headers: null,
	firstEvent: null,
	firstContent: null,
	firstText: null,
	lastContent: null,
	firstAnswer: null,
	lastAnswer: null,
	thinkingStop: null,
	messageStop: null,
	lastPing: null,
	lastByte: null,
	end: null,
};

function openExchange(event: TraceEvent, position: number): ExchangeView {
	return {
		exchange: event.exchange,
		phase: 'connecting',
		first: position,
		last: position,
		attempts: [],
		message: null,
		usage: [],
		remarks: [],
		timestamps: {...noTimestamps, request: event.at},
		thinkingTime: null,
		sseCount: 0,
		contentLength: 0,
		streamError: null,
		end: null,
		altered: noAlterations,
		foreign: null,
	};
}

/** Another attempt starts the answer again. Only the time since the first attempt continues. */
function foldRequest(view: ExchangeView, request: RequestEvent): ExchangeView {
	const attempt: AttemptView = {request, response: null, body: null, sseCount: 0};
	const {request: since, lastPing, lastByte} = view.timestamps;
	return {
		...view,
		phase: 'connecting',
		attempts: [...view.attempts, attempt],
		message: null,
		usage: [],
		remarks: [],
		timestamps: {...noTimestamps, request: since, lastPing, lastByte},
		thinkingTime: null,
		contentLength: 0,
		streamError: null,
		end: null,
	};
}

function foldSse(view: ExchangeView, event: SseTraceEvent, position: number): ExchangeView {
	const counted: ExchangeView = {
		...view,
		last: position,
		phase: streamingUnlessEnded(view),
		sseCount: view.sseCount + 1,
		attempts: countSse(view.attempts),
		timestamps: {...view.timestamps, lastByte: event.at},
	};
	return event.unterminated ? counted : foldDecoded(counted, decode(event), event.at, position);
}

function foldDecoded(view: ExchangeView, event: WireEvent, at: number, position: number): ExchangeView {
	switch (event.kind) {
		case 'ping': {
			return {...view, timestamps: {...view.timestamps, lastPing: at}};
		}

		case 'error': {
			return isObject(event.json) ? {...view, streamError: event.payload} : view;
		}

		case 'message_start':
		case 'message_delta': {
			const usage = enterUsage(view.usage, usageIn(event.payload), event.kind, position);
			const isStart = event.kind === 'message_start';
			const firstEvent = view.timestamps.firstEvent ?? (isStart ? at : null);
			const fields = isStart ? objectAt(event.payload, 'message') : event.payload;
			const remarks = foldRemarks(view.remarks, fields, event.kind, position);
			return {...withMessage(view, event), usage, remarks, timestamps: {...view.timestamps, firstEvent}};
		}

		case 'content_block_start': {
			return foldThinking(foldContent(withMessage(view, event), event, at), event, at);
		}

		case 'content_block_delta': {
			return foldContent(withMessage(view, event), event, at);
		}

		case 'content_block_stop': {
			return foldThinking(withMessage(view, event), event, at);
		}

		case 'message_stop': {
			const messageStop = view.timestamps.messageStop ?? at;
			return {...view, timestamps: {...view.timestamps, messageStop}};
		}

		default: {
			// Its meaning is unknown, so it keeps its place and changes nothing, unless it shows that another API answers.
			return withForeign(view, event);
		}
	}
}

function withForeign(view: ExchangeView, event: WireEvent): ExchangeView {
	if (view.foreign !== null || view.message !== null || view.sseCount > foreignWithin) {
		return view;
	}

	const foreign = foreignApi(view.attempts.at(-1)?.request.url ?? '', event);
	return foreign === null ? view : {...view, foreign};
}

function withMessage(view: ExchangeView, event: WireEvent): ExchangeView {
	const request = view.attempts.at(-1)?.request;
	const surface = request === undefined ? 'stable' : surfaceOf(request);
	const message = accumulateMessage(view.message, event, surface);
	return message === view.message ? view : {...view, message};
}

function foldContent(view: ExchangeView, {piece}: WireEvent, at: number): ExchangeView {
	if (!isContent(piece)) {
		return view;
	}

	const {timestamps} = view;
	const isAnswer = piece.kind !== 'thinking';
	return {
		...view,
		contentLength: view.contentLength + piece.text.length,
		timestamps: {
			...timestamps,
			firstContent: timestamps.firstContent ?? at,
			firstText: timestamps.firstText ?? (piece.kind === 'text' ? at : null),
			lastContent: at,
			firstAnswer: timestamps.firstAnswer ?? (isAnswer ? at : null),
			lastAnswer: isAnswer ? at : timestamps.lastAnswer,
		},
	};
}

/** A complete answer arrives at once, so its first content, last content and end are the same moment. */
function foldBody(view: ExchangeView, event: BodyEvent, position: number): ExchangeView {
	const withBody: ExchangeView = {
		...view,
		attempts: changeLast(view.attempts, {body: event.data}),
		timestamps: {...view.timestamps, lastByte: event.at},
	};
	const message = parseJson(event.data);
	if (!isObject(message) || message.type !== 'message') {
		return withBody;
	}

	const timestamps: Timestamps = {
		...withBody.timestamps,
		firstContent: event.at,
		firstText: event.at,
		lastContent: event.at,
		firstAnswer: event.at,
		lastAnswer: event.at,
		messageStop: event.at,
	};
	return {
		...withBody,
		phase: streamingUnlessEnded(withBody),
		message: startMessage(message),
		usage: enterUsage([], message.usage, 'body', position),
		remarks: foldRemarks([], message, 'body', position),
		timestamps,
	};
}

/** Events still in transit when the exchange ended may arrive later. They are kept, but the outcome does not change. */
function streamingUnlessEnded({phase, end}: ExchangeView): ExchangeView['phase'] {
	return end === null ? 'streaming' : phase;
}

function countSse(attempts: readonly AttemptView[]): readonly AttemptView[] {
	const last = attempts.at(-1);
	return last === undefined ? attempts : attempts.with(-1, {...last, sseCount: last.sseCount + 1});
}

function changeLast(attempts: readonly AttemptView[], change: Partial<AttemptView>): readonly AttemptView[] {
	const last = attempts.at(-1);
	return last === undefined ? attempts : attempts.with(-1, {...last, ...change});
}
