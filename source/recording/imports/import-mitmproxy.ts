import {quoted} from '../../messages/dialect.js';
import {parseJson} from '../../wire/json.js';
import type {CaptureFormat} from './capture-format.js';
import {type CapturedExchange, type CapturedTimes, importExchanges} from './import-exchanges.js';
import type {Imported} from './imported.js';
import type {HeaderList} from './read-body.js';
import {readTnetstrings, type TnetValue, tnetText} from './tnetstrings.js';

/** A dictionary that begins with the field of a flow. */
const flowSign = /^\d{1,10}:\d{1,3}:(?:version|type|response|request|websocket|id|error|client_conn)[;,]/;

export const mitmproxyFormat: CaptureFormat = {
	name: 'mitmproxy',
	title: 'a flow file of mitmproxy',
	shortTitle: 'mitmproxy flows',
	writers: '`mitmdump -w FILE`, and mitmproxy and mitmweb when they save',
	times: 'of the request, the response and the end',
	sign: ({text}) => flowSign.exec(text)?.[0].replace(/^[\d:]+/, 'the field ') ?? null,
	reader: {takes: 'bytes', read: importFlows},
};

type Fields = ReadonlyMap<string, TnetValue>;

/** Imports the flows that mitmproxy saved, each of them a request and its response. Bodies stand in them as they came. */
async function importFlows(bytes: Uint8Array): Promise<Imported> {
	const {values, isWhole} = readTnetstrings(bytes);
	const flows = values.map(fieldsOf).filter(flow => tnetText(flow.get('type')) === 'http');
	const imported = await importExchanges(flows.map(exchangeOf));
	const started = numberAt(fieldsAt(flows[0], 'request'), 'timestamp_start');
	return {
		...imported,
		notes: imported.events.length === 0 ? imported.notes : [...imported.notes, spread],
		...(started === null ? {} : {startedAt: new Date(started * 1000).toISOString()}),
		...(isWhole ? {} : {loss: 'The file ends inside a flow, or is damaged.'}),
	};
}

const spread =
	'A flow file has no times for single events. They are spread over the time in which the body arrived.';

function exchangeOf(flow: Fields): CapturedExchange {
	const request = fieldsAt(flow, 'request');
	const response = fieldsAt(flow, 'response');
	const body = response.get('content');
	return {
		method: tnetText(request.get('method')) || 'POST',
		url: urlOf(request),
		requestBody: parseJson(tnetText(request.get('content'))) ?? null,
		status: numberAt(response, 'status_code') ?? 0,
		headers: headersOf(response.get('headers')),
		body: body instanceof Uint8Array ? body : null,
		...missingOf(flow, response),
		times: timesOf(request, response),
	};
}

/** Of a connection that broke, mitmproxy keeps no body, but what went wrong. */
function missingOf(flow: Fields, response: Fields): Pick<CapturedExchange, 'missing'> {
	const error = tnetText(fieldsAt(flow, 'error').get('msg'));
	const what = response.size === 0 ? 'saved without a response' : 'saved without its body';
	return {missing: error === '' ? what : `${what}: ${quoted(error)}`};
}

function urlOf(request: Fields): string {
	const path = tnetText(request.get('path'));
	const host = tnetText(request.get('host'));
	const port = numberAt(request, 'port');
	const isUsual = port === null || port === 443 || port === 80;
	return /^https?:/.test(path)
		? path
		: `${tnetText(request.get('scheme')) || 'https'}://${host}${isUsual ? '' : `:${port}`}${path}`;
}

function headersOf(list: TnetValue | undefined): HeaderList {
	return Array.isArray(list)
		? list.map(pair =>
				Array.isArray(pair) ? ([tnetText(pair[0]), tnetText(pair[1])] as const) : (['', ''] as const),
			)
		: [];
}

/** mitmproxy writes seconds since 1970. */
function timesOf(request: Fields, response: Fields): CapturedTimes | null {
	const start = numberAt(request, 'timestamp_start');
	const first = numberAt(response, 'timestamp_start');
	const end = numberAt(response, 'timestamp_end');
	return start === null || first === null
		? null
		: {request: start * 1000, response: first * 1000, end: end === null ? null : end * 1000};
}

function numberAt(fields: Fields, name: string): number | null {
	const value = fields.get(name);
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function fieldsAt(fields: Fields | undefined, name: string): Fields {
	return fieldsOf(fields?.get(name));
}

function fieldsOf(value: TnetValue | undefined): Fields {
	return value instanceof Map ? value : new Map();
}
