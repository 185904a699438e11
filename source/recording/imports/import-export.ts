import {isMessagesType} from '../../messages/dialect.js';
import {isObject, type Json, type JsonObject, parseJson, stringAt} from '../../wire/json.js';
import type {CaptureFormat} from './capture-format.js';
import {eventOfObject, exchangeOfObject, isExchangeObject} from './exchange-object.js';
import {type CapturedExchange, importExchanges} from './import-exchanges.js';
import type {Imported} from './imported.js';
import {loggedLine} from './line-wrappings.js';

/** A stream somewhere in the text of a JSON file: as a body, or as a list of events. */
const embedded =
	/(?:event: ?|\\"type\\": ?\\"|"type":\s*")message_start\b|"data: ?\{\\"type\\": ?\\"message_start/;

/** Exports of observability tools, and of anything else that keeps streams somewhere in its JSON. */
export const exportFormat: CaptureFormat = {
	name: 'export',
	title: 'JSON that holds streams',
	shortTitle: 'JSON export',
	writers: 'LiteLLM, Langfuse, LangSmith, Postman, nock and others, if they keep events or bodies',
	times: 'none',
	sign({text, objects}) {
		const isLog = objects.some(value => loggedLine(value) !== null);
		return !isLog && /^(?:\[\s*["{[]|\{\s*")/.test(text) && embedded.test(text)
			? 'JSON with message_start inside'
			: null;
	},
	reader: {takes: 'text', read: importExport},
};

function importExport(text: string): Promise<Imported> {
	const whole = parseJson(text);
	const values = whole === undefined ? text.split('\n').map(parseJson) : [whole];
	const found: Found[] = [];
	for (const value of values) {
		if (value !== undefined) {
			search(value, found);
		}
	}

	const places = found.map(({place}) => place);
	return importExchanges(
		found.map(({exchange}) => exchange),
		{notes: places.length === 0 ? [] : [`Found in ${[...new Set(places)].slice(0, 5).join(', ')}.`]},
	);
}

/** `place` is where it was found: `data.response.body`. */
type Found = {readonly exchange: CapturedExchange; readonly place: string};

/** JSON from outside may be of any size and depth, so the search does not recurse. */
function search(root: Json, found: Found[]): void {
	const open: Array<{readonly value: Json | undefined; readonly place: string; readonly depth: number}> = [
		{value: root, place: '', depth: 0},
	];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const {value, place, depth} = next;
		const exchange = streamIn(value, depth);
		if (exchange !== null) {
			found.push({exchange, place: place || 'the file itself'});
			continue;
		}

		const inner = Array.isArray(value)
			? value.map(item => ({value: item, place: `${place}[]`, depth: depth + 1}))
			: isObject(value)
				? Object.entries(value).map(([key, item]) => ({
						value: item,
						place: place === '' ? key : `${place}.${key}`,
						depth: depth + 1,
					}))
				: [];
		// The last in is the first out, and the streams should keep their order.
		open.push(...inner.reverse());
	}
}

function streamIn(value: Json | undefined, depth: number): CapturedExchange | null {
	if (typeof value === 'string') {
		return /(?:^|\n)(?:event: ?|data: ?\{"type": ?")message_start/.test(value)
			? bodyOf(value)
			: jsonIn(value, depth);
	}

	if (isObject(value) && isExchangeObject(value)) {
		const exchange = exchangeOfObject(value);
		return exchange?.body === null ? null : exchange;
	}

	return Array.isArray(value) ? listOf(value) : null;
}

/** JSON inside a string, as logs keep it. */
function jsonIn(text: string, depth: number): CapturedExchange | null {
	const value = depth < 20 && /^\s*\[\s*\{/.test(text) ? parseJson(text) : undefined;
	return Array.isArray(value) ? listOf(value) : null;
}

/** A list of events, or of the texts of events. */
function listOf(list: readonly Json[]): CapturedExchange | null {
	const objects = list.map(item => (typeof item === 'string' ? parseJson(item) : item)).filter(isObject);
	if (objects.some(item => nameOf(item) === 'message_start')) {
		return bodyOf(objects.map(unwrapped).map(eventOfObject));
	}

	const texts = list.filter(item => typeof item === 'string');
	const isStream =
		texts.length > 0 &&
		texts.some(text => /^(?:event: ?message_start|data: ?\{"type": ?"message_start)/.test(text));
	return isStream ? bodyOf(texts.map(text => (text.endsWith('\n') ? text : `${text}\n\n`)).join('')) : null;
}

/** Some tools put an event into a field of their own. */
function unwrapped(value: JsonObject): JsonObject {
	const {chunk, event, raw} = value;
	const inner = [chunk, event, raw].find(some => isObject(some) && isMessagesType(stringAt(some, 'type')));
	return isObject(inner) ? inner : value;
}

function nameOf(value: JsonObject): string {
	const inner = unwrapped(value);
	return stringAt(inner, 'type') || stringAt(inner, 'event') || stringAt(inner.data, 'type');
}

function bodyOf(body: Exclude<CapturedExchange['body'], null>): CapturedExchange {
	return {method: null, url: null, requestBody: null, status: 0, headers: [], times: null, body};
}
