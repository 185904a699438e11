import {type ApiError, errorBody} from '../api-error.js';
import type {FaultRule} from './fault.js';

/** The API's errors, and whether trying again can help: then the first request alone is refused. */
const refusals: ReadonlyArray<ApiError & {readonly isPassing: boolean; readonly retryAfter?: number}> = [
	{
		status: 400,
		type: 'invalid_request_error',
		message: 'messages: at least one message is required',
		isPassing: false,
	},
	{status: 401, type: 'authentication_error', message: 'invalid x-api-key', isPassing: false},
	{
		status: 403,
		type: 'permission_error',
		message: 'Your API key does not have permission to use this resource.',
		isPassing: false,
	},
	{status: 404, type: 'not_found_error', message: 'model: demo-model', isPassing: false},
	{status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size', isPassing: false},
	{
		status: 429,
		type: 'rate_limit_error',
		message: 'Too many requests. Please slow down.',
		isPassing: true,
		retryAfter: 1,
	},
	{status: 500, type: 'api_error', message: 'Internal server error', isPassing: true},
	{status: 529, type: 'overloaded_error', message: 'Overloaded', isPassing: true},
];

const always = 1_000_000;

const json = 'application/json';

/** Answers in place of the message. */
export const refusalFaults: readonly FaultRule[] = [
	...refusals.map(
		({isPassing, retryAfter, ...error}): FaultRule => ({
			name: String(error.status),
			unit: 'count',
			usual: isPassing ? 1 : always,
			summary: isPassing
				? `The first N equal requests with it are refused: ${error.type}${retryAfter ? `, with retry-after: ${retryAfter}` : ''}.`
				: `Every request is refused: ${error.type}.`,
			stage: 'refusal',
			refuse: (occurrence, {value, requestId}) =>
				occurrence > value
					? null
					: {
							status: error.status,
							contentType: json,
							body: errorBody(error, requestId),
							...(retryAfter === undefined ? {} : {retryAfter}),
						},
		}),
	),
	{
		name: '502-page',
		unit: 'count',
		usual: 1,
		summary: 'The first N equal requests with it get the HTML page of a gateway with status 502.',
		stage: 'refusal',
		refuse: (occurrence, {value}) =>
			occurrence > value
				? null
				: {
						status: 502,
						contentType: 'text/html',
						body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n',
					},
	},
	{
		name: 'error-200',
		unit: 'none',
		usual: 0,
		summary: 'An error in JSON, with status 200.',
		stage: 'refusal',
		refuse: (_, {requestId}) => ({
			status: 200,
			contentType: json,
			body: errorBody({status: 200, type: 'api_error', message: 'The upstream is not available'}, requestId),
		}),
	},
	{
		name: 'page-200',
		unit: 'none',
		usual: 0,
		summary: 'The HTML page of a login, with status 200.',
		stage: 'refusal',
		refuse: () => ({
			status: 200,
			contentType: 'text/html',
			body: '<!doctype html><title>Sign in</title><p>Please sign in to continue.</p>\n',
		}),
	},
];
