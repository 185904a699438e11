import type {RecordingHeader} from '../../recording/recording-format.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {otelSettings} from './otel-settings.js';
import {tellCollector} from './tell-collector.js';

/** Tells a collector about each exchange of a trace that grows, once it has ended. */
export type ExchangeTeller = {
	take(event: TraceEvent): void;
	/** Waits for what is on its way. Resolves to `null`, or to what failed, as a sentence. */
	close(): Promise<string | null>;
};

export type ExchangeTellerOptions = {
	readonly header: RecordingHeader;
	readonly session: string;
	readonly hasContent: boolean;
	readonly secrets: readonly string[];
	readonly env: NodeJS.ProcessEnv;
};

/** How many exchanges may wait for a slow collector. More are not told. */
const maxWaiting = 64;

/** Returns `null` if the environment names no collector: then nothing is kept. */
export function createExchangeTeller({header, env, ...told}: ExchangeTellerOptions): ExchangeTeller | null {
	if (otelSettings(env) === null) {
		return null;
	}

	const open = new Map<number, TraceEvent[]>();
	let sent: Promise<unknown> = Promise.resolve();
	let waiting = 0;
	let lost = 0;
	let problem: string | null = null;

	const send = async (events: readonly TraceEvent[]) => {
		const source = {header, title: null, events, others: []};
		const failed = await tellCollector({source, ...told}, env);
		problem ??= failed;
		waiting--;
	};

	return {
		take(event) {
			const {exchange} = event;
			const whole = open.get(exchange) ?? [];
			whole.push(event);
			open.set(exchange, whole);
			if (event.type !== 'end') {
				return;
			}

			open.delete(exchange);
			if (waiting >= maxWaiting) {
				lost++;
			} else {
				waiting++;
				sent = sent.then(() => send(whole));
			}
		},
		async close() {
			await sent;
			return lost === 0
				? problem
				: `OpenTelemetry: ${lost} ${lost === 1 ? 'exchange was' : 'exchanges were'} not sent: the collector is too slow.`;
		},
	};
}
