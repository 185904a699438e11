import type {TraceEvent} from '../trace/trace-event.js';
import {environmentSecrets} from './client-secrets.js';
import type {Fetch} from './fetch.js';
import type {RestLimits} from './read-rest.js';
import {createSecretMask, type SecretMask} from './secret-mask.js';
import {type TappedAttempt, tapAttempt} from './tap-attempt.js';
import {createTapExchanges} from './tap-exchanges.js';
import {createTapGuard} from './tap-guard.js';
import {tapRequest} from './tap-request.js';

/** `now` is in milliseconds since the recording began. `exchange` is the number for the events; without it, each first attempt opens the next exchange, and the tap ends it. */
export type WireTapOptions = {
	readonly fetch: Fetch;
	readonly now: () => number;
	readonly emit: (event: TraceEvent) => void;
	readonly exchange?: number;
	/** Gets the first error that `emit` throws. Without it, the error becomes a warning of the process. The program never sees it. */
	readonly onError?: (error: unknown) => void;
	/** How much of an answer that is not a stream is kept, in characters; 8 Mi by default. */
	readonly bodyLimit?: number;
	/** More secrets to mask, besides the credentials in requests and in the environment. */
	readonly secrets?: readonly string[];
};

/**
 * Wraps `fetch` to emit everything that passes: each attempt's request and response, each server-sent event with the number of its read and
 * its arrival time, bodies that are not streams, and the end. Bodies are emitted only for `/v1/messages` and below. The program sends and
 * sees the same as without the tap: each read is passed on in the same turn.
 *
 * @example
 * // Any program that uses the SDK can record its streams; streamscope reads the file.
 * const emit = (event: TraceEvent) => appendFileSync('session.ndjson', `${JSON.stringify(event)}\n`, {mode: 0o600});
 * const fetch = createWireTap({fetch: globalThis.fetch, now: () => performance.now(), emit});
 * const client = new Anthropic({fetch});
 */
export function createWireTap({secrets = [], ...options}: WireTapOptions): Fetch {
	const environment = globalThis.process?.env ?? {};
	return createMaskedTap({
		...options,
		mask: createSecretMask([...environmentSecrets(environment), ...secrets]),
	});
}

/** The tap with a shared mask. */
export function createMaskedTap(
	options: Omit<WireTapOptions, 'secrets'> & {readonly mask: SecretMask; readonly rest?: RestLimits},
): Fetch {
	const {fetch, exchange} = options;
	const guard = createTapGuard(options.onError);
	const exchanges = createTapExchanges();
	return async (input, init) => {
		const attempt = guard.run(() =>
			tapAttempt({...options, guard, exchanges, number: exchange}, tapRequest(input, init)),
		);
		return attempt === undefined ? fetch(input, init) : passThrough(fetch, attempt);
	};
}

async function passThrough(fetch: Fetch, {request, responded, failed}: TappedAttempt): Promise<Response> {
	let response: Response;
	try {
		response = await fetch(request.input, request.init);
	} catch (error) {
		failed(error);
		throw error;
	}

	return responded(response);
}
