/** An error response of the API: the HTTP status, the error's type, and its message. */
export type ApiError = {
	readonly status: number;
	readonly type: string;
	readonly message: string;
};

export function invalidRequest(message: string): ApiError {
	return {status: 400, type: 'invalid_request_error', message};
}

export const overloadedError: ApiError = {status: 529, type: 'overloaded_error', message: 'Overloaded'};

/** The body sent in place of a message. */
export function errorBody(error: ApiError, requestId: string): string {
	return JSON.stringify({
		type: 'error',
		error: {type: error.type, message: error.message},
		request_id: requestId,
	});
}
