import {nearestName} from '../../text/nearest-name.js';
import {isObject, type JsonObject, parseJson} from '../../wire/json.js';
import type {AnswerStop, PaceName} from '../answer.js';
import type {ApiError} from '../api-error.js';
import type {ChosenFault} from '../faults/fault.js';
import {parseFaults} from '../faults/parse-faults.js';
import type {StreamEvent} from '../stream-event.js';
import {errorOfStatus, errorOfType, meantErrorType} from './error-types.js';
import type {ReplyCondition} from './scenario-file.js';

/** A value as it is meant, or what would be right in its place. */
export type ReadValue<T> = {readonly value: T} | {readonly problem: string};

/** Reads the value of a word, which JSON may give as something else than text. */
export type ValueReader<T> = (value: unknown) => ReadValue<T>;

const wrong = (right: string): {readonly problem: string} => ({problem: right});

/** For a word that stands alone. JSON gives it some value. */
export const readNothing: ValueReader<null> = value =>
	typeof value === 'string' && value !== '' ? wrong('stands alone, without a value') : {value: null};

export const readText: ValueReader<string> = value =>
	typeof value === 'string' && value !== '' ? {value} : wrong('takes a text, as in "text: Hello"');

/** Milliseconds. */
export const readTime: ValueReader<number> = value => {
	const [, number, unit = 's'] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s)?$/.exec(plain(value)) ?? [];
	return number === undefined
		? wrong('takes a time, as in 2s or 500ms')
		: {value: Number(number) * (unit === 's' ? 1000 : 1)};
};

export const readName: ValueReader<string> = value =>
	/^[a-z][a-z0-9-]{0,59}$/.test(plain(value))
		? {value: plain(value)}
		: wrong('takes lower-case letters, digits and hyphens, as in "name: my-weather"');

export const readCondition: ValueReader<ReplyCondition> = value => {
	const words = plain(value);
	const [, first, last = first] = /^try (\d{1,6})(?:-(\d{1,6}))?$/.exec(words) ?? [];
	const [, turn] = /^turn (\d{1,6})$/.exec(words) ?? [];
	const [, prompt] = /^prompt (\S[\s\S]*)$/.exec(words) ?? [];
	if (words === 'always' || words === 'tool results') {
		return {value: {kind: words}};
	}

	if (first !== undefined && Number(first) >= 1 && Number(last) >= Number(first)) {
		return {value: {kind: 'try', first: Number(first), last: Number(last)}};
	}

	if (turn !== undefined && Number(turn) >= 1) {
		return {value: {kind: 'turn', turn: Number(turn)}};
	}

	return prompt === undefined
		? wrong('takes "try 1", "try 2-3", "turn 2", "prompt WORDS", "tool results" or "always"')
		: {value: {kind: 'prompt', words: prompt.toLowerCase()}};
};

const paces: readonly PaceName[] = ['smooth', 'quick', 'bursty', 'buffered'];

export const readPace: ValueReader<PaceName | number> = value => {
	const name = paces.find(pace => pace === value);
	const time = readTime(value);
	return name === undefined && 'problem' in time
		? wrong(`takes a time, as in 50ms, or ${paces.join(', ')}`)
		: name === undefined
			? time
			: {value: name};
};

export const readDeltas: ValueReader<number> = value => {
	const text = plain(value);
	if (text === 'lines') {
		return {value: Number.POSITIVE_INFINITY};
	}

	return /^[1-9]\d{0,5}$/.test(text)
		? {value: Number(text)}
		: wrong('takes a number of characters, as in 8, or "lines"');
};

const stopReasons = ['end_turn', 'max_tokens', 'stop_sequence', 'tool_use', 'pause_turn', 'refusal'] as const;

export const readStop: ValueReader<AnswerStop> = value => {
	const [word = '', rest] = halves(plain(value));
	const reason = stopReasons.find(known => known === word);
	if (reason === undefined || (rest !== undefined && reason !== 'stop_sequence')) {
		const meant = reason === undefined ? nearestName(word, stopReasons) : null;
		return wrong(`takes ${stopReasons.join(', ')}${meant === null ? '' : `; did you mean ${meant}?`}`);
	}

	if (reason === 'stop_sequence' && rest === undefined) {
		return wrong('needs the sequence, as in "stop: stop_sequence END"');
	}

	return {value: {stop_reason: reason, stop_sequence: rest ?? null, stop_details: null}};
};

