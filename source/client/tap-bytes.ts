import type {Fetch} from './fetch.js';

/** Wraps `fetch` to report the bytes of every successful answer, read for read, as they arrive. Each read waits until `onBytes` is done with the one before. */
export function tapBytes(fetch: Fetch, onBytes: (bytes: Uint8Array) => Promise<void>): Fetch {
	return async (input, init) => {
		const response = await fetch(input, init);
		if (response.body === null || !response.ok) {
			return response;
		}

		const told = response.body.pipeThrough(
			new TransformStream<Uint8Array, Uint8Array>({
				async transform(bytes, controller) {
					await onBytes(bytes);
					controller.enqueue(bytes);
				},
			}),
		);
		return new Response(told, response);
	};
}
