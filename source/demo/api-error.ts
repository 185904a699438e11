/** An answer of the API that is an error: the HTTP status, the API's name of the error, and the sentence that goes with it. */
export type ApiError = {
	readonly status: number;
	readonly type: string;
	readonly message: string;
};

export function invalidRequest(message: string): ApiError {
	return {status: 400, type: 'invalid_request_error', message};
}

export const overloadedError: ApiError = {status: 529, type: 'overloaded_error', message: 'Overloaded'};

/** The body that comes instead of a message. */
export function errorBody(error: ApiError, requestId: string): string {
	return JSON.stringify({
		type: 'error',
		error: {type: error.type, message: error.message},
		request_id: requestId,
	});
}
