/** The text of a request body. A promise if it is known only later; `null` if there is none or it cannot be read. */
export type ObservedBody = {
	readonly text: string | null | Promise<string | null>;
	/** Called when the request is over, so that no more of the body will come. */
	stop(): void;
};

/** In bytes, the API's limit: https://platform.claude.com/docs/en/api/errors */
const limit = 32 * 1024 * 1024;

/** A body that can be read any number of times. */
export function observeBytes(body: unknown): ObservedBody {
	return {text: textOf(body), stop() {}};
}

function textOf(body: unknown): string | null | Promise<string | null> {
	if (typeof body === 'string') {
		return body;
	}

	if (body instanceof URLSearchParams) {
		return String(body);
	}

	if (body instanceof ArrayBuffer || isView(body)) {
		return body.byteLength > limit ? null : new TextDecoder().decode(body);
	}

	if (body instanceof Blob) {
		return body.size > limit ? null : body.text().catch(() => null);
	}

	return null;
}

/** The bodies that `fetch` accepts. */
export type Body = NonNullable<NonNullable<Parameters<typeof globalThis.fetch>[1]>['body']>;

type Collector = ObservedBody & {
	add(piece: unknown): void;
	end(): void;
};

/** Accepts views of every kind; the types of the decoder allow fewer. */
function isView(body: unknown): body is Uint8Array {
	return ArrayBuffer.isView(body);
}

function createCollector(): Collector {
	const {promise, resolve} = withResolvers<string | null>();
	const decoder = new TextDecoder();
	let text = '';
	let size = 0;
	return {
		text: promise,
		add(piece) {
			size += typeof piece === 'string' ? piece.length : piece instanceof Uint8Array ? piece.byteLength : 0;
			if (size > limit) {
				text = '';
				resolve(null);
			} else if (typeof piece === 'string') {
				text += piece;
			} else if (piece instanceof Uint8Array) {
				text += decoder.decode(piece, {stream: true});
			}
		},
		end: () => resolve(text + decoder.decode()),
		stop: () => resolve(null),
	};
}

/** A stream that passes `body` on when it is read. */
export function observeStream(body: ReadableStream): {body: ReadableStream; told: ObservedBody} {
	const told = createCollector();
	const reader = body.getReader();
	const stream = new ReadableStream(
		{
			async pull(controller) {
				const {done, value} = await reader.read();
				if (done) {
					told.end();
					controller.close();
				} else {
					told.add(value);
					controller.enqueue(value);
				}
			},
			async cancel(reason) {
				told.stop();
				await reader.cancel(reason);
			},
		},
		{highWaterMark: 0},
	);
	return {body: stream, told};
}

/** The same for other iterables, including Node's streams. */
export function observeIterable(body: AsyncIterable<unknown>): {body: Body; told: ObservedBody} {
	const told = createCollector();
	async function* pass() {
		for await (const piece of body) {
			told.add(piece);
			yield piece;
		}

		told.end();
	}

	return {body: pass() as unknown as Body, told};
}

function withResolvers<T>(): {promise: Promise<T>; resolve: (value: T) => void} {
	let resolve: (value: T) => void = () => {};
	const promise = new Promise<T>(settle => {
		resolve = settle;
	});
	return {promise, resolve};
}
