import {nearestName} from '../../text/nearest-name.js';
import type {ApiError} from '../api-error.js';

/** The API's errors with the status and the message that they usually have. */
const errorTypes: readonly ApiError[] = [
	{status: 400, type: 'invalid_request_error', message: 'The request is not valid.'},
	{status: 401, type: 'authentication_error', message: 'invalid x-api-key'},
	{status: 402, type: 'billing_error', message: 'Your credit balance is too low to access the API.'},
	{
		status: 403,
		type: 'permission_error',
		message: 'Your API key does not have permission to use this resource.',
	},
	{status: 404, type: 'not_found_error', message: 'Not Found'},
	{status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size'},
	{status: 429, type: 'rate_limit_error', message: 'Too many requests. Please slow down.'},
	{status: 500, type: 'api_error', message: 'Internal server error'},
	{status: 504, type: 'timeout_error', message: 'The request took too long.'},
	{status: 529, type: 'overloaded_error', message: 'Overloaded'},
];

/** The usual error of a status; an `api_error` for a status that the API does not use. */
export function errorOfStatus(status: number): ApiError {
	return (
		errorTypes.find(error => error.status === status) ?? {
			status,
			type: 'api_error',
			message: 'The request failed.',
		}
	);
}

/** The usual error of a type; status 500 for a type that the API does not use. */
export function errorOfType(type: string): ApiError {
	return errorTypes.find(error => error.type === type) ?? {status: 500, type, message: 'The request failed.'};
}

/** The type of the API that was probably meant by one that it does not use; `null` for a known type and for one that resembles none. */
export function meantErrorType(type: string): string | null {
	const stem = (name: string) => name.replace(/_error$/, '');
	const known = errorTypes.map(error => error.type);
	const nearest = nearestName(stem(type), known.map(stem));
	return known.includes(type) ? null : (known.find(name => stem(name) === nearest) ?? null);
}