export const readUsage: ValueReader<JsonObject> = value => {
	if (isObject(value)) {
		return {value};
	}

	const counts = plain(value)
		.split(/[\s,]+/)
		.map(pair => /^([a-z_0-9]+)=(\d{1,12})$/.exec(pair));
	if (counts.includes(null)) {
		return wrong('takes counts, as in "usage: input_tokens=40 output_tokens=9"');
	}

	const bare = (name: string) => name.replaceAll('_', '').replace(/s$/, '');
	for (const [, name = ''] of counts.map(match => match ?? [])) {
		const meant = usageCounts.find(known => bare(known) === bare(name));
		if (meant !== undefined && meant !== name) {
			return wrong(`has no ${name}; did you mean ${meant}?`);
		}
	}

	return {value: Object.fromEntries(counts.map(match => [match?.[1] ?? '', Number(match?.[2])]))};
};

const usageCounts = [
	'input_tokens',
	'output_tokens',
	'cache_creation_input_tokens',
	'cache_read_input_tokens',
] as const;

export const readFaults: ValueReader<readonly ChosenFault[]> = value => {
	const parsed = parseFaults(plain(value));
	return 'faults' in parsed ? {value: parsed.faults} : parsed;
};

export const readRefusal: ValueReader<ApiError> = value => {
	const [, status, type, message] = /^([45]\d\d)(?: (\S+)(?: (\S[\s\S]*))?)?$/.exec(plain(value)) ?? [];
	if (status === undefined || (type !== undefined && !isErrorType(type))) {
		return wrong(
			'takes a status, as in 529, or also a type and a message, as in "529 overloaded_error Overloaded"',
		);
	}

	const meant = type === undefined ? null : meantErrorType(type);
	if (meant !== null) {
		return wrong(`takes a status, then a type of the API; did you mean ${meant}?`);
	}

	const usual = errorOfStatus(Number(status));
	return {value: {...usual, type: type ?? usual.type, message: message ?? usual.message}};
};

export const readError: ValueReader<ApiError> = value => {
	const [type = '', message] = halves(plain(value));
	const usual = errorOfType(type);
	const meant = meantErrorType(type);
	if (meant !== null) {
		return wrong(`takes a type of the API; did you mean ${meant}?`);
	}

	return isErrorType(type)
		? {value: {...usual, message: message ?? usual.message}}
		: wrong('takes a type, as in overloaded_error, and perhaps a message after it');
};

export const readTool: ValueReader<{readonly name: string; readonly input: JsonObject}> = value => {
	const [name = '', json = '{}'] = isObject(value) ? [plain(value.name), value.input] : halves(plain(value));
	const input = typeof json === 'string' ? parseJson(json) : json;
	return /^[\w-]{1,128}$/.test(name) && isObject(input)
		? {value: {name, input}}
		: wrong('takes the name of a tool and its input in JSON, as in get_weather {"city": "Lisbon"}');
};

export const readBlock: ValueReader<JsonObject> = value => {
	const block = typeof value === 'string' ? parseJson(value) : value;
	return isObject(block) && typeof block.type === 'string'
		? {value: block}
		: wrong('takes a block in JSON with its type, as in {"type": "text", "text": "Hi"}');
};

export const readEvent: ValueReader<StreamEvent> = value => {
	const [, name, json] = /^([\w.-]+)[ \t\n]+(\{[\s\S]*)$/.exec(plain(value)) ?? [];
	const data = typeof value === 'string' ? parseJson(json ?? value) : value;
	if (!isObject(data)) {
		return wrong('takes an event in JSON with its type, as in {"type": "ping"}; raw takes anything else');
	}

	const {type} = data;
	const event = name ?? (typeof type === 'string' ? type : '');
	return /^[\w.-]+$/.test(event)
		? {value: {event, data: {...data, type: typeof type === 'string' ? type : event}}}
		: wrong('needs a type, as in {"type": "message_annotation"}');
};

/** The first word, and what stands behind it. */
function halves(text: string): [string, string?] {
	const [, word = text, rest] = /^(\S+)\s+([\s\S]+)$/.exec(text) ?? [];
	return rest === undefined ? [word] : [word, rest];
}

function plain(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function isErrorType(text: string): boolean {
	return /^[a-z][a-z_]*$/.test(text);
}
