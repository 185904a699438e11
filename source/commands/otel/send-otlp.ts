import type {Otlp} from '../../recording/exports/otlp/to-otlp.js';
import {describeFailure} from '../../text/describe-failure.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {OtelSettings} from './otel-settings.js';

/** Sends spans and histograms to a collector. Resolves to `null`, or to what failed, as a sentence. Never rejects. */
export async function sendOtlp(
	{traces, metrics}: Pick<Otlp, 'traces' | 'metrics'>,
	settings: OtelSettings,
	fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<string | null> {
	const signal = AbortSignal.timeout(settings.timeout);
	const problems = await Promise.all([
		send(settings.traces, traces, settings.headers.traces),
		settings.metrics === '' ? null : send(settings.metrics, metrics, settings.headers.metrics),
	]);
	const [problem] = problems.filter(words => words !== null);
	return problem === undefined ? null : `OpenTelemetry: not sent to ${placeOf(settings.traces)}: ${problem}.`;

	async function send(url: string, body: string, headers: Readonly<Record<string, string>>) {
		try {
			const response = await fetch(url, {
				method: 'POST',
				headers: {'content-type': 'application/json', ...headers},
				body,
				signal,
			});
			await response.body?.cancel();
			return response.ok ? null : `status ${response.status}`;
		} catch (error) {
			const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
			return signal.aborted ? 'no answer in time' : sanitizeLine(describeFailure(cause));
		}
	}
}

/** The address without what may be a key. */
function placeOf(url: string): string {
	return URL.canParse(url) ? sanitizeLine(new URL(url).origin) : 'an address that is none';
}
