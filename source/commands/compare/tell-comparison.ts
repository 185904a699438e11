import {clientSecrets} from '../../client/client-secrets.js';
import type {Endpoint} from '../open-endpoint.js';
import {otelSettings} from '../otel/otel-settings.js';
import {tellCollector} from '../otel/tell-collector.js';
import type {RunningSide} from './comparison.js';

/** Keeps the sides of a comparison for the collector that the environment names; without one, nothing is kept. */
export type ComparisonTeller = {
	readonly onRun: (running: readonly RunningSide[], run: number) => void;
	/** Sends what was kept. Resolves to `null`, or to what failed, as a sentence. */
	tell(hasContent: boolean): Promise<string | null>;
};

type Kept = {readonly side: RunningSide; readonly run: number; readonly startedAt: string};

export function createComparisonTeller(endpoint: Endpoint, env: NodeJS.ProcessEnv): ComparisonTeller {
	const isOn = otelSettings(env) !== null;
	const kept: Kept[] = [];
	return {
		onRun(running, run) {
			const startedAt = new Date().toISOString();
			kept.push(...(isOn ? running.map(side => ({side, run, startedAt})) : []));
		},
		async tell(hasContent) {
			for (const {side, run, startedAt} of kept) {
				const problem = await tellCollector(
					{
						source: {header: headerAt(startedAt), title: null, events: side.trace.events, others: []},
						session: `compare ${startedAt} ${run} ${side.model} ${side.mode}`,
						hasContent,
						secrets: clientSecrets(endpoint.client, env),
					},
					env,
				);
				// A collector that is down is down for the rest as well.
				if (problem !== null) {
					return problem;
				}
			}

			return null;
		},
	};
}

function headerAt(startedAt: string) {
	return {type: 'recording', version: 2, app: 'streamscope', startedAt, mode: 'live', title: null} as const;
}
