import type {Fetch} from './fetch.js';

/** Wraps `fetch` so that the bytes of every answer that succeeded are told as they come, read for read. */
export function tapBytes(fetch: Fetch, onBytes: (bytes: Uint8Array) => void): Fetch {
	return async (input, init) => {
		const response = await fetch(input, init);
		if (response.body === null || !response.ok) {
			return response;
		}

		const told = response.body.pipeThrough(
			new TransformStream<Uint8Array, Uint8Array>({
				transform(bytes, controller) {
					onBytes(bytes);
					controller.enqueue(bytes);
				},
			}),
		);
		return new Response(told, response);
	};
}
