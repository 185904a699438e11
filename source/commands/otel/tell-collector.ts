import type {ExportSource} from '../../recording/exports/exported.js';
import {otelResource, otelSettings} from './otel-settings.js';

export type Told = {
	readonly source: ExportSource;
	readonly session: string;
	readonly hasContent: boolean;
	/** The exchanges that are new; the others were told before. */
	readonly exchanges?: ReadonlySet<number>;
	readonly secrets: readonly string[];
};

/**
 * Tells the collector that the environment names about a trace. Resolves to `null` if there is none or all is well, else to what failed, as a
 * sentence. Never rejects: a collector that is down must not disturb an answer.
 */
export async function tellCollector({source, ...told}: Told, env: NodeJS.ProcessEnv): Promise<string | null> {
	const settings = otelSettings(env);
	if (settings === null || source.events.length === 0) {
		return null;
	}

	try {
		const [{toOtlp}, {sendOtlp}] = await Promise.all([
			import('../../recording/exports/otlp/to-otlp.js'),
			import('./send-otlp.js'),
		]);
		const otlp = toOtlp(source, {...told, resource: otelResource(env), now: Date.now()});
		return otlp.spans === 0 ? null : await sendOtlp(otlp, settings);
	} catch (error) {
		return `OpenTelemetry: ${error instanceof Error ? error.message : String(error)}`;
	}
}
