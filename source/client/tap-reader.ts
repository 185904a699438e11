import type {BodyEvent, SseTraceEvent} from '../trace/trace-event.js';
import {objectAt, parseJson, stringAt} from '../wire/json.js';
import {createSseParser} from '../wire/parse-sse.js';
import {createReadCuts} from '../wire/read-cuts.js';
import type {ReadBody} from './tap-ending.js';

/** In characters: far longer than a whole message, even one with files. */
export const defaultBodyLimit = 8 * 1024 * 1024;

/** In characters: longer than any event of the API, which takes no file over 32 MB. */
const usualEventLimit = 48 * 1024 * 1024;

type Place = {readonly exchange: number; readonly attempt: number};

export type TapReader = {
	read(bytes: Uint8Array): void;
	/** True once a stream has reached its `message_stop` or an error event. */
	isOver(): boolean;
	/** Reports the rest, and the kind of body. */
	end(): ReadBody;
};

export type TapReaderOptions = {
	readonly place: Place;
	readonly now: () => number;
	readonly emit: (event: SseTraceEvent | BodyEvent) => void;
	/** Whether a stream was requested and the status is a success. */
	readonly mayBeStream: boolean;
	/** How much of a body that is not a stream is kept, in characters. */
	readonly limit: number;
	/** How much of one event's data is kept, in characters. */
	readonly eventLimit?: number;
	/** Whether to tell where reads end inside events. */
	readonly keepsCuts?: boolean;
};

/** Reads a body alongside the program. Its first characters decide whether it is a stream, because gateways get the content type wrong. */
export function createTapReader({
	place,
	now,
	emit,
	mayBeStream,
	limit,
	eventLimit = usualEventLimit,
	keepsCuts = false,
}: TapReaderOptions): TapReader {
	const decoder = new TextDecoder();
	const cuts = keepsCuts ? createReadCuts() : null;
	let chunk = 0;
	let told = 0;
	let isStopped = false;
	let error: ReadBody['error'] = null;
	/** The text before the first event; the whole body if there is no event. */
	let text = '';
	let omitted = 0;
	let isStream: boolean | undefined = mayBeStream ? undefined : false;
	const oneName = createNameTable();
	const parser = createSseParser(event => {
		told++;
		if (event.unterminated !== true) {
			isStopped ||= event.event === 'message_stop' && event.dataless !== true;
			error ??= event.event === 'error' ? serverError(event.data) : null;
		}

		const {data, event: name, ...others} = event;
		const more = data.length - eventLimit;
		const kept = more > 0 ? {data: data.slice(0, eventLimit), omitted: more} : {data};
		const inside = cuts?.take() ?? [];
		const besides = inside.length === 0 ? others : {...others, cuts: inside};
		emit(sseEvent({at: now(), ...place, chunk, event: oneName(name), ...kept}, besides));
	});

	const take = (decoded: string) => {
		text = told === 0 ? text + decoded : '';
		if (isStream === true) {
			parser.feed(decoded);
		} else if (isStream === undefined && text.trimStart().length >= 6) {
			isStream = looksLikeSse(text);
			if (isStream) {
				parser.feed(text);
			}
		}

		if (isStream !== true && text.length > limit) {
			omitted += text.length - limit;
			text = text.slice(0, limit);
		}
	};

	return {
		read(bytes) {
			chunk++;
			cuts?.read(bytes, now());
			take(decoder.decode(bytes, {stream: true}));
		},
		isOver: () => isStopped || error !== null,
		end() {
			take(decoder.decode());
			cuts?.end();
			if (isStream === true) {
				parser.end();
			}

			if (told === 0 && text !== '') {
				emit({type: 'body', at: now(), ...place, data: text, ...(omitted === 0 ? {} : {omitted})});
				error = serverError(text);
			}

			return {isStopped, error};
		},
	};
}

type Bare = Omit<SseTraceEvent, 'type'>;

/** Written out, because an object that is spread together takes half as much memory again, and a trace holds all of its events. */
function sseEvent(
	{at, exchange, attempt, chunk, event, data, omitted}: Bare,
	others: Partial<Bare>,
): SseTraceEvent {
	const bare = {type: 'sse', at, exchange, attempt, chunk, event, data} as const;
	const isCut = omitted !== undefined;
	return Object.keys(others).length === 0 && !isCut
		? bare
		: {...bare, ...others, ...(isCut ? {omitted} : {})};
}

/** A stream has a few names. Each is a part of the read that brought it, so one copy of each is kept. Endless names are not. */
function createNameTable(): (name: string | null) => string | null {
	const names = new Map<string, string>();
	return name => {
		if (name === null) {
			return null;
		}

		const known = names.get(name);
		if (known === undefined && names.size < 64) {
			names.set(name, name);
		}

		return known ?? name;
	};
}

/** What an error of the API says: https://platform.claude.com/docs/en/api/errors */
function serverError(data: string): ReadBody['error'] {
	const value = parseJson(data);
	const error = objectAt(value, 'error');
	return stringAt(value, 'type') === 'error'
		? {kind: stringAt(error, 'type') || 'unknown', detail: stringAt(error, 'message') || null}
		: null;
}

function looksLikeSse(text: string): boolean {
	return /^\uFEFF?\s*(:|(event|data|id|retry)[:\r\n])/.test(text);
}
