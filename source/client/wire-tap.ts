import type {TraceEvent} from '../trace/trace-event.js';
import {environmentSecrets} from './client-secrets.js';
import type {Fetch} from './fetch.js';
import {createSecretMask, type SecretMask} from './secret-mask.js';
import {type TappedAttempt, tapAttempt} from './tap-attempt.js';
import {createTapExchanges} from './tap-exchanges.js';
import {createTapGuard} from './tap-guard.js';
import {tapRequest} from './tap-request.js';

/** `now` is in milliseconds since the recording began. `exchange` numbers what passes; without it every first attempt opens the next, and the tap ends it. */
export type WireTapOptions = {
	readonly fetch: Fetch;
	readonly now: () => number;
	readonly emit: (event: TraceEvent) => void;
	readonly exchange?: number;
	/** Gets the first error that `emit` throws. Without it, that is a warning of the process. The program never sees such an error. */
	readonly onError?: (error: unknown) => void;
	/** How much of an answer that is no stream is kept, in characters; 8 Mi where nothing is said. */
	readonly bodyLimit?: number;
	/** What else must not be told, besides the credentials that pass and those in the environment. */
	readonly secrets?: readonly string[];
};

/**
 * Wraps `fetch` so that everything which passes is told: each attempt's request and response, each server-sent event with the
 * number of its network read and its time of arrival, bodies that are no streams, and how it ended. Bodies are told for `/v1/messages` and
 * below only. What the program sends and sees is the same as without the tap: a read is handed on in the same turn.
 *
 * @example
 * // Any program of the SDK records its streams: streamscope reads the file.
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

/** The tap with a mask that others share. */
export function createMaskedTap(
	options: Omit<WireTapOptions, 'secrets'> & {readonly mask: SecretMask},
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
